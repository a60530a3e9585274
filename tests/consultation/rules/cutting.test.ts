import { describe, expect, test } from 'vitest'
import { citeBlocks } from '#server/consultation/rules/citation.ts'
import { cutDraft, writeDraft } from '#server/consultation/rules/cutting.ts'
import { matchBlocks } from '#server/consultation/rules/matching.ts'
import { seeded } from '../../survey/rules/answers.ts'

const WORDS = {
  paragraph: (label: string) => `ayat ${label}`,
  letter: (label: string) => `huruf ${label}`,
  number: (label: string) => `angka ${label}`,
  unnumbered: (position: number) => `bagian ke-${position}`,
}

const REGULATION = `Menimbang bahwa pelayanan perlu cepat.

BAB I
KETENTUAN UMUM

Pasal 1
Dalam peraturan ini yang dimaksud dengan:
1. Daerah adalah kabupaten.
2. Pengaduan adalah keluhan:
a. lisan;
b. tertulis.
3. Petugas adalah pegawai.

BAB II PENGADUAN
Bagian Kesatu
Umum
Pasal 2
(1) Setiap pengaduan dijawab paling lama lima hari kerja.
(2) Pengaduan sebagaimana dimaksud dalam
Pasal 1 ayat (1) dicatat.`

describe('cutting a draft', () => {
  test('finds chapters, parts, articles, paragraphs and items, and names each', () => {
    const blocks = cutDraft(REGULATION)
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'text',
      'chapter',
      'article',
      'item',
      'item',
      'item',
      'item',
      'item',
      'chapter',
      'part',
      'article',
      'paragraph',
      'paragraph',
    ])
    expect(citeBlocks(blocks, WORDS)).toEqual([
      'bagian ke-1',
      'BAB I',
      'Pasal 1',
      'Pasal 1 angka 1',
      'Pasal 1 angka 2',
      'Pasal 1 angka 2 huruf a',
      'Pasal 1 angka 2 huruf b',
      'Pasal 1 angka 3',
      'BAB II',
      'Bagian Kesatu',
      'Pasal 2',
      'Pasal 2 ayat (1)',
      'Pasal 2 ayat (2)',
    ])
  })

  test('joins a title to its chapter and a broken line to what it goes on', () => {
    const blocks = cutDraft(REGULATION)
    expect(blocks[1]).toEqual({ kind: 'chapter', label: 'BAB I', text: 'KETENTUAN UMUM' })
    expect(blocks.at(-1)?.text).toBe('Pengaduan sebagaimana dimaksud dalam Pasal 1 ayat (1) dicatat.')
  })

  test('takes a heading of any line, and plain text of a line with a backslash', () => {
    expect(cutDraft('# Latar belakang\n## Maksud\n\\(1) bukan ayat\n- butir')).toEqual([
      { kind: 'chapter', label: '', text: 'Latar belakang' },
      { kind: 'part', label: '', text: 'Maksud' },
      { kind: 'text', label: '', text: '(1) bukan ayat' },
      { kind: 'item', label: '', text: 'butir' },
    ])
  })

  test.each(['', ' \n\n ', '\\'])('makes nothing of %j', (text) => {
    expect(cutDraft(text)).toEqual([])
  })

  test('what was cut is written as a text that is cut the same way again', () => {
    const random = seeded(7)
    const pieces = [
      'BAB IV',
      '# Judul',
      'Pasal 9',
      '(3) dan',
      'b. satu',
      '12) dua',
      '- tiga',
      'teks biasa',
      '\\a. teks',
      '## BAB X',
      '',
    ]
    for (let round = 0; round < 300; round += 1) {
      const lines = Array.from({ length: 12 }, () => pieces[Math.floor(random() * pieces.length)] ?? '')
      const blocks = cutDraft(lines.join('\n'))
      expect(cutDraft(writeDraft(blocks))).toEqual(blocks)
    }
  })
})

describe('matching passages', () => {
  const matched = (before: string, after: string) => {
    const [old, next] = [cutDraft(before), cutDraft(after)]
    const names = citeBlocks(old, WORDS)
    return matchBlocks(old, next).map((index) => (index === null ? 'new' : names[index]))
  }

  test('an inserted article leaves the others who they were, whatever their number now', () => {
    const after = REGULATION.replace(
      'Pasal 2\n',
      'Pasal 2\nPetugas menyebutkan namanya kepada warga.\n\nPasal 3\n',
    ).replace('lima hari kerja', 'tiga hari kerja sejak diterima')
    expect(matched(REGULATION, after).slice(-5)).toEqual([
      'Bagian Kesatu',
      'new',
      'Pasal 2',
      'Pasal 2 ayat (1)',
      'Pasal 2 ayat (2)',
    ])
  })

  test('a removed item is nobody’s, and its neighbours stay', () => {
    expect(matched('Pasal 1\na. nama;\nb. alamat;\nc. nomor.', 'Pasal 1\na. nama;\nb. nomor.')).toEqual([
      'Pasal 1',
      'Pasal 1 huruf a',
      'Pasal 1 huruf c',
    ])
  })

  test('a text that shares nothing is new even under the old number', () => {
    expect(
      matched(
        'Pasal 4\nSetiap pengaduan dijawab dalam lima hari kerja.',
        'Pasal 4\nAnggaran bersumber dari belanja daerah.',
      ),
    ).toEqual(['new'])
  })

  test('no old passage is taken twice', () => {
    const twice = 'Pasal 1\nWarga dilayani tanpa biaya.\n\nPasal 2\nWarga dilayani tanpa biaya.'
    expect(matched('Pasal 1\nWarga dilayani tanpa biaya.', twice)).toEqual(['Pasal 1', 'new'])
  })
})
