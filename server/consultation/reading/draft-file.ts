/** A draft handed in as a file, read into the one text that is cut into passages. */
import { plainText } from '../../plain-text.ts'
import { cutDraft, type CutBlock } from '../rules/cutting.ts'
import { readMarkdown } from './markdown.ts'
import { UnreadableZip, ZipTooLarge } from './unzip.ts'
import { readWord } from './word.ts'

export const LARGEST_DRAFT_FILE = 10 * 1024 * 1024
export const LARGEST_DRAFT_TEXT = 1024 * 1024
export const MOST_BLOCKS = 2000
export const LONGEST_BLOCK = 20_000

/** Codes of what is wrong, keys of the words `consultationStaff.issues`. */
export type DraftIssue =
  | 'file-kind'
  | 'file-too-big'
  | 'file-unreadable'
  | 'file-unpacks-too-large'
  | 'draft-empty'
  | 'draft-too-many'
  | 'draft-block-too-long'

/** `text` cuts into passages as `cutDraft` does. What it is, its bytes say: a zip file must be Word's, the rest is text. */
export function readDraftFile({
  name,
  bytes,
}: {
  name: string
  bytes: Uint8Array
}): { ok: true; text: string } | { ok: false; issue: DraftIssue } {
  if (bytes.length > LARGEST_DRAFT_FILE) return { ok: false, issue: 'file-too-big' }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const text = textOf(name, buffer)
    if (text === undefined) return { ok: false, issue: 'file-kind' }
    const plain = plainText(text)
    const issue = draftIssue(cutDraft(plain))
    return issue ? { ok: false, issue } : { ok: true, text: plain }
  } catch (error) {
    if (error instanceof ZipTooLarge) return { ok: false, issue: 'file-unpacks-too-large' }
    // A file that nests deeper than the stack, besides.
    if (error instanceof UnreadableZip || error instanceof RangeError) return { ok: false, issue: 'file-unreadable' }
    throw error
  }
}

/** What is wrong with a draft that was cut, if anything. */
export function draftIssue(blocks: readonly CutBlock[]): DraftIssue | undefined {
  if (blocks.length === 0) return 'draft-empty'
  if (blocks.length > MOST_BLOCKS) return 'draft-too-many'
  return blocks.some(({ text, label }) => label.length + text.length > LONGEST_BLOCK)
    ? 'draft-block-too-long'
    : undefined
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
/** Word before 2007, and a Word file behind a password. */
const OLD_OFFICE = Buffer.from('d0cf11e0', 'hex')

function textOf(name: string, bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 4).equals(ZIP)) return readWord(bytes)
  if (bytes.subarray(0, 4).equals(OLD_OFFICE)) throw new UnreadableZip('old')
  if (bytes.includes(0) || bytes.length > LARGEST_DRAFT_TEXT) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return /\.(md|markdown)$/i.test(name) ? readMarkdown(text) : text
  } catch {
    return undefined
  }
}
