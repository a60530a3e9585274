/** A draft from a file: Word with its automatic numbers, Markdown, plain text, and what can't be one. */
import { deflateRawSync } from 'node:zlib'
import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { describe, expect, test } from 'vitest'
import { readDraftFile } from '#server/consultation/reading/draft-file.ts'
import { cutDraft } from '#server/consultation/rules/cutting.ts'

const levels = [
  { level: 0, format: LevelFormat.DECIMAL, text: 'Pasal %1' },
  { level: 1, format: LevelFormat.DECIMAL, text: '(%2)' },
  { level: 2, format: LevelFormat.LOWER_LETTER, text: '%3.' },
]
const numbered = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'pasal', level } })

async function wordFile(children: (Paragraph | Table)[]): Promise<Buffer> {
  const document = new Document({ numbering: { config: [{ reference: 'pasal', levels }] }, sections: [{ children }] })
  return Packer.toBuffer(document)
}

function labelsOf(file: { name: string; bytes: Uint8Array }): string[] {
  const read = readDraftFile(file)
  if (!read.ok) throw new Error(read.issue)
  return cutDraft(read.text).map(({ kind, label, text }) => `${kind}|${label}|${text}`)
}

describe('a Word file', () => {
  test('is cut by the numbers that Word counts itself', async () => {
    const bytes = await wordFile([
      new Paragraph({ text: 'Rancangan Peraturan', heading: HeadingLevel.TITLE }),
      new Paragraph({ children: [new TextRun('BAB I'), new TextRun({ text: 'KETENTUAN UMUM', break: 1 })] }),
      numbered('', 0),
      numbered('Setiap pengaduan dicatat & dijawab.', 1),
      numbered('Jawaban memuat:', 1),
      numbered('alasan;', 2),
      numbered('langkah.', 2),
      numbered('', 0),
      numbered('Pasal ini mulai lagi dari ayat satu.', 1),
      new Table({
        rows: [
          new TableRow({
            children: ['Tahap', 'Hari'].map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
          }),
        ],
      }),
    ])
    expect(labelsOf({ name: 'naskah.docx', bytes })).toEqual([
      'chapter||Rancangan Peraturan',
      'chapter|BAB I|KETENTUAN UMUM',
      'article|Pasal 1|',
      'paragraph|(1)|Setiap pengaduan dicatat & dijawab.',
      'paragraph|(2)|Jawaban memuat:',
      'item|a.|alasan;',
      'item|b.|langkah.',
      'article|Pasal 2|',
      'paragraph|(1)|Pasal ini mulai lagi dari ayat satu.',
      'text||Tahap · Hari',
    ])
  })

  test('leaves out what was struck in tracked changes and what stands there twice', () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const bytes = zipOf(
      'word/document.xml',
      `<w:document><w:body><w:p>${run('Lima')}<w:del><w:r><w:delText> enam</w:delText></w:r></w:del><w:ins>${run(' hari')}</w:ins></w:p>
       <w:p><mc:AlternateContent><mc:Choice>${run('Kotak')}</mc:Choice><mc:Fallback>${run('Kotak')}</mc:Fallback></mc:AlternateContent></w:p></w:body></w:document>`,
    )
    expect(labelsOf({ name: 'a.docx', bytes })).toEqual(['text||Lima hari', 'text||Kotak'])
  })

  test('that unpacks to gigabytes is refused before it is unpacked', () => {
    const bomb = zipOf('word/document.xml', Buffer.alloc(64 * 1024 * 1024, 32))
    expect(bomb.length).toBeLessThan(100_000)
    expect(readDraftFile({ name: 'bom.docx', bytes: bomb })).toEqual({ ok: false, issue: 'file-unpacks-too-large' })
  })

  test('that lies about its size is refused all the same', () => {
    const bomb = zipOf('word/document.xml', Buffer.alloc(64 * 1024 * 1024, 32), { size: 100 })
    expect(readDraftFile({ name: 'bom.docx', bytes: bomb })).toEqual({ ok: false, issue: 'file-unpacks-too-large' })
  })

  test('that is cut off anywhere is refused with a clear word', async () => {
    const bytes = await wordFile([new Paragraph('Isi')])
    for (let cut = 4; cut < bytes.length; cut += 97) {
      expect(readDraftFile({ name: 'a.docx', bytes: bytes.subarray(0, cut) })).toEqual({
        ok: false,
        issue: 'file-unreadable',
      })
    }
  })

  test.each([
    ['a zip file that is no Word file', zipOf('xl/workbook.xml', '<x/>'), 'file-kind'],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-unreadable'],
    ['an empty document', zipOf('word/document.xml', '<w:document/>'), 'draft-empty'],
  ])('%s is refused', (_, bytes, issue) => {
    expect(readDraftFile({ name: 'a.docx', bytes })).toEqual({ ok: false, issue })
  })
})

describe('a text file', () => {
  test('of Markdown is cut by its headings and lists', () => {
    const markdown =
      '# BAB I Umum\n\nSatu **dua** [tiga](https://contoh.go.id)\n\n1. empat\n2. lima\n   - enam\n\n<script>alert(1)</script>'
    expect(labelsOf({ name: 'naskah.md', bytes: Buffer.from(markdown) })).toEqual([
      'chapter|BAB I|Umum',
      'text||Satu dua tiga',
      'item|1.|empat',
      'item|2.|lima',
      'item||enam',
      'text||<script>alert(1)</script>',
    ])
  })

  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'file-kind'],
    ['bytes that are no text', Buffer.from('ff41fe', 'hex'), 'file-kind'],
    ['nothing', Buffer.alloc(0), 'draft-empty'],
    ['more than 2,000 passages', Buffer.from('(1) satu\n'.repeat(2001)), 'draft-too-many'],
    ['one endless passage', Buffer.from('a'.repeat(20_001)), 'draft-block-too-long'],
    ['more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 97), 'file-too-big'],
  ])('of %s is refused', (_, bytes, issue) => {
    expect(readDraftFile({ name: 'naskah.txt', bytes })).toEqual({ ok: false, issue })
  })

  test('that nests without end is refused, not fallen over', () => {
    const bytes = Buffer.from('>'.repeat(200_000) + ' dalam')
    expect(readDraftFile({ name: 'naskah.md', bytes }).ok).toBe(false)
  })
})

/** A zip file of one part, made by hand so that it may say anything of itself. */
function zipOf(name: string, content: string | Buffer, { size }: { size?: number } = {}): Buffer {
  const plain = Buffer.from(content)
  const packed = deflateRawSync(plain)
  const title = Buffer.from(name)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(title.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(size ?? plain.length, 24)
  entry.writeUInt16LE(title.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + title.length + packed.length, 16)
  return Buffer.concat([local, title, packed, entry, title, end])
}
