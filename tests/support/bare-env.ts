/** All that a program started by a test gets of our own environment: where programs lie, and what Node compiled before. */
export const BARE_ENV = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name === 'PATH' || name === 'NODE_COMPILE_CACHE'),
)
