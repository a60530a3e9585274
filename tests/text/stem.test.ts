import { describe, expect, test } from 'vitest'
import { stem } from '#server/text/stem.ts'
import { stemsOf } from '#server/text/words.ts'

const FAMILIES = [
  'layanan pelayanan melayani dilayani pelayanannya layanilah',
  'nilai menilai penilaian dinilai nilainya',
  'tulis menulis penulisan ditulis tulisan tertulis',
  'kirim mengirim pengiriman dikirim dikirimkan',
  'atur mengatur peraturan aturan diatur aturannya',
  'susun menyusun penyusunan disusun penyusunannya',
  'putus memutuskan keputusan diputuskan',
  'bayar membayar pembayaran dibayarkan berbayar',
  'baik memperbaiki perbaikan diperbaiki kebaikan',
  'sehat kesehatan menyehatkan',
  'lambat terlambat keterlambatan diperlambat',
  'tugas petugas penugasan menugaskan bertugas',
  'usul mengusulkan usulan pengusul diusulkan',
  'beri memberi pemberian berikan diberi',
  'ajar belajar pelajaran mengajar diajarkan',
  'kerja bekerja pekerjaan dikerjakan pekerja',
  'ubah mengubah perubahan berubah diubah',
]

describe('Indonesian stems', () => {
  test.each(FAMILIES)('%s share one stem', (family) => {
    expect(new Set(family.split(' ').map(stem)).size).toBe(1)
  })

  test('families stay apart', () => {
    const stems = FAMILIES.map((family) => stem(family.split(' ')[0]!))
    expect(new Set(stems).size).toBe(FAMILIES.length)
  })

  test.each('desa bukan pekan jalan dinas perda beras menit ikan warga'.split(' '))(
    '%s loses nothing of itself',
    (word) => {
      expect(stem(word).slice(1)).toBe(word.slice(1))
    },
  )

  test('are read past signs, case, invisible letters and words that say nothing', () => {
    expect(stemsOf('Mohon PELAYANAN\u200b di loket, \u202eitu… anak-anak 24 jam!')).toEqual(
      stemsOf('pelayanan loket anak anak 24 jam'),
    )
  })

  test('a text of one endless word gives one short stem', () => {
    expect(stemsOf('a'.repeat(10_000))).toHaveLength(1)
    expect(stemsOf('a'.repeat(10_000))[0]!.length).toBeLessThanOrEqual(40)
    expect(stemsOf('🙏🏽 … !!!')).toEqual([])
  })
})
