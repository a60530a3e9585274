import { beforeAll, expect, test } from 'vitest'
import { compareVersions } from '#server/consultation/comparing.ts'
import { getDraft } from '#server/consultation/drafts.ts'
import { correctMatch, listMatches } from '#server/consultation/matches.ts'
import { discardDraft, publishVersion, saveDraft } from '#server/consultation/versions.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { insertInput } from './inputs.ts'
import { announcedDraft, done, DRAFT_OPEN } from './world.ts'

const OLD = `Pasal 1
Setiap pengaduan dicatat dalam buku pengaduan oleh petugas loket.

Pasal 2
Kepala unit mengawasi petugas loket.`
/** The second goes on the first, says its writer; by its words the first does. */
const NEW = `Pasal 1
Setiap pengaduan dicatat dalam buku pengaduan oleh petugas loket dan diumumkan.

Pasal 2
Kepala unit mengawasi petugas loket.

Pasal 3
Pengaduan yang datang lewat telepon dicatat juga.`

onEachEngine('passages of a new version', (database) => {
  let world: World
  let [slug, id] = ['', '']
  let blocks: string[] = []
  const officer = () => world.as(world.officer, DRAFT_OPEN)
  const written = async () => (await listMatches(officer(), id))!
  const pairs = async () => (await written()).written.map(({ name, before }) => [name.id, before?.id ?? null])
  const correct = (block: string, old: string) => correctMatch(officer(), slug, { block, old })
  const writtenId = async (index: number) => (await written()).written[index]?.blockId ?? ''
  beforeAll(async () => {
    world = await makeWorld(database())
    ;({ slug, id } = await announcedDraft(world, { text: OLD }))
    blocks = (await getDraft(officer(), id))!.passages.map(({ blockId }) => blockId)
    for (const block of [blocks[0], blocks[0], blocks[1]]) await insertInput(world, id, block ?? '')
  })

  test('are shown with what each was taken for, and the inputs that come with it', async () => {
    expect(await listMatches(officer(), id)).toBeUndefined()
    done(await saveDraft(officer(), slug, { text: NEW }))
    expect(await written()).toMatchObject({
      written: [
        { name: { id: 'Pasal 1' }, what: 'changed', before: { id: 'Pasal 1' }, inputs: 2 },
        { name: { id: 'Pasal 2' }, what: 'same', before: { id: 'Pasal 2' }, inputs: 1 },
        { name: { id: 'Pasal 3' }, what: 'added', before: null, inputs: 0 },
      ],
      old: [{ goesOn: true }, { goesOn: true }],
    })
  })

  test('are paired otherwise by the one who writes them, and what had that place becomes new', async () => {
    done(await correct(await writtenId(2), blocks[0] ?? ''))
    expect(await pairs()).toEqual([
      ['Pasal 1', null],
      ['Pasal 2', 'Pasal 2'],
      ['Pasal 3', 'Pasal 1'],
    ])
    done(await correct(await writtenId(1), ''))
    expect(await written()).toMatchObject({
      written: [{ inputs: 0 }, { what: 'added', before: null }, { inputs: 2 }],
      old: [{ goesOn: true }, { goesOn: false, inputs: 1 }],
    })
  })

  test('stay paired so when the text is cut again, also where it was worded anew', async () => {
    const text = NEW.replace('lewat telepon dicatat juga', 'lewat telepon dicatat juga, tanpa kecuali')
    done(await saveDraft(officer(), slug, { text: `Pasal 0\nNama peraturan ini.\n\n${text}` }))
    expect(await pairs()).toEqual([
      ['Pasal 0', null],
      ['Pasal 1', null],
      ['Pasal 2', null],
      ['Pasal 3', 'Pasal 1'],
    ])
  })

  test('are paired with nothing that is not there, and by their keepers alone', async () => {
    const [block, old] = [await writtenId(1), blocks[1] ?? '']
    expect(await correct('tiada', old)).toMatchObject({ ok: false, issues: { block: 'unknown' } })
    expect(await correct(block, 'tiada')).toMatchObject({ ok: false, issues: { old: 'unknown' } })
    for (const who of [null, world.stranger, world.publisher]) {
      await expect(correctMatch(world.as(who, DRAFT_OPEN), slug, { block, old })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })

  test('take their inputs along once they are published, and leave the others in the tray', async () => {
    done(await publishVersion(officer(), slug, { note: 'Pengaduan lewat telepon diatur juga.' }))
    const draft = (await getDraft(world.as(null), id))!
    expect(draft.passages.at(-1)).toMatchObject({ blockId: blocks[0], label: 'Pasal 3', inputs: 2 })
    expect(draft.gone).toMatchObject([{ blockId: blocks[1], inputs: 1 }])
    expect((await compareVersions(world.as(null), id))?.counts).toMatchObject({ changed: 1, added: 3, removed: 1 })
    await expect(correct(blocks[0] ?? '', '')).rejects.toMatchObject({ reason: 'no-draft' })
  })

  test('leave nothing behind when they are thrown away', async () => {
    done(await saveDraft(officer(), slug, { text: OLD }))
    done(await correct(await writtenId(0), ''))
    await discardDraft(officer(), slug)
    const { db } = database()
    const unused = await db
      .selectFrom('draftBlock')
      .leftJoin('blockText', 'blockText.blockId', 'draftBlock.id')
      .select('draftBlock.id')
      .where('draftBlock.consultationId', '=', id)
      .where('blockText.blockId', 'is', null)
      .execute()
    expect(unused).toEqual([])
  })
})
