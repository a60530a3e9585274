import { beforeAll, expect, test } from 'vitest'
import { matrixFile } from '#server/consultation/answer-documents.ts'
import { exportMatrix } from '#server/consultation/answer-export.ts'
import { matrixPage } from '#server/consultation/answer-matrix.ts'
import { listChangedPassages } from '#server/consultation/answered-changes.ts'
import { answer } from '#server/consultation/answering.ts'
import { publicConsultation } from '#server/consultation/answering-place.ts'
import { getDraft } from '#server/consultation/drafts.ts'
import { listInputs, placeOfInputs } from '#server/consultation/input-lists.ts'
import { traceInput } from '#server/consultation/input-trace.ts'
import { getPassage } from '#server/consultation/passages.ts'
import { publishVersion, saveDraft } from '#server/consultation/versions.ts'
import { readSpreadsheet } from '#server/documents/making.ts'
import { receiptHash } from '#server/ledger/receipts.ts'
import { extractText, getDocumentProxy } from 'unpdf'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { writeInputs } from './answer-world.ts'
import { announcedDraft, CONSIDERED, done, DRAFT, DRAFT_OPEN } from './world.ts'

const NAME = { id: 'Pasal 2 ayat (2) huruf a', en: 'Pasal 2 paragraph (2) letter a' }
const REASON = 'Warga perlu tahu mengapa pengaduannya ditolak.'
const ASKED = { locale: 'id' as const, publicUrl: 'https://balai.contoh' }

