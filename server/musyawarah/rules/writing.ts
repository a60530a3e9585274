/**
 * Which texts of a point stand: those that no other text was written over. Two written at once both stand, until somebody
 * puts them together. Pure.
 */
export function standingTexts<T extends { number: number; base: number; merged: string | null }>(
  texts: readonly T[],
): T[] {
  const over = new Set(texts.flatMap(({ base, merged }) => [base, ...((JSON.parse(merged ?? '[]') ?? []) as number[])]))
  return texts.filter(({ number }) => !over.has(number))
}
