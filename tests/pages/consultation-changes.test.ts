/** What leads from a changed passage to the inputs behind it, and from an input to what came of it. */
import { expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { answer } from '#server/consultation/answering.ts'
import { getNeed, listNeeds, takeStance } from '#server/consultation/needs.ts'
import { publishVersion, saveDraft } from '#server/consultation/versions.ts'
import { granted } from '#server/demo/fill-places.ts'
import { reportText } from '#server/moderation/reporting.ts'
import { scopeOf } from '#server/scope.ts'
import { announced, NEED_OPEN } from '../consultation/world.ts'
import { writeInputs } from '../consultation/answer-world.ts'
import { answeredDraft } from '../consultation/answered-draft.ts'
import { openDraft, OPEN_TEXT, type OpenDraft } from '../consultation/open-draft.ts'
import { dayFromNow } from '../support/days.ts'
import { onEachPortal, visitorOf } from '../support/portal.ts'
import { makeWorld, newKey, type World } from '../survey/world.ts'

let world: World
let open: OpenDraft
let late = ''
let need = { slug: '', id: '' }

async function fill(database: OpenDatabase): Promise<void> {
  world = await makeWorld(database)
  open = await openDraft(database, { unit: world.unit.slug, officer: world.officer })
  const officer = scopeOf(database, { actor: world.officer })
  const [hours, fee] = open.blocks
  const given = [{ blockId: hours ?? null }, { blockId: fee ?? null }, { blockId: fee ?? null }]
  await writeInputs(scopeOf(database), { id: open.id, regionCode: world.regionCode }, given)
  const text = OPEN_TEXT.replace('14.00', '16.00').replace('wajib hadir', 'dapat diwakili dan tidak perlu hadir')
  granted(await saveDraft(officer, open.slug, { text }))
  granted(await publishVersion(officer, open.slug, { note: 'Jam buka diperpanjang.' }))
  const changed = { changedBlock: hours ?? null, changedVersion: 2 }
  const reason = 'Loket buka lebih lama bagi yang bekerja.'
  granted(await answer(officer, open.slug, { inputs: [1] }, { hasil: 'accepted', reason, ...changed }))
  const already = { hasil: 'already' as const, reason: 'Sudah gratis sejak tahun lalu.' }
  granted(await answer(officer, open.slug, { inputs: [2] }, already))
  const overdue = await answeredDraft(database, { unit: world.unit.slug, officer: world.officer })
  await database.db
    .updateTable('consultation')
    .set({ answerBy: dayFromNow(-1) })
    .where('id', '=', overdue.id)
    .execute()
  late = overdue.slug
  const asked = await announced(world)
  const [first] = await listNeeds(scopeOf(database), asked.id)
  need = { slug: asked.slug, id: first?.id ?? '' }
  const stance = { stance: 'dispute' as const, reason: 'Di tempat kami selalu dijawab.' }
  await takeStance(world.as(null, NEED_OPEN), need.slug, need.id, stance, { key: newKey() })
  const { reasons } = await getNeed(scopeOf(database), asked.id, need.id)
  await reportText(scopeOf(database), reasons[0]?.textId ?? '', { reason: 'threat', note: null }, '192.0.2.7')
}

onEachPortal('pages of what changed', fill, (portal) => {
  const visitor = () => visitorOf(portal())
  const here = () => `/konsultasi/${open.slug}`

  test('lead from each changed passage to its inputs, and say where there is none', async () => {
    const { text } = await visitor().get(`${here()}/perubahan`)
    const [, hours = '', last = ''] = text.split(/<li[^>]* id="b-/)
    expect(hours).toContain(`href="${here()}/tanggapan?cursor=0#masukan-1"`)
    expect(hours).toContain('Loket buka lebih lama bagi yang bekerja.')
    expect(last).toContain('Belum ada masukan yang dicatat sebagai sebabnya.')
    const english = await visitor().get(`/en/consultations/${open.slug}/changes`)
    expect(english.text).toContain('Changed because of these comments')
  })

  test('lead from an input to the passage that it changed, or say why it changed none', async () => {
    const [hours, fee] = open.blocks
    const changed = await visitor().get(`${here()}/bagian/${hours}`)
    expect(changed.text).toContain(`href="${here()}/perubahan?from=1&amp;to=2#b-${hours}"`)
    expect(changed.text).toContain('Mengubah Pasal 1 dalam naskah 2')
    const kept = await visitor().get(`${here()}/bagian/${fee}`)
    expect(kept.text).toContain('Sudah gratis sejak tahun lalu.')
    expect(kept.text).toContain('Menunggu jawaban')
    expect(kept.text).not.toContain('Mengubah Pasal')
    const all = await visitor().get(`${here()}/masukan`)
    expect(all.text).toContain(`href="${here()}/tanggapan?cursor=0#masukan-1"`)
  })

  test('tell who waits, since when, and that it is late', async () => {
    const before = await visitor().get(`${here()}`)
    expect(before.text).toContain(`href="${here()}/tanggapan?hasil=waiting#masukan"`)
    const waiting = await visitor().get(`${here()}/tanggapan?hasil=waiting`)
    expect([...waiting.text.matchAll(/id="(masukan-\d+)"/g)].map(([, id]) => id)).toEqual(['masukan-3'])
    expect(waiting.text).toContain('Menunggu jawaban sejak')
    const overdue = await visitor().get(`/konsultasi/${late}/tanggapan?hasil=waiting`)
    expect(overdue.text).toContain('Terlambat dijawab, menunggu sejak')
  })

  test('let anybody report the reason that somebody gave for a need', async () => {
    const { text } = await visitor().get(`/konsultasi/${need.slug}/kebutuhan/${need.id}`)
    const [, address = ''] = /href="(\/moderasi\/lapor[^"]*)"/.exec(text) ?? []
    const report = await visitor().get(address)
    expect(report.status).toBe(200)
    expect(report.text).toContain('Di tempat kami selalu dijawab.')
  })

  test('explain each figure of moderation where it stands', async () => {
    const { text } = await visitor().get('/moderasi')
    const wanted = [...text.matchAll(/href="#((?:arti|alasan)-[^"]+)"/g)].map(([, id]) => id)
    expect(wanted.length).toBeGreaterThan(9)
    for (const id of wanted) expect(text).toContain(`id="${id}"`)
  })
})
