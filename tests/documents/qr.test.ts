/** A code in a document leads where it says: the picture is taken out of the file and read as a phone would. */
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import mammoth from 'mammoth'
import type { Document } from '#server/documents/document.ts'
import { makeDocument } from '#server/documents/making.ts'
import { codesIn } from './codes.ts'

const ADDRESS = 'https://balai.contoh.go.id/musyawarah/pelatihan-bagi-asn-kecamatan-kemuning/periksa'
const DOCUMENT: Document = {
  title: 'Berita acara',
  masthead: 'Kecamatan Kemuning',
  language: 'id',
  address: ADDRESS,
  words: { page: 'Halaman {page} dari {pages}', missingLetters: 'Ada huruf yang tidak dapat dicetak.' },
  parts: [
    { kind: 'paragraph', text: 'Isi.' },
    {
      kind: 'signatures',
      blocks: [
        { office: 'Ketua BPD', name: 'H. Ramli' },
        { office: 'Kepala Desa', name: '' },
        { office: 'Wakil masyarakat', name: '' },
      ],
    },
    { kind: 'qr', text: 'Periksa keaslian', address: ADDRESS },
  ],
}

test('the code of a PDF is read as the address beside it, and is a figure with its words', async () => {
  const bytes = await makeDocument('pdf', DOCUMENT)
  expect(await codesIn(bytes)).toEqual([ADDRESS])
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  expect(JSON.stringify(await (await pdf.getPage(1)).getStructTree())).toContain(`Periksa keaslian: ${ADDRESS}`)
})

test('room to sign names each office, and who signs if that is known', async () => {
  const pdf = await getDocumentProxy(new Uint8Array(await makeDocument('pdf', DOCUMENT)))
  const { text } = await extractText(pdf, { mergePages: true })
  for (const words of ['Ketua BPD', 'H. Ramli', 'Kepala Desa', 'Wakil masyarakat']) expect(text).toContain(words)
  expect(text.match(/\( …+ \)/g)).toHaveLength(2)
  const { value: html } = await mammoth.convertToHtml({ buffer: await makeDocument('docx', DOCUMENT) })
  expect(html).toContain('<strong>H. Ramli</strong>')
  expect(html).toContain(`<a href="${ADDRESS}">`)
  expect(html).toContain('<img')
})
