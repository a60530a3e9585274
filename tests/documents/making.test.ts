/** Opens what was made as its reader would: text, headings, tables, and what a program for the blind is told. */
import { deflateRawSync } from 'node:zlib'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import type { Document } from '#server/documents/document.ts'
import { makeDocument, makeSpreadsheet, readSpreadsheet } from '#server/documents/making.ts'
import { measuredZip } from '#server/documents/zip.ts'
import { zipOf } from './zip-of.ts'

const LONG = `${'Jam layanan diperpanjang sampai petang. '.repeat(200)}akhir`

const DOCUMENT: Document = {
  title: 'Matriks “masukan” & tanggapan',
  masthead: 'Kabupaten Bungo',
  language: 'id',
  address: 'https://balai.contoh/konsultasi/jam-layanan/tanggapan',
  landscape: true,
  words: { page: 'Halaman {page} dari {pages}', missingLetters: 'Ada huruf yang tidak dapat dicetak.' },
  parts: [
    { kind: 'heading', level: 1, text: 'Ringkasan' },
    { kind: 'paragraph', text: '430 masukan diterima · 425 dibahas · 412 dijawab' },
    { kind: 'list', items: ['Pasal 5 diubah', 'Pasal 7 tetap'] },
    { kind: 'facts', facts: [{ label: 'Wilayah', value: 'Kabupaten Bungo' }] },
    { kind: 'link', text: 'Baca di portal', address: 'https://balai.contoh/konsultasi/jam-layanan' },
    {
      kind: 'table',
      caption: 'Masukan dan tanggapan',
      columns: [
        { label: 'No.', share: 1 },
        { label: 'Masukan', share: 4 },
      ],
      rows: [
        ['1', '=1+1 <b>tebal</b>'],
        ['2', LONG],
        ['3', 'x'.repeat(10_000)],
      ],
    },
  ],
}

async function openPdf(document: Document) {
  return getDocumentProxy(new Uint8Array(await makeDocument('pdf', document)))
}

interface Node {
  role?: string
  children?: Node[]
}

function rolesIn(node: Node): string[] {
  return [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesIn)]
}

describe('a PDF', () => {
  test('says its title, its language and that it is tagged', async () => {
    const pdf = await openPdf(DOCUMENT)
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: DOCUMENT.title, Language: 'id-ID' })
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  })

  test('names headings, lists, links and tables, also of a table that goes on overleaf', async () => {
    const pdf = await openPdf(DOCUMENT)
    expect(pdf.numPages).toBeGreaterThan(1)
    const roles = rolesIn((await (await pdf.getPage(1)).getStructTree()) as Node)
    const wanted = ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Link', 'Table', 'Caption', 'TR', 'TH', 'TD']
    for (const role of wanted) expect(roles).toContain(role)
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1)
    expect(roles.filter((role) => role === 'TH')).toHaveLength(2)
    const last = rolesIn((await (await pdf.getPage(pdf.numPages)).getStructTree()) as Node)
    expect(last).toContain('TD')
  })

  test('holds all text, with its number and address on every page', async () => {
    const { text } = await extractText(await openPdf(DOCUMENT))
    const whole = text.join('\n').replace(/\s+/g, ' ')
    expect(whole).toContain(DOCUMENT.title)
    expect(whole).toContain('=1+1 <b>tebal</b>')
    expect(whole.match(/Jam layanan/g)).toHaveLength(200)
    expect(whole.replace(/[^x]/g, '').length).toBeGreaterThanOrEqual(10_000)
    for (const [index, page] of text.entries()) {
      expect(page).toContain(`Halaman ${index + 1} dari ${text.length}`)
      expect(page).toContain(DOCUMENT.address)
    }
    expect(whole).not.toContain(DOCUMENT.words.missingLetters)
  })

  test('gives room to write in, and begins a page where it is told to', async () => {
    const sheet = (ink: number) => ({
      kind: 'table' as const,
      caption: 'Daftar hadir',
      columns: ['No.', 'Tanda tangan'].map((label) => ({ label, share: 1 })),
      rows: Array.from({ length: 12 }, (_, i) => [String(i + 1), '']),
      ink,
    })
    const pagesOf = async (parts: Document['parts']) => (await openPdf({ ...DOCUMENT, parts })).numPages
    expect(await pagesOf([sheet(12)])).toBe(1)
    expect(await pagesOf([sheet(90)])).toBe(3)
    expect(await pagesOf([sheet(12), { kind: 'page' }, sheet(12)])).toBe(2)
  })

  test('says so when a letter could not be printed', async () => {
    const parts = [{ kind: 'paragraph' as const, text: 'Setuju 😀' }]
    const { text } = await extractText(await openPdf({ ...DOCUMENT, parts }), { mergePages: true })
    expect(text).toContain('Setuju ¤')
    expect(text).toContain(DOCUMENT.words.missingLetters)
  })
})

