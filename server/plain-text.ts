/** Text that both engines and RFC 8785 take, and that leaves the text around it as it is. */

/** Signs that turn the direction of what follows them, also of what isn't theirs. (Marks that say a direction may stay.) */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g
/** All but tabs and line breaks. */
const CONTROL = /[^\P{Cc}\n\r\t]/gu

/** Without halves of characters, control characters and signs that turn the direction. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(CONTROL, '').replace(TURNING, '')
}

/** The same for all text in an input, however deep. Names of fields are left alone: a schema knows its own. */
export function plainTexts(input: unknown): unknown {
  if (typeof input === 'string') return plainText(input)
  if (Array.isArray(input)) return input.map(plainTexts)
  if (typeof input !== 'object' || input === null || Object.getPrototypeOf(input) !== Object.prototype) return input
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, plainTexts(value)]))
}
