/** What kind of file some bytes are, by the bytes alone. */

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** Every kind that is taken. Nothing that a browser or an office program runs: no HTML, no SVG, no macros. */
export const EXTENSIONS = {
  pdf: { mime: 'application/pdf', extension: () => 'pdf' },
  docx: { mime: `${OFFICE}.wordprocessingml.document`, extension: () => 'docx' },
  xlsx: { mime: `${OFFICE}.spreadsheetml.sheet`, extension: () => 'xlsx' },
  odt: { mime: 'application/vnd.oasis.opendocument.text', extension: () => 'odt' },
  jpeg: { mime: 'image/jpeg', extension: () => 'jpg' },
  png: { mime: 'image/png', extension: () => 'png' },
  webp: { mime: 'image/webp', extension: () => 'webp' },
  // A table and other text are alike in their bytes, and neither is run by anything.
  text: { mime: 'text/plain', extension: (name: string) => (/\.csv$/i.test(name) ? 'csv' : 'txt') },
} as const satisfies Record<string, { mime: string; extension: (name: string) => string }>

export type FileKind = keyof typeof EXTENSIONS

/** For the `accept` of a form's field. */
export const ACCEPTED_FILES = '.pdf,.docx,.xlsx,.odt,.jpg,.jpeg,.png,.webp,.txt,.csv'

/** Undefined for whatever isn't taken, also for nothing at all. */
export function fileKindOf(given: Uint8Array): FileKind | undefined {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  const begins = (text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text
  if (begins('%PDF-')) return 'pdf'
  if (begins('\u00ff\u00d8\u00ff')) return 'jpeg'
  if (begins('\u0089PNG\r\n\u001a\n')) return 'png'
  if (begins('RIFF') && begins('WEBP', 8)) return 'webp'
  if (begins('PK\u0003\u0004')) return officeKindOf(bytes)
  return isText(bytes) ? 'text' : undefined
}

function officeKindOf(bytes: Buffer): FileKind | undefined {
  const names = namesInZip(bytes)
  if (!names || names.some((name) => /vbaProject|\.(exe|js|vbs|bat)$/i.test(name))) return undefined
  if (names.includes('[Content_Types].xml') && names.includes('word/document.xml')) return 'docx'
  if (names.includes('[Content_Types].xml') && names.includes('xl/workbook.xml')) return 'xlsx'
  const isOdt = names[0] === 'mimetype' && bytes.includes(EXTENSIONS.odt.mime) && names.includes('content.xml')
  return isOdt ? 'odt' : undefined
}

const END_OF_DIRECTORY = 0x06054b50
const IN_DIRECTORY = 0x02014b50
const LONGEST_END = 22 + 0xffff

/** Names of what a ZIP holds, without unpacking anything; undefined where it can't be read. */
function namesInZip(bytes: Buffer): string[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < Math.max(0, bytes.length - LONGEST_END) || end + 22 > bytes.length) return undefined
  if (bytes.readUInt32LE(end) !== END_OF_DIRECTORY) return undefined
  const names: string[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== IN_DIRECTORY) return undefined
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as number[]
    names.push(bytes.toString('utf8', at + 46, at + 46 + (name ?? 0)))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return names
}

const decoder = new TextDecoder('utf-8', { fatal: true })
/** Whatever a browser might take for a page or a picture with scripts in it. */
const MARKUP = /^\s*<|<(!doctype|html|head|body|script|svg|iframe|\?xml)\b/i
const CONTROL = /[^\P{Cc}\n\r\t\f]/u

function isText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false
  try {
    const text = decoder.decode(bytes)
    return !CONTROL.test(text) && !MARKUP.test(text)
  } catch {
    return false
  }
}
