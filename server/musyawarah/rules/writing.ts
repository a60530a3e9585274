/** Which texts of a point stand: those that no other text was written over. Two written at once both stand. Pure. */
export function standingTexts<T extends { number: number; base: number }>(texts: readonly T[]): T[] {
  const over = new Set(texts.map(({ base }) => base))
  return texts.filter(({ number }) => !over.has(number))
}
