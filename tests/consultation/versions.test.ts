import { beforeAll, expect, test } from 'vitest'
import { insertInput } from './inputs.ts'
import { compareVersions, compareWritten } from '#server/consultation/comparing.ts'
import { getDraft } from '#server/consultation/drafts.ts'
import { discardDraft, getDraftText, publishVersion, saveDraft } from '#server/consultation/versions.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { announced, announcedDraft, done, DRAFT, DRAFT_OPEN, JUNE } from './world.ts'

onEachEngine('versions of a draft', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const officer = (now = DRAFT_OPEN) => world.as(world.officer, now)
  const note = 'Warga di pulau perlu waktu lebih lama untuk membalas.'
  const draftOf = async (id: string) => (await getDraft(world.as(null), id))!

  test('a passage keeps its id while its words change, and everyone sees which', async () => {
    const { slug, id } = await announcedDraft(world)
    const before = await draftOf(id)
    const text = DRAFT.replace('lima hari kerja', 'tiga hari kerja').replace('\nb. langkah berikutnya.', '')
    done(await saveDraft(officer(), slug, { text }))
    expect((await draftOf(id)).passages).toEqual(before.passages)
    expect((await compareWritten(officer(), id))?.counts).toMatchObject({ changed: 1, removed: 1, added: 0 })
    expect(done(await publishVersion(officer(), slug, { note }))).toMatchObject({ number: 2 })
    const after = await draftOf(id)
    expect(after.passages.map(({ blockId }) => blockId)).toEqual(
      before.passages.slice(0, -1).map(({ blockId }) => blockId),
    )
    const compared = await compareVersions(world.as(null), id)
    expect(compared).toMatchObject({ from: { number: 1 }, to: { number: 2, note } })
    const changed = compared?.passages.find(({ what }) => what === 'changed')
    expect(changed?.words).toEqual([
      { what: 'same', text: 'Setiap pengaduan dijawab paling lama ' },
      { what: 'removed', text: 'lima' },
      { what: 'added', text: 'tiga' },
      { what: 'same', text: ' hari kerja.' },
    ])
  })

  test('inputs follow their passage, and stay in the tray once it is gone', async () => {
    const { slug, id } = await announcedDraft(world)
    const { passages } = await draftOf(id)
    const [kept, dropped] = [
      passages.find(({ label }) => label === '(1)'),
      passages.find(({ label }) => label === 'b.'),
    ]
    for (const passage of [kept, kept, dropped]) await insertInput(world, id, passage?.blockId ?? null)
    await insertInput(world, id, null)
    const text = `Pasal 9\nPetugas menyebutkan namanya.\n\n${DRAFT.replace('\nb. langkah berikutnya.', '')}`
    done(await saveDraft(officer(), slug, { text }))
    done(await publishVersion(officer(), slug, { note }))
    const after = await draftOf(id)
    expect(after.passages.find(({ blockId }) => blockId === kept?.blockId)).toMatchObject({ inputs: 2 })
    expect(after.gone).toMatchObject([
      { blockId: dropped?.blockId, text: 'langkah berikutnya.', inputs: 1, version: 1 },
    ])
    expect(after.inputsOnWhole).toBe(1)
  })

  test('a version needs a word on why, and something that changed', async () => {
    const { slug } = await announcedDraft(world)
    await expect(publishVersion(officer(), slug, { note })).rejects.toMatchObject({ reason: 'no-draft' })
    done(await saveDraft(officer(), slug, { text: DRAFT }))
    expect(await publishVersion(officer(), slug, { note: '' })).toMatchObject({ ok: false, issues: { note: 'reason' } })
    expect(await publishVersion(officer(), slug, { note })).toMatchObject({ ok: false, issues: { text: 'unchanged' } })
    expect(await getDraftText(officer(), slug)).toMatchObject({ isWritten: true })
    await discardDraft(officer(), slug)
    expect(await getDraftText(officer(), slug)).toMatchObject({ isWritten: false })
  })

  test('the text that was cut comes back as it can be typed on', async () => {
    const { slug } = await announcedDraft(world)
    const { text } = await getDraftText(officer(), slug)
    expect(done(await saveDraft(officer(), slug, { text }))).toEqual(expect.objectContaining({ blocks: 7 }))
    expect(await publishVersion(officer(), slug, { note })).toMatchObject({ issues: { text: 'unchanged' } })
  })

  test('the draft is written by its keepers alone and read by nobody else before it is published', async () => {
    const { slug, id } = await announced(world)
    expect(await getDraft(world.as(null), id)).toBeUndefined()
    await expect(saveDraft(world.as(world.publisher), slug, { text: DRAFT })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(getDraftText(world.as(null), slug)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(publishVersion(world.as(world.publisher), slug, {})).rejects.toMatchObject({ code: 'forbidden' })
    expect(done(await publishVersion(officer(JUNE), slug, {}))).toMatchObject({ number: 1 })
    expect((await draftOf(id)).passages).toHaveLength(7)
  })

  test.each([
    ['', { text: 'draft-empty' }],
    ['(1) satu\n'.repeat(2001), { text: 'draft-too-many' }],
  ])('a text that can’t be a draft is refused', async (text, issues) => {
    const { slug } = await announced(world)
    expect(await saveDraft(officer(), slug, { text })).toMatchObject({ ok: false, issues })
  })
})
