/** Merkle tree hashes as in RFC 6962 part 2.1: leaves are hashed behind a 0x00, nodes behind a 0x01. */
import { createHash } from 'node:crypto'

const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/** Root over leaves given as hexadecimal, in the order given; sorting is the caller's. The root of nothing is SHA-256 of nothing. */
export function merkleRoot(leavesHex: Iterable<string>): string {
  const tree = growMerkle()
  for (const leaf of leavesHex) tree.add(leaf)
  return tree.root()
}

export interface MerkleTree {
  add(leafHex: string): void
  /** Hexadecimal. May be asked at any time and changes nothing. */
  root(): string
}

/** A tree that takes leaves one by one and keeps only one hash for each power of two: memory grows with the logarithm. */
export function growMerkle(): MerkleTree {
  const full: { hash: Buffer; leaves: number }[] = []
  return {
    add(leafHex) {
      let grown = { hash: hashOf(LEAF, Buffer.from(leafHex, 'hex')), leaves: 1 }
      for (let left = full.at(-1); left?.leaves === grown.leaves; left = full.at(-1)) {
        full.pop()
        grown = { hash: hashOf(NODE, left.hash, grown.hash), leaves: left.leaves * 2 }
      }
      full.push(grown)
    },
    root() {
      if (full.length === 0) return hashOf().toString('hex')
      return full
        .map(({ hash }) => hash)
        .reduceRight((right, left) => hashOf(NODE, left, right))
        .toString('hex')
    },
  }
}

function hashOf(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
