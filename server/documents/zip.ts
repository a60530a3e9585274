/** A zip file as small as it says it is: unpacked under a limit and packed again, so that whoever reads on meets no other. */
import { crc32, inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const LONGEST_COMMENT = 65_535
const MOST_ENTRIES = 2000
const STORED = 0
const DEFLATED = 8

interface Entry {
  name: Buffer
  content: Buffer
}

/**
 * The same files, unpacked; undefined if it is no zip file, is damaged, or unpacks to more than `most` bytes in all. What
 * its headers claim of sizes is not believed.
 */
export function measuredZip(bytes: Uint8Array, most: number): Buffer | undefined {
  const entries: Entry[] = []
  let room = most
  try {
    for (const entry of packedEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
      const content = unpack(entry, room)
      if (!content) return undefined
      room -= content.length
      entries.push({ name: entry.name, content })
    }
  } catch {
    return undefined
  }
  return entries.length > 0 ? stored(entries) : undefined
}

interface Packed {
  name: Buffer
  method: number
  packed: Buffer
}

/** @throws RangeError on a header that points outside the file */
function* packedEntries(file: Buffer): Generator<Packed> {
  const end = endOf(file)
  let at = file.readUInt32LE(end + 16)
  const count = file.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new RangeError('more entries than a document has')
  for (let i = 0; i < count; i += 1) {
    if (file.readUInt32LE(at) !== CENTRAL) throw new RangeError('no entry')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const local = file.readUInt32LE(at + 42)
    const size = file.readUInt32LE(at + 20)
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    if (file.readUInt32LE(local) !== LOCAL || from + size > file.length) throw new RangeError('no content')
    yield {
      name: file.subarray(at + 46, at + 46 + (nameLength ?? 0)),
      method: file.readUInt16LE(at + 10),
      packed: file.subarray(from, from + size),
    }
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
}

function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END_BYTES - LONGEST_COMMENT)
  for (let at = file.length - END_BYTES; at >= first; at -= 1) if (file.readUInt32LE(at) === END) return at
  throw new RangeError('no end')
}

function unpack({ method, packed }: Packed, room: number): Buffer | undefined {
  if (method === STORED) return packed.length <= room ? packed : undefined
  if (method !== DEFLATED || room < 1) return undefined
  return inflateRawSync(packed, { maxOutputLength: room })
}

function stored(entries: Entry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of entries) {
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(content.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(CENTRAL, 0)
    central.writeUInt16LE(20, 4)
    facts.copy(central, 6)
    central.writeUInt32LE(at, 42)
    directory.push(central, name)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(LOCAL, 0)
    bodies.push(local, facts, name, content)
    at += 30 + name.length + content.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(END_BYTES)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, list, end])
}
