/** A QR code as a picture (PNG, eight bits of grey), many dots to each square so that print shows it sharp. */
import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** Empty squares around the code, as the standard asks. */
const QUIET = 4
const DOTS = 12

export function qrPng(text: string): Buffer {
  const squares = encode(text, { ecc: 'M', border: QUIET }).data
  const side = squares.length * DOTS
  const lines = squares.map((row) => {
    const dots = Buffer.concat(row.map((dark) => Buffer.alloc(DOTS, dark ? 0 : 255)))
    // Each line of a PNG begins with how it was filtered: not at all.
    return Buffer.concat([Buffer.alloc(1), dots])
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.writeUInt8(8, 8)
  const pixels = Buffer.concat(lines.flatMap((line) => Array<Buffer>(DOTS).fill(line)))
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