/** "a. alasan" is changed in version 2 because of inputs 1 and 2; version 3 makes Pasal 3 of Pasal 2. */
onEachEngine('what came of inputs', (database) => {
  let world: World
  let [slug, id, block] = ['', '', '']
  let codes: string[] = []
  const officer = (now = DRAFT_OPEN) => world.as(world.officer, now)
  const anyone = () => world.as(null, CONSIDERED)
  beforeAll(async () => {
    world = await makeWorld(database())
    ;({ slug, id } = await announcedDraft(world))
    const draft = await getDraft(anyone(), id)
    block = draft?.passages.find(({ text }) => text.startsWith('alasan'))?.blockId ?? ''
    const given = [{ blockId: block }, { blockId: block }, { blockId: block }, {}]
    codes = await writeInputs(world.as(null, DRAFT_OPEN), { id, regionCode: world.regionCode }, given)
    const mended = DRAFT.replace('a. alasan; dan', 'a. alasan yang dapat dipahami warga; dan')
    done(await saveDraft(officer(), slug, { text: mended }))
    done(await publishVersion(officer(), slug, { note: 'Alasan harus dapat dipahami.' }))
    const changed = { changedBlock: block, changedVersion: 2 }
    done(await answer(officer(CONSIDERED), slug, { inputs: [1, 2] }, { hasil: 'accepted', reason: REASON, ...changed }))
    done(
      await answer(officer(CONSIDERED), slug, { inputs: [3] }, { hasil: 'not-accepted', reason: 'Sudah cukup jelas.' }),
    )
    const renumbered = mended.replace('Pasal 2\n', 'Pasal 2\nLoket mencatat setiap pengaduan.\n\nPasal 3\n')
    done(await saveDraft(officer(CONSIDERED), slug, { text: renumbered }))
    done(await publishVersion(officer(CONSIDERED), slug, { note: 'Pencatatan diatur lebih dulu.' }))
  })
  const matrix = async () => {
    const consultation = await publicConsultation(anyone(), slug)
    return (await matrixPage(database().db, consultation, {}, { after: 0, limit: 10 })).rows
  }

  test('stands beside each of them: the passage that it changed, or why it changed none', async () => {
    const place = await placeOfInputs(anyone(), slug)
    const { items } = await listInputs(anyone(), place, {})
    const change = { block, name: NAME, version: 2 }
    expect(items.map(({ number, answer: given }) => [number, given])).toMatchObject([
      [4, null],
      [3, { hasil: 'not-accepted', reason: 'Sudah cukup jelas.', shared: 1, change: null }],
      [2, { hasil: 'accepted', reason: REASON, shared: 2, change }],
      [1, { hasil: 'accepted', reason: REASON, shared: 2, change }],
    ])
  })

  test('names the passage in full, as it is called now, and what it changed as it was called then', async () => {
    const [first, , , last] = await matrix()
    expect(first?.block).toMatchObject({ label: 'a.', name: { id: 'Pasal 3 ayat (2) huruf a' }, gone: false })
    expect(first?.answer?.change?.name).toEqual(NAME)
    expect(last?.block).toBeNull()
    const place = await placeOfInputs(anyone(), slug)
    expect((await getPassage(anyone(), place, block)).name.en).toBe('Pasal 3 paragraph (2) letter a')
    const trace = await traceInput(anyone(), { hash: receiptHash(codes[0] ?? '') } as never)
    expect(trace?.steps.find(({ what }) => what === 'input-changed')?.values).toEqual({
      label: NAME.id,
      labelEn: NAME.en,
      version: 2,
    })
  })

  test('stands beside the changed passage too, with the numbers of the inputs', async () => {
    const consultation = await publicConsultation(anyone(), slug)
    const passage = { block, name: NAME, version: 2, causes: [{ reason: REASON, numbers: [1, 2], inputs: 2 }] }
    expect(await listChangedPassages(database().db, consultation)).toMatchObject({ passages: [passage], cut: null })
    const before = await listChangedPassages(database().db, consultation, { after: 0, until: 1 })
    expect(before).toEqual({ passages: [], cut: null })
  })

  test('of more than can be read, says how many stand here', async () => {
    const { db } = database()
    const consultation = await publicConsultation(anyone(), slug)
    const [input] = await db
      .selectFrom('input')
      .selectAll()
      .where('consultationId', '=', id)
      .orderBy('number')
      .limit(1)
      .execute()
    const given = await db
      .selectFrom('outcome')
      .selectAll()
      .where('id', '=', input?.outcomeId ?? '')
      .executeTakeFirst()
    const copies = Array.from({ length: 205 }, (_, copy) => ({ ...given!, id: `salinan-${copy}` }))
    await db.insertInto('outcome').values(copies).execute()
    const row = { ...input!, fileHash: null }
    const inputs = copies.map(({ id: outcomeId }, copy) => {
      return { ...row, id: outcomeId, number: 10_000 + copy, receiptHash: outcomeId, outcomeId, bundleId: null }
    })
    await db.insertInto('input').values(inputs).execute()
    const { cut } = await listChangedPassages(db, consultation)
    expect(cut).toEqual({ shown: 200, all: 206 })
    const ids = copies.map((copy) => copy.id)
    await db.deleteFrom('input').where('id', 'in', ids).execute()
    await db.deleteFrom('outcome').where('id', 'in', ids).execute()
  })

  test('is cited in full in every file', async () => {
    const cited = 'Pasal 3 ayat (2) huruf a'
    const changed = `Mengubah ${NAME.id} dalam naskah 2`
    let csv = ''
    for await (const piece of await exportMatrix(anyone(), 'csv', { ...ASKED, slug })) csv += piece
    const sheet = JSON.stringify(await readSpreadsheet(await matrixFile(anyone(), 'xlsx', { ...ASKED, slug })))
    const pdf = await getDocumentProxy(new Uint8Array(await matrixFile(anyone(), 'pdf', { ...ASKED, slug })))
    const printed = (await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, ' ')
    for (const text of [csv, sheet, printed]) {
      expect(text).toContain(cited)
      expect(text).toContain(changed)
    }
  })

  test('a file that leaves inputs out says how many it holds', async () => {
    const { db } = database()
    await db.updateTable('consultation').set({ inputsTaken: 20_004 }).where('id', '=', id).execute()
    const sheet = await readSpreadsheet(await matrixFile(anyone(), 'xlsx', { ...ASKED, slug }))
    expect(sheet).toHaveLength(6)
    expect(sheet?.at(-1)?.join('')).toContain('memuat 4 dari 20.004 masukan')
    await db.updateTable('consultation').set({ inputsTaken: 4 }).where('id', '=', id).execute()
    expect(await readSpreadsheet(await matrixFile(anyone(), 'xlsx', { ...ASKED, slug }))).toHaveLength(5)
  })
})