describe('a document that many ask for', () => {
  const asked = () => makeDocument('pdf', { ...DOCUMENT, title: 'Diminta banyak orang', parts: [] })

  test('is made once, also while it is being made, and keeps nobody from theirs', async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, asked))
    expect(others.every((other) => other === first)).toBe(true)
    expect(await asked()).toBe(first)
  })
})

describe('a Word document', () => {
  test('has headings, a list, a link and a table that a reader finds', async () => {
    const { value: html } = await mammoth.convertToHtml({ buffer: await makeDocument('docx', DOCUMENT) })
    expect(html).toContain('<h1>Matriks “masukan” &amp; tanggapan</h1>')
    expect(html).toContain('<h2>Ringkasan</h2>')
    expect(html).toContain('<li>Pasal 5 diubah</li>')
    expect(html).toContain('<a href="https://balai.contoh/konsultasi/jam-layanan">')
    expect(html).toContain('=1+1 &lt;b&gt;tebal&lt;/b&gt;')
    expect(html.match(/<th>/g)).toHaveLength(2)
    expect(html.match(/<tr>/g)).toHaveLength(4)
  })
})

describe('a spreadsheet', () => {
  test('is read as it was written: text that begins like a formula is text', async () => {
    const columns = ['Nomor', 'Alasan'].map((label) => ({ label, width: 20 }))
    const rows = [
      [1, '=1+1'],
      [2, 'baris satu\nbaris dua “kutip”'],
      [3, null],
    ]
    const bytes = await makeSpreadsheet([{ name: 'Jawaban: semua/*', columns, rows }])
    expect(await readSpreadsheet(bytes)).toEqual([
      ['Nomor', 'Alasan'],
      ['1', '=1+1'],
      ['2', 'baris satu\nbaris dua “kutip”'],
      ['3', ''],
    ])
  })

  test.each([
    ['no zip file', Buffer.from('Nomor;Alasan')],
    ['a zip file of something else', zipOf({ 'halo.txt': Buffer.from('halo') })],
    ['a zip file cut short', zipOf({ 'xl/workbook.xml': Buffer.from('<workbook/>') }).subarray(0, 40)],
  ])('%s is nothing to read', async (_, bytes) => {
    expect(await readSpreadsheet(bytes)).toBeUndefined()
  })
})

describe('a zip file', () => {
  const zeros = deflateRawSync(Buffer.alloc(50_000_000))

  test('that unpacks to more than it may is refused, whatever its headers say', () => {
    expect(zeros.length).toBeLessThan(100_000)
    const lying = zipOf({ a: { packed: zeros, claims: 10 } })
    expect(measuredZip(lying, 10_000_000)).toBeUndefined()
    expect(measuredZip(lying, 60_000_000)?.length).toBeGreaterThan(50_000_000)
  })

  test('that unpacks to more in all, a little at a time, is refused too', () => {
    const some = { packed: zeros, claims: 50_000_000 }
    expect(measuredZip(zipOf({ a: some, b: some }), 60_000_000)).toBeUndefined()
  })
})
