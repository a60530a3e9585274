import { beforeAll, expect, test } from 'vitest'
import { readDeskQuery } from '#server/consultation/answer-desk.ts'
import { answerSheet, applySheet, previewSheet, type SheetPreview } from '#server/consultation/answer-sheet.ts'
import { answer } from '#server/consultation/answering.ts'
import { coverage } from '#server/consultation/coverage.ts'
import { makeSpreadsheet, readSpreadsheet } from '#server/documents/making.ts'
import { onEachEngine } from '../support/engines.ts'
import { done, makeAnswerWorld, NOW, type AnswerWorld } from './answer-world.ts'

const REASON = 'Jam layanan memang kurang panjang bagi yang bekerja.'

onEachEngine('answers by spreadsheet', (database) => {
  let world: AnswerWorld
  let slug: string
  const officer = () => world.as(world.officer, NOW)
  beforeAll(async () => {
    world = await makeAnswerWorld(database())
    slug = world.consultation.slug
    await world.write([{}, {}, {}])
  })
  const sheetOf = (rows: (string | number)[][]) =>
    makeSpreadsheet([
      { name: 'Jawaban', columns: ['Nomor', 'Hasil', 'Alasan'].map((label) => ({ label, width: 20 })), rows },
    ])
  const preview = async (rows: (string | number)[][]): Promise<SheetPreview> => {
    const reading = await previewSheet(officer(), slug, await sheetOf(rows))
    if (!reading.ok) throw new Error(reading.why)
    return reading.preview
  }
  const sent = ({ changes }: SheetPreview) => changes.map(({ number, becomes }) => ({ number, ...becomes }))

  test('go out as they are filtered, with room for an outcome and a reason', async () => {
    const bytes = await answerSheet(officer(), slug, readDeskQuery(new URLSearchParams()), 'id')
    const rows = await readSpreadsheet(bytes)
    expect(rows?.[0]).toEqual(expect.arrayContaining(['Nomor', 'Hasil', 'Alasan']))
    expect(rows?.map((row) => row[0])).toEqual(['Nomor', '1', '2', '3'])
  })

  test('come back as they went out, without a change', async () => {
    const bytes = await answerSheet(officer(), slug, readDeskQuery(new URLSearchParams()), 'en')
    expect(await previewSheet(officer(), slug, bytes)).toMatchObject({ ok: true, preview: { changes: [], wrong: [] } })
  })

  test('say of each row what is wrong with it', async () => {
    const { wrong, changes } = await preview([
      [1, 'Diterima', REASON],
      [1, 'Diterima', REASON],
      [2, 'Disetujui', REASON],
      [3, 'Diterima', 'Ya'],
      [77, 'Diterima', REASON],
      ['dua', 'Diterima', REASON],
    ])
    expect(wrong).toEqual([
      { row: 3, problem: 'twice' },
      { row: 4, problem: 'hasil' },
      { row: 5, problem: 'reason' },
      { row: 6, problem: 'number' },
      { row: 7, problem: 'number' },
    ])
    expect(changes).toMatchObject([{ number: 1, now: null, becomes: { hasil: 'accepted', reason: REASON } }])
  })

  test('are saved as they were shown, in the words of either language', async () => {
    const shown = await preview([
      [1, 'diterima', REASON],
      [2, 'Not accepted', REASON],
      [3, '', ''],
    ])
    expect(await coverage(database().db, world.consultation.id, NOW)).toMatchObject({ answered: 0 })
    expect(await applySheet(officer(), slug, sent(shown), shown.digest)).toEqual({ ok: true, answered: 2 })
    expect(await coverage(database().db, world.consultation.id, NOW)).toMatchObject({ answered: 2 })
  })

  test('are shown once more if an answer moved meanwhile', async () => {
    const shown = await preview([[3, 'Diterima sebagian', REASON]])
    done(
      await answer(officer(), slug, { inputs: [3] }, { hasil: 'already', reason: 'Sudah berlaku sejak tahun lalu.' }),
    )
    expect(await applySheet(officer(), slug, sent(shown), shown.digest)).toMatchObject({
      ok: false,
      preview: { changes: [{ number: 3, now: { hasil: 'already' } }] },
    })
  })

  test('are no spreadsheet, or lack a column: nothing is read', async () => {
    expect(await previewSheet(officer(), slug, Buffer.from('Nomor;Hasil'))).toEqual({ ok: false, why: 'unreadable' })
    const other = await makeSpreadsheet([{ name: 'Lain', columns: [{ label: 'Nama', width: 10 }], rows: [['Ani']] }])
    expect(await previewSheet(officer(), slug, other)).toEqual({ ok: false, why: 'columns' })
  })

  test('are for those who answer alone', async () => {
    const bytes = await sheetOf([[1, 'Diterima', REASON]])
    await expect(previewSheet(world.as(null, NOW), slug, bytes)).rejects.toMatchObject({ code: 'not-signed-in' })
    await expect(applySheet(world.as(world.stranger, NOW), slug, [], '')).rejects.toMatchObject({ code: 'forbidden' })
  })
})
