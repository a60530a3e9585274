/** The papers of a meeting are opened as their readers would: text, tables, tags, the code at the end. */
import mammoth from 'mammoth'
import { beforeAll, describe, expect, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { PAPERS, type Paper } from '#server/musyawarah/papers.ts'
import { paperFile, recordToSign } from '#server/musyawarah/record-file.ts'
import { codesIn } from '../documents/codes.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { LATER, PHONE, wholeMeeting, wholeSigned } from './held.ts'
import { officerOf } from './world.ts'

const ORIGIN = 'https://balai.contoh.go.id'

async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return text.replace(/\s+/g, ' ')
}

onEachEngine('the papers of a meeting', (database) => {
  let world: World
  let slug: string
  beforeAll(async () => {
    world = await makeWorld(database())
    slug = (await wholeSigned(world)).slug
  })
  const asked = (locale: 'id' | 'en' = 'id') => ({ slug, locale, publicUrl: ORIGIN })
  const anyone = () => world.as(null, LATER)
  const pdf = (paper: Paper, locale: 'id' | 'en' = 'id') => paperFile(anyone(), paper, 'pdf', asked(locale))

  test('the record says number, day in words, place, groups, decisions, annexes, dissent and who signed', async () => {
    const text = await textOf(await pdf('record'))
    for (const words of [
      'Nomor: 140/12/BA/2026',
      'Jumat, tanggal sepuluh bulan Juli tahun dua ribu dua puluh enam',
      'Balai Desa Kemuning Tua',
      '10 orang: 5 perempuan, 4 laki-laki',
      '2. Usulan kegiatan',
      'Desa mendahulukan sumur bor.',
      'Keberatan Ibu Sri: Sumur lebih perlu. Tanggapan: Sumur didahulukan.',
      'Disepakati dengan mufakat',
      'Diterima dengan pemungutan suara tertutup: setuju 6',
      'Warna tidak disepakati setelah dua putaran.',
      'Bukan jalan, jembatan. (tidak diterima: Rekaman menyebut jalan.)',
      'Kelompok tani: Kami tetap memilih jalan.',
      'Lampiran: usulan yang disetujui',
      'Rp25.000.000',
      'Kewenangan kabupaten.',
      'Lampiran: utusan',
      'Nur Hayati',
      'Ketua BPD Ramli Kepala Desa Syahrial',
    ]) {
      expect(text).toContain(words)
    }
  })

  test('minutes are short, proceedings hold every text that was put', async () => {
    const [minutes, proceedings] = [await textOf(await pdf('minutes')), await textOf(await pdf('proceedings'))]
    expect(minutes).toContain('Keputusan 1: Desa mendahulukan sumur bor. Disepakati dengan mufakat')
    expect(minutes).not.toContain('Desa membangun jalan.')
    expect(minutes).toContain('belum disetujui')
    expect(proceedings).toContain('Rumusan ke-1: Desa membangun jalan.')
    expect(proceedings).toContain('Rumusan ke-2: Desa mendahulukan sumur bor.')
    expect(proceedings).toMatch(/Musyawarah dibuka 10 Juli 2026.*Musyawarah ditutup 10 Juli 2026/)
    expect(await textOf(await pdf('proceedings', 'en'))).toContain('Text 1: Desa membangun jalan.')
  })

  test.each(PAPERS)('nobody is named in the %s who holds no office and did not agree', async (paper) => {
    const text = await textOf(await pdf(paper))
    for (const name of ['Warga 1', 'Warga 3', 'Warga 4', 'Budi Santoso']) expect(text).not.toContain(name)
    expect(text).toContain('H. Ramli, Ketua BPD')
  })

  test.each(PAPERS)('the %s is tagged, and its code leads to the page that checks it', async (paper) => {
    const bytes = await pdf(paper)
    const opened = await getDocumentProxy(new Uint8Array(bytes))
    expect(await opened.getMarkInfo()).toMatchObject({ Marked: true })
    const pages = Array.from({ length: opened.numPages }, (_, index) => index + 1)
    const trees = await Promise.all(
      pages.map(async (page) => JSON.stringify(await (await opened.getPage(page)).getStructTree())),
    )
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD', 'Figure']) expect(trees.join('')).toContain(`"${role}"`)
    expect(await codesIn(bytes)).toEqual([`${ORIGIN}/musyawarah/${slug}/periksa`])
  })

  test.each(PAPERS)('the %s as a Word document has the same headings and tables', async (paper) => {
    const bytes = await paperFile(anyone(), paper, 'docx', asked())
    const { value: html } = await mammoth.convertToHtml({ buffer: bytes })
    expect(html).toContain('Desa mendahulukan sumur bor.')
    expect(html.match(/<table>/g)?.length).toBeGreaterThanOrEqual(1)
    expect(html.match(/<h2>/g)?.length).toBeGreaterThanOrEqual(4)
    expect(html).toContain(`${ORIGIN}/musyawarah/${slug}/periksa`)
  })

  describe('what is printed to be signed', () => {
    test('names who came and who proposed, and each look is recorded', async () => {
      const draft = await wholeMeeting(world)
      const bytes = await recordToSign(officerOf(world, LATER), { ...asked(), slug: draft.slug })
      const text = await textOf(bytes)
      for (const words of ['Warga 9', 'Warga 4, ', 'Budi Santoso', 'Wakil masyarakat', PHONE, 'Rancangan']) {
        expect(text).toContain(words)
      }
      const looks = database().db.selectFrom('attendanceLook').selectAll().where('meetingId', '=', draft.id)
      expect(await looks.execute()).toMatchObject([{ byAccount: world.officer.accountId }])
    })
  })
})
