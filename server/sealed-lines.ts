/**
 * Files of JSON, one value a line, closed by a line that says how many lines there are and what SHA-256 they have.
 * A file that was cut or altered on its way is told from a whole one. Packed with gzip when written; read packed or plain.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, openSync, readSync, closeSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

const CHUNK = 64 * 1024

/** The file is not what was written: `cut` short, `altered` on its way, or of another kind (`foreign`). */
export class BrokenFile extends Error {
  override name = 'BrokenFile'
  how: 'cut' | 'altered' | 'foreign'
  constructor(how: BrokenFile['how'], message: string) {
    super(message)
    this.how = how
  }
}

/** Whether an error says that a file can't be opened or read at all. */
export function isUnreadable(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && ['open', 'read'].includes(String(error.syscall))
}

/** Text of the file, in chunks of some size; the last carries the closing line. */
async function* sealLines(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let lines = 0
  let text = ''
  for await (const value of values) {
    text += `${JSON.stringify(value)}\n`
    lines += 1
    if (text.length < CHUNK) continue
    hash.update(text)
    yield text
    text = ''
  }
  hash.update(text)
  yield `${text}${JSON.stringify({ type: 'end', lines, sha256: hash.digest('hex') })}\n`
}

/** Writes beside the file first and renames when all is there, so that the name never holds half a file. */
export async function writeSealed(file: string, values: AsyncIterable<unknown>): Promise<void> {
  const partial = `${file}.partial-${process.pid}`
  try {
    const sink = createWriteStream(partial, { mode: 0o600, flush: true })
    await pipeline(Readable.from(sealLines(values)), createGzip({ level: 6 }), sink)
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/**
 * The values of a sealed file, one by one. Only after the last is it known that the file was whole.
 * @throws BrokenFile at the first line that is no JSON, or at the end if lines are missing or altered.
 */
export async function* readSealed(file: string): AsyncGenerator<unknown> {
  const hash = createHash('sha256')
  let lines = 0
  let end: { lines?: unknown; sha256?: unknown } | undefined
  for await (const line of readLines(file)) {
    if (end) throw new BrokenFile('altered', 'There is more behind the closing line.')
    const value = parseLine(line, lines + 1)
    if (isEnd(value)) {
      end = value
      continue
    }
    hash.update(`${line}\n`)
    lines += 1
    yield value
  }
  if (!end) throw new BrokenFile('cut', 'The closing line is missing: the file was cut.')
  if (end.lines !== lines || end.sha256 !== hash.digest('hex'))
    throw new BrokenFile('altered', 'The file was altered on its way.')
}

function isEnd(value: unknown): value is { type: 'end'; lines?: unknown; sha256?: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'end'
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new BrokenFile(number === 1 ? 'foreign' : 'cut', `Line ${number} is no JSON.`)
  }
}

async function* readLines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest = ''
  for await (const chunk of unpacked(file)) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}

async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const packed = isPacked(file)
  const source = createReadStream(file)
  if (!packed) return yield* source
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip)
  try {
    yield* gunzip
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw new BrokenFile('cut', 'The packing is broken.')
    throw error
  } finally {
    source.destroy()
  }
}

function isPacked(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const magic = Buffer.alloc(2)
    return readSync(handle, magic) === 2 && magic.readUInt16BE() === 0x1f8b
  } finally {
    closeSync(handle)
  }
}
