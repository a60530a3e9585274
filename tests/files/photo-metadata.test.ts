import { describe, expect, test } from 'vitest'
import { withoutMetadata } from '#server/photo-metadata.ts'

const SECRET = 'LOKASI-RAHASIA'

function segment(marker: number, content: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(content.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, content])
}

/** An EXIF, in either order of bytes, that tells how to turn the picture and where it was taken. */
function exif(turned: number, isLittle: boolean): Buffer {
  const entries = Buffer.alloc(2 + 12 + 4)
  const short = (value: number, at: number) =>
    isLittle ? entries.writeUInt16LE(value, at) : entries.writeUInt16BE(value, at)
  short(1, 0)
  short(0x0112, 2)
  short(3, 4)
  short(turned, 10)
  const head = isLittle ? [0x49, 0x49, 42, 0, 8, 0, 0, 0] : [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
  return Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(head), entries, Buffer.from(SECRET)])
}

/** Two scans with a table between them, a stuffed byte and a restart within, and something hung behind the end. */
function jpeg(turned: number, isLittle = false): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0')),
    segment(0xe1, exif(turned, isLittle)),
    segment(0xed, Buffer.from(SECRET)),
    segment(0xfe, Buffer.from(SECRET)),
    segment(0xdb, Buffer.from([0xff, 0xd9, 7])),
    segment(0xda, Buffer.from([1, 2])),
    Buffer.from([0x11, 0xff, 0x00, 0x22, 0xff, 0xd0, 0x33]),
    segment(0xc4, Buffer.from([0xff, 0xd9])),
    segment(0xda, Buffer.from([3])),
    Buffer.from([0x44, 0xff, 0xd9]),
    Buffer.from(SECRET),
  ])
}

describe('a JPEG', () => {
  test('loses place, comment and what hangs behind it, and keeps its picture byte for byte', () => {
    const clean = withoutMetadata('jpeg', jpeg(1))
    expect(clean).toEqual(
      Buffer.concat([
        Buffer.from([0xff, 0xd8]),
        segment(0xe0, Buffer.from('JFIF\0')),
        segment(0xdb, Buffer.from([0xff, 0xd9, 7])),
        segment(0xda, Buffer.from([1, 2])),
        Buffer.from([0x11, 0xff, 0x00, 0x22, 0xff, 0xd0, 0x33]),
        segment(0xc4, Buffer.from([0xff, 0xd9])),
        segment(0xda, Buffer.from([3])),
        Buffer.from([0x44, 0xff, 0xd9]),
      ]),
    )
  })

  test.each([true, false])('that lies on its side is still turned (little-endian: %s)', (isLittle) => {
    const clean = withoutMetadata('jpeg', jpeg(6, isLittle))
    expect(clean?.includes(SECRET)).toBe(false)
    expect(clean?.includes(Buffer.from([1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true)
  })

  test('cut short is none, wherever it was cut', () => {
    const whole = jpeg(6).subarray(0, -SECRET.length)
    for (let length = 2; length < whole.length; length++) {
      expect(withoutMetadata('jpeg', whole.subarray(0, length)), String(length)).toBeUndefined()
    }
  })
})

function chunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, Buffer.from(name), content, Buffer.alloc(4)])
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const picture = [chunk('IHDR', Buffer.alloc(13)), chunk('IDAT', Buffer.from('gambar')), chunk('IEND', Buffer.alloc(0))]

test('a PNG loses its texts, its time and its EXIF', () => {
  const notes = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf'].map((name) => chunk(name, Buffer.from(SECRET)))
  const [head, ...rest] = picture
  const given = Buffer.concat([signature, head!, ...notes, ...rest, Buffer.from(SECRET)])
  expect(withoutMetadata('png', given)).toEqual(Buffer.concat([signature, ...picture]))
  expect(withoutMetadata('png', given.subarray(0, 40))).toBeUndefined()
})

function riff(chunks: [name: string, content: Buffer][]): Buffer {
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    ...chunks.flatMap(([name, content]) => {
      const size = Buffer.alloc(4)
      size.writeUInt32LE(content.length)
      return [Buffer.from(name), size, content, Buffer.alloc(content.length % 2)]
    }),
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from('RIFF'), size, body])
}

test('a WebP loses its EXIF and XMP, and says no more that it has them', () => {
  const flags = (first: number) => Buffer.from([first, 0, 0, 0, 1, 0, 0, 1, 0, 0])
  const image: [string, Buffer] = ['VP8 ', Buffer.from('gambar ganjil')]
  const notes: [string, Buffer][] = [
    ['EXIF', Buffer.from(SECRET)],
    ['XMP ', Buffer.from(SECRET)],
  ]
  const given = riff([['VP8X', flags(0b11100)], image, ...notes])
  expect(withoutMetadata('webp', given)).toEqual(riff([['VP8X', flags(0b10000)], image]))
  expect(withoutMetadata('webp', given.subarray(0, 40))).toBeUndefined()
})
