import { beforeAll, describe, expect, test } from 'vitest'
import { closingFile, matrixFile } from '#server/consultation/answer-documents.ts'
import { exportMatrix } from '#server/consultation/answer-export.ts'
import { answer } from '#server/consultation/answering.ts'
import { makeBundle } from '#server/consultation/bundles.ts'
import { closeConsultation, getClosing } from '#server/consultation/closing.ts'
import { objectToAnswer } from '#server/consultation/objections.ts'
import { verifyAnswers } from '#server/consultation/verify-answers.ts'
import { readSpreadsheet } from '#server/documents/making.ts'
import type { Problem } from '#server/ledger/verification.ts'
import { extractText, getDocumentProxy } from 'unpdf'
import { onEachEngine } from '../support/engines.ts'
import { actor } from '../survey/world.ts'
import { done, makeAnswerWorld, NOW, type AnswerWorld } from './answer-world.ts'

const GIVEN = { hasil: 'accepted' as const, reason: 'Jam layanan memang kurang panjang bagi yang bekerja.' }
const ASKED = { locale: 'id' as const, publicUrl: 'https://balai.contoh' }

onEachEngine('closing', (database) => {
  let world: AnswerWorld
  let slug: string
  const officer = () => world.as(world.officer, NOW)
  const anyone = () => world.as(null, NOW)
  const problems = async () => {
    const found: Problem[] = []
    for await (const problem of verifyAnswers(database().db, () => undefined)) found.push(problem)
    return found.filter(({ id }) => id.startsWith(slug))
  }
  const all = async (kind: 'csv' | 'jsonl') => {
    let text = ''
    for await (const piece of await exportMatrix(anyone(), kind, { ...ASKED, slug })) text += piece
    return text
  }

  describe('a consultation with inputs', () => {
    beforeAll(async () => {
      world = await makeAnswerWorld(database())
      slug = world.consultation.slug
      const [block] = world.blocks
      const [code = ''] = await world.write([
        { text: 'Tolong buka sampai sore <b>ya</b>.', blockId: block },
        { text: '=1+1', blockId: block },
        {},
        {},
      ])
      const { bundle } = done(await makeBundle(officer(), slug, { title: 'Buka sampai sore', inputs: [1, 2] }))
      done(await answer(officer(), slug, { bundle }, { ...GIVEN, changedBlock: block, changedVersion: 2 }))
      done(
        await answer(
          officer(),
          slug,
          { inputs: [3] },
          { hasil: 'outside-scope', reason: 'Diatur dalam peraturan lain.' },
        ),
      )
      done(await objectToAnswer(anyone(), code, { reason: 'Sore itu pukul berapa, dan hari apa?' }))
    })

    test('says what changed, and because of which inputs', async () => {
      const { changes, byHasil, coverage } = await getClosing(anyone(), slug)
      expect(changes.passages).toMatchObject([
        {
          label: 'Pasal 1',
          version: 2,
          before: 'Loket buka sampai pukul 15.00.',
          after: 'Loket buka sampai pukul 16.00.',
          causes: [
            {
              numbers: [1, 2],
              inputs: 2,
              reason: GIVEN.reason,
            },
          ],
        },
      ])
      expect(byHasil).toEqual(
        expect.arrayContaining([
          { hasil: 'accepted', count: 2 },
          { hasil: 'outside-scope', count: 1 },
        ]),
      )
      expect(coverage).toMatchObject({ received: 4, answered: 3, waiting: 1, objected: 1 })
    })

    test('is the same in the file of values, the lines and the spreadsheet', async () => {
      const csv = await all('csv')
      expect(csv.split('\r\n')[0]).toContain('Nomor,Tanggal,Bagian')
      expect(csv).toContain("'=1+1")
      const lines = (await all('jsonl'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { number: number; text: string })
      expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4])
      expect(lines[1]?.text).toBe('=1+1')
      const sheet = await readSpreadsheet(await matrixFile(anyone(), 'xlsx', { ...ASKED, slug }))
      expect(sheet?.map((row) => row[0])).toEqual(['Nomor', '1', '2', '3', '4'])
      expect(sheet?.[2]?.[5]).toBe('=1+1')
      expect(JSON.stringify([csv, lines, sheet])).not.toMatch(/receiptHash|email/)
    })

    test('is told in a document that anybody can read', async () => {
      const pdf = await getDocumentProxy(new Uint8Array(await matrixFile(anyone(), 'pdf', { ...ASKED, slug })))
      const { text } = await extractText(pdf, { mergePages: true })
      expect(text).toContain('4 masukan diterima')
      expect(text).toContain('Diterima')
      expect(text.replace(/\s+/g, ' ')).toContain('Tolong buka sampai sore <b>ya</b>.')
      const closing = await getDocumentProxy(new Uint8Array(await closingFile(anyone(), 'pdf', { ...ASKED, slug })))
      const said = (await extractText(closing, { mergePages: true })).text.replace(/\s+/g, ' ')
      expect(said).toContain('Konsultasi ini belum ditutup')
      expect(said).toContain('Karena masukan 1, 2 (2 masukan)')
    })

    test('is closed with some that wait by a publisher alone, with a public reason', async () => {
      await expect(closeConsultation(officer(), slug, { reason: 'Waktunya sudah habis.' })).rejects.toMatchObject({
        code: 'forbidden',
      })
      const publisher = world.as(actor('publisher', 'region', world.regionCode), NOW)
      expect(await closeConsultation(publisher, slug, {})).toMatchObject({ issues: { reason: 'required' } })
      expect(await problems()).toEqual([])
      done(await closeConsultation(publisher, slug, { reason: 'Pembahasan dilanjutkan pada konsultasi tahun depan.' }))
      expect(await getClosing(anyone(), slug)).toMatchObject({ closedOn: '2026-07-10', coverage: { waiting: 1 } })
    })

    test('that is closed stays as it is', async () => {
      await expect(answer(officer(), slug, { inputs: [4] }, GIVEN)).rejects.toMatchObject({
        reason: 'consultation-closed',
      })
      await expect(closeConsultation(officer(), slug, {})).rejects.toMatchObject({ reason: 'consultation-closed' })
    })

    test('verifies, until an answer, a count or the closing is altered', async () => {
      const { db } = database()
      const { id } = world.consultation
      expect(await problems()).toEqual([])
      await db.updateTable('outcome').set({ reason: 'Diubah diam-diam.' }).where('consultationId', '=', id).execute()
      await db.updateTable('answerTally').set({ answered: 9 }).where('tallyOf', '=', id).execute()
      await db.updateTable('consultation').set({ closingReason: null }).where('id', '=', id).execute()
      await db.updateTable('objection').set({ reason: 'Bukan ini.' }).execute()
      const whats = (await problems()).map(({ what }) => what)
      expect([...new Set(whats)].sort()).toEqual([
        'answer-counts',
        'closing-differs',
        'objection-differs',
        'outcome-differs',
      ])
    })
  })

  describe('a consultation without inputs', () => {
    beforeAll(async () => {
      world = await makeAnswerWorld(database())
      slug = world.consultation.slug
    })

    test('says so, and is closed by who answers', async () => {
      done(await closeConsultation(officer(), slug, {}))
      const pdf = await getDocumentProxy(new Uint8Array(await closingFile(anyone(), 'pdf', { ...ASKED, slug })))
      const { text } = await extractText(pdf, { mergePages: true })
      expect(text.replace(/\s+/g, ' ')).toContain('Konsultasi ini tidak menerima satu masukan pun.')
      expect(await problems()).toEqual([])
    })
  })
})
