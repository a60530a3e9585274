/**
 * A page kept compressed into which fresh pieces are put without compressing it again.
 * Gzip allows it: a deflate stream may be cut at a full flush, and a stored block may stand between the parts (RFC 1951, 3.2.4).
 */
import { constants, crc32, deflateRawSync } from 'node:zlib'

export interface Spliceable {
  plain: Buffer[]
  deflated: Buffer[]
  /** Of the first part: it need not be summed again for each copy, so a form's pieces stand near its end. */
  checksum: number
}

const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])

/** Keeps the text in the parts between the pieces, each part compressed on its own. */
export function keepSpliceable(parts: string[]): Spliceable {
  const plain = parts.map((part) => Buffer.from(part))
  const deflated = plain.map((part, index) =>
    deflateRawSync(part, {
      level: 9,
      finishFlush: index === plain.length - 1 ? constants.Z_FINISH : constants.Z_FULL_FLUSH,
    }),
  )
  return { plain, deflated, checksum: crc32(plain[0] ?? '') }
}

/** The whole text with a piece between each two parts. */
export function splicePlain({ plain }: Spliceable, pieces: string[]): Buffer {
  return Buffer.concat(
    plain.flatMap((part, index) => (index === 0 ? [part] : [Buffer.from(pieces[index - 1] ?? ''), part])),
  )
}

/** The same, as one gzip member. */
export function spliceGzip({ plain, deflated, checksum: begun }: Spliceable, pieces: string[]): Buffer {
  const [first = Buffer.alloc(0), ...rest] = plain
  const out: Buffer[] = [GZIP_HEADER, deflated[0] ?? Buffer.alloc(0)]
  let checksum = begun
  let length = first.length
  for (const [index, part] of rest.entries()) {
    const piece = Buffer.from(pieces[index] ?? '')
    out.push(storedBlock(piece), deflated[index + 1] ?? Buffer.alloc(0))
    checksum = crc32(part, crc32(piece, checksum))
    length += piece.length + part.length
  }
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(checksum, 0)
  trailer.writeUInt32LE(length >>> 0, 4)
  return Buffer.concat([...out, trailer])
}

function storedBlock(piece: Buffer): Buffer {
  const header = Buffer.alloc(5)
  header.writeUInt16LE(piece.length, 1)
  header.writeUInt16LE(piece.length ^ 0xffff, 3)
  return Buffer.concat([header, piece])
}
