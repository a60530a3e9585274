import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { growMerkle, merkleRoot } from '#server/ledger/merkle.ts'

const hash = (...hex: string[]) =>
  createHash('sha256')
    .update(Buffer.from(hex.join(''), 'hex'))
    .digest('hex')
const leaf = (data: string) => hash('00', data)
const node = (left: string, right: string) => hash('01', left, right)

describe('Merkle root', () => {
  test('of nothing is the hash of nothing', () => {
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
  test('of one empty leaf is the hash of a zero byte', () => {
    expect(merkleRoot([''])).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  })
  test('of two, three and five leaves splits at the largest power of two below', () => {
    const [a, b, c, d, e] = ['0a', '0b', '0c', '0d', '0e'] as const
    const [A, B, C, D, E] = [leaf(a), leaf(b), leaf(c), leaf(d), leaf(e)]
    expect(merkleRoot([a, b])).toBe(node(A, B))
    expect(merkleRoot([a, b, c])).toBe(node(node(A, B), C))
    expect(merkleRoot([a, b, c, d, e])).toBe(node(node(node(A, B), node(C, D)), E))
  })
  test('of seven leaves folds the incomplete right side from the right', () => {
    const leaves = ['01', '02', '03', '04', '05', '06', '07']
    const [A, B, C, D, E, F, G] = leaves.map(leaf) as [string, string, string, string, string, string, string]
    expect(merkleRoot(leaves)).toBe(node(node(node(A, B), node(C, D)), node(node(E, F), G)))
  })
  test('a leaf can not pass for a node', () => {
    expect(merkleRoot([leaf('0a') + leaf('0b')])).not.toBe(merkleRoot(['0a', '0b']))
  })
  test('may be asked while the tree still grows', () => {
    const tree = growMerkle()
    tree.add('0a')
    expect(tree.root()).toBe(leaf('0a'))
    tree.add('0b')
    expect(tree.root()).toBe(node(leaf('0a'), leaf('0b')))
  })
})
