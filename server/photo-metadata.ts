/**
 * A photograph without what its camera wrote into it: place, time, device, comments, and whatever was hung behind the picture.
 * The picture itself stays byte for byte; of the rest only how it is to be turned and its colours.
 */
import type { FileKind } from './file-kinds.ts'

export const PHOTO_KINDS = ['jpeg', 'png', 'webp'] as const satisfies FileKind[]
export type PhotoKind = (typeof PHOTO_KINDS)[number]

export function isPhoto(kind: FileKind | undefined): kind is PhotoKind {
  return PHOTO_KINDS.some((one) => one === kind)
}

/** Undefined where it can't be read to its end. */
export function withoutMetadata(kind: PhotoKind, bytes: Buffer): Buffer | undefined {
  try {
    return { jpeg: cleanJpeg, png: cleanPng, webp: cleanWebp }[kind](bytes)
  } catch (error) {
    // Cut short: a length leads behind its last byte.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9
const EXIF = 0xe1
/** JFIF, colour profile, Adobe's transform: a picture looks different without them. */
const KEPT_SEGMENTS = new Set([0xe0, 0xe2, 0xee])

function cleanJpeg(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let turned = 1
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) return undefined
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END_OF_IMAGE) {
      kept.splice(1, 0, orientationSegment(turned))
      return Buffer.concat([...kept, bytes.subarray(at, at + 2)])
    }
    let end = at + 2 + bytes.readUInt16BE(at + 2)
    if (marker === EXIF) turned = orientationOf(bytes.subarray(at + 4, end)) ?? turned
    if (marker === START_OF_SCAN) end = endOfScan(bytes, end)
    const isNote = (marker >= 0xe0 && marker <= 0xef && !KEPT_SEGMENTS.has(marker)) || marker === 0xfe
    if (!isNote) kept.push(bytes.subarray(at, end))
    at = end
  }
}

/** Behind a scan's data: the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; ; at++) {
    if (bytes.readUInt8(at) !== 0xff) continue
    const next = bytes.readUInt8(at + 1)
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
  }
}

const ORIENTATION = 0x0112

/** How the picture is to be turned, 1 to 8, as its EXIF says. */
function orientationOf(exif: Buffer): number | undefined {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0' || exif.length < 14) return undefined
  const tiff = exif.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < short(first); entry++) {
    const at = first + 2 + entry * 12
    if (short(at) === ORIENTATION) return short(at + 8)
  }
  return undefined
}

/** An EXIF that says nothing but how to turn it; nothing where it stands upright. */
function orientationSegment(turned: number): Buffer {
  if (turned < 2 || turned > 8) return Buffer.alloc(0)
  const tiff = Buffer.from([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    turned,
    0,
    0,
    0,
    0,
    0,
    0,
  ])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(2 + 6 + tiff.length)
  return Buffer.concat([Buffer.from([0xff, EXIF]), length, Buffer.from('Exif\0\0', 'latin1'), tiff])
}

const PNG_NOTES = new Set(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf'])

function cleanPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; ;) {
    const name = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) throw new RangeError('A chunk without its end.')
    if (!PNG_NOTES.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
}

/** Of the flags of an extended WebP: that it has EXIF, that it has XMP. */
const WEBP_NOTES = 0b1100

function cleanWebp(bytes: Buffer): Buffer {
  const whole = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= whole;) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (end > bytes.length) throw new RangeError('A chunk without its end.')
    const chunk = Buffer.from(bytes.subarray(at, end))
    if (name === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~WEBP_NOTES, 8)
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk)
    at = end
  }
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}
