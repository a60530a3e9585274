import { deflateRawSync } from 'node:zlib'

type Content = Buffer | { packed: Buffer; claims: number }

/** A zip file of these, packed; one may claim to be of another size than it is. */
export function zipOf(files: Record<string, Content>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path)
    const packed = Buffer.isBuffer(content) ? deflateRawSync(content) : content.packed
    const size = Buffer.isBuffer(content) ? content.length : content.claims
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(size, 18)
    facts.writeUInt16LE(name.length, 22)
    const central = Buffer.concat([Buffer.from('504b01021400', 'hex'), facts, Buffer.alloc(14)])
    central.writeUInt32LE(at, 42)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts])
    bodies.push(local, name, packed)
    directory.push(central, name)
    at += local.length + name.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, list, end])
}
