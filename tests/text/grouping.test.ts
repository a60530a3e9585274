import { describe, expect, test } from 'vitest'
import { groupAlike, groupingOneByOne } from '#server/text/group.ts'
import { readSignature, shinglesOf, signatureOf, similarity, writeSignature } from '#server/text/signature.ts'
import { stemsOf } from '#server/text/words.ts'

const LETTER =
  'Kami warga kelurahan menolak biaya tambahan pada pengurusan surat pindah karena memberatkan keluarga nelayan dan meminta loket dibuka pada hari Sabtu'
const OTHER = 'Penilaian kinerja petugas puskesmas hendaknya memakai hasil survei kepuasan pasien setiap triwulan'
const signed = (text: string) => signatureOf(stemsOf(text))

/** Jaccard of the shingles themselves. */
function exact(a: string, b: string): number {
  const [left, right] = [shinglesOf(stemsOf(a)), shinglesOf(stemsOf(b))]
  const common = [...left].filter((shingle) => right.has(shingle)).length
  return common / (left.size + right.size - common)
}

describe('signatures of texts', () => {
  test('agree wholly for texts that differ in endings and signs alone', () => {
    const a = signed('Pelayanan loket dilayani lambat')!
    expect(similarity(a, signed('Melayani LOKET, dilayani: terlambat!')!)).toBe(1)
  })

  test('come near to the share of common shingles', () => {
    const changed = LETTER.replace('nelayan', 'buruh').replace('Sabtu', 'Minggu')
    const pairs: [string, string][] = [
      [LETTER, changed],
      [LETTER, `${LETTER} ${OTHER}`],
      [LETTER, OTHER],
    ]
    for (const [a, b] of pairs) expect(Math.abs(similarity(signed(a)!, signed(b)!) - exact(a, b))).toBeLessThan(0.2)
  })

  test('come back as they were written', () => {
    const signature = signed(LETTER)!
    expect(readSignature(writeSignature(signature))).toEqual(signature)
  })

  test('are none for a text without words', () => {
    expect(signed('!!! 🙏')).toBeUndefined()
  })
})

describe('grouping', () => {
  const letters = ['Yth. Bupati.', 'Salam.', '', 'Terima kasih.'].map((greeting) => signed(`${greeting} ${LETTER}`))

  test('puts a letter with its copies, and leaves the rest alone', () => {
    const groups = groupAlike([signed(OTHER), ...letters, undefined, signed('Setuju')])
    expect(groups).toEqual([0, 1, 1, 1, 1, 5, 6])
  })

  test('gives the same where texts come one by one', () => {
    const texts = Array.from(
      { length: 300 },
      (_, i) => `${LETTER} nomor${i % 30} rumah${i % 7} jalan${i % 30} ${OTHER} rt${i % 30}`,
    )
    const signatures = texts.map((text) => signed(text)!)
    const leaderOf = groupingOneByOne()
    expect(signatures.map((signature) => leaderOf(signature))).toEqual(groupAlike(signatures))
  })
})
