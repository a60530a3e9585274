/** Text that both engines and RFC 8785 take, and that leaves the text around it as it is. */

/** Signs that turn the direction of what follows them, also of what isn't theirs. (Marks that say a direction may stay.) */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g
/** All but tabs and line breaks. */
const CONTROL = /[^\P{Cc}\n\r\t]/gu

/** Without halves of characters, control characters and signs that turn the direction. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(CONTROL, '').replace(TURNING, '')
}

/** Signs that take no room and say nothing: what is hidden between them can't be searched for, compared or reported. */
const INVISIBLE =
  /\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/gu
/** Joiners belong between parts of an emoji, and between letters of scripts that are written joined. */
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{Script=Arabic}\p{Script=Syriac}\p{Mn}\p{Mc}])[\u200c\u200d]|[\u200c\u200d](?![\p{Extended_Pictographic}\u2640\u2642\p{L}])/gu
/** Marks are stacked on a letter by nobody who writes; four are more than any script needs. */
const STACKED = /(\p{M}{4})\p{M}+/gu
/** Flags of Wales, Scotland and England are written with tags behind a black flag; elsewhere tags are unseen text. */
const STRAY_TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]+/gu

/**
 * Text that strangers will read, as every module keeps it: composed, with line breaks of one kind and no more than one empty
 * line in a row, without what can't be seen. Empty if nothing of it can be seen.
 */
export function publicText(text: string): string {
  const visible = plainText(text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n'))
    .replace(INVISIBLE, '')
    .replace(STRAY_TAGS, '')
    .replace(STRAY_JOINER, '')
    .replace(STACKED, '$1')
    .normalize('NFC')
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return /[^\s\p{M}\u2800]/u.test(visible) ? visible : ''
}

/** The same for all text in an input, however deep. Names of fields are left alone: a schema knows its own. */
export function plainTexts(input: unknown): unknown {
  if (typeof input === 'string') return plainText(input)
  if (Array.isArray(input)) return input.map(plainTexts)
  if (typeof input !== 'object' || input === null || Object.getPrototypeOf(input) !== Object.prototype) return input
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, plainTexts(value)]))
}
