/** "{name} tercatat." with what it names. */
export function fillIn(sentence: string, given: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ''))
}
