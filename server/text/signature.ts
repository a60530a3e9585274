/**
 * How alike two texts are, told from two short signatures (MinHash): the share of places in which they agree estimates the
 * share of shingles the texts have in common (Jaccard), with a standard error of at most 1/(2·√64) ≈ 0.06.
 */

export const PLACES = 64

/** Pairs of neighbouring stems; a single one stands for itself. */
export function shinglesOf(stems: string[]): Set<string> {
  if (stems.length < 2) return new Set(stems)
  return new Set(stems.slice(1).map((word, i) => `${stems[i]} ${word}`))
}

/** Undefined for a text without words: it is like nothing. */
export function signatureOf(stems: string[]): Uint32Array | undefined {
  const shingles = shinglesOf(stems)
  if (shingles.size === 0) return undefined
  const least = new Uint32Array(PLACES).fill(0xffff_ffff)
  for (const shingle of shingles) {
    const base = hash(shingle)
    for (let place = 0; place < PLACES; place += 1) {
      const value = mix(base ^ SEEDS[place]!)
      if (value < least[place]!) least[place] = value
    }
  }
  return least
}

/** From 0 (nothing in common) to 1 (the same shingles). */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let place = 0; place < PLACES; place += 1) if (a[place] === b[place]) same += 1
  return same / PLACES
}

/**
 * Keys under which alike texts meet: two texts share at least one with probability 1 − (1 − s^rows)^bands, s being their
 * similarity.
 */
export function bandsOf(signature: Uint32Array, { bands, rows }: { bands: number; rows: number }): number[] {
  const keys: number[] = []
  for (let band = 0; band < bands; band += 1) {
    let mixed = 0
    for (let row = band * rows; row < (band + 1) * rows; row += 1) mixed = mix(Math.imul(mixed, 31) ^ signature[row]!)
    keys.push(band * 2 ** 32 + mixed)
  }
  return keys
}

/** A band as a word of letters and digits; of less than ten bands. */
export function bandWord(key: number): string {
  return `b${Math.floor(key / 2 ** 32)}${(key % 2 ** 32).toString(36)}`
}

/** As 256 bytes, the same on every machine. */
export function writeSignature(signature: Uint32Array): Buffer {
  const bytes = Buffer.allocUnsafe(PLACES * 4)
  for (let place = 0; place < PLACES; place += 1) bytes.writeUInt32LE(signature[place]!, place * 4)
  return bytes
}

export function readSignature(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = new Uint32Array(PLACES)
  for (let place = 0; place < PLACES; place += 1) signature[place] = view.getUint32(place * 4, true)
  return signature
}

/** FNV-1a over UTF-16, mixed once more. */
function hash(text: string): number {
  let value = 0x811c_9dc5
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x0100_0193)
  return mix(value)
}

/** The finishing step of MurmurHash3: every bit of what comes in moves every bit of what comes out. Unsigned. */
function mix(input: number): number {
  let value = input ^ (input >>> 16)
  value = Math.imul(value, 0x85eb_ca6b)
  value ^= value >>> 13
  value = Math.imul(value, 0xc2b2_ae35)
  return (value ^ (value >>> 16)) >>> 0
}

const SEEDS = Uint32Array.from({ length: PLACES }, (_, place) => mix(Math.imul(place + 1, 0x9e37_79b9)))
