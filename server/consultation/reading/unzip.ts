/**
 * One part of a zip file, unpacked up to a size and not a byte further: what a file says of its own size is not believed.
 * Reads what every office program writes; no encryption, no zip64.
 */
import { inflateRawSync } from 'node:zlib'

export class UnreadableZip extends Error {
  override name = 'UnreadableZip'
}

export class ZipTooLarge extends Error {
  override name = 'ZipTooLarge'
}

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const LONGEST_COMMENT = 65_535

/** @param most bytes @returns undefined if there is no such part. @throws UnreadableZip, ZipTooLarge */
export function unzipPart(zip: Buffer, name: string, most: number): Buffer | undefined {
  try {
    return findAndInflate(zip, name, most)
  } catch (error) {
    if (error instanceof ZipTooLarge || error instanceof UnreadableZip) throw error
    // Offsets that point outside the file, and streams that are none.
    if (error instanceof RangeError && codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw new ZipTooLarge(name)
    throw new UnreadableZip(name, { cause: error })
  }
}

function findAndInflate(zip: Buffer, name: string, most: number): Buffer | undefined {
  const end = endOfDirectory(zip)
  let at = zip.readUInt32LE(end + 16)
  const entries = zip.readUInt16LE(end + 10)
  for (let read = 0; read < entries; read += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new UnreadableZip('directory')
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) return inflate(zip, at, most)
    at += 46 + nameLength + extra + comment
  }
  return undefined
}

function inflate(zip: Buffer, entry: number, most: number): Buffer {
  const isEncrypted = (zip.readUInt16LE(entry + 8) & 1) === 1
  const method = zip.readUInt16LE(entry + 10)
  const packed = zip.readUInt32LE(entry + 20)
  const header = zip.readUInt32LE(entry + 42)
  if (isEncrypted || zip.readUInt32LE(header) !== LOCAL_HEADER) throw new UnreadableZip('part')
  const begin = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  const bytes = zip.subarray(begin, begin + packed)
  if (method === 8) return inflateRawSync(bytes, { maxOutputLength: most })
  if (method !== 0) throw new UnreadableZip('method')
  if (bytes.length > most) throw new ZipTooLarge('part')
  return bytes
}

function endOfDirectory(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - LONGEST_COMMENT); at -= 1) {
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  throw new UnreadableZip('end')
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
