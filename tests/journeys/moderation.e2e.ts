/**
 * Due process from end to end: a resident writes, another one reports, a moderator hides, the writer follows the receipt and
 * asks for a review, a second moderator reverses, and the public log says so. All of it without scripts.
 */
import { expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { granted } from '#server/demo/fill-places.ts'
import { inviteAccount } from '#server/identity/roles.ts'
import { applyLink } from '#server/identity/sign-in-links.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { scopeOf } from '#server/scope.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { wordsOf } from '#server/words/words.ts'
import { openDraft } from '../consultation/open-draft.ts'
import { actorWith, portalAdmin } from '../directory/actors.ts'
import { useBrowser } from '../support/browser.ts'
import { onEachPortal } from '../support/portal.ts'
import { fillTown, PASSWORD, signIn } from './town.ts'

const words = wordsOf('id')
const m = words.moderation
const s = words.moderationStaff
const MODERATORS = ['moderator.satu@contoh.go.id', 'moderator.dua@contoh.go.id'] as const
const TEXT = 'Petugas loket tiga selalu terlambat membuka loket.'
const STATEMENT = 'Yang saya kritik jam bukanya, bukan orangnya.'

async function fill(database: OpenDatabase): Promise<void> {
  await fillTown(database)
  const admin = scopeOf(database, { actor: portalAdmin })
  for (const email of MODERATORS) {
    const person = { email, name: email.split('@')[0] ?? '', role: 'moderator', scopeKind: 'region', scopeId: '14.72' }
    const { invitation } = granted(await inviteAccount(admin, person))
    const token = invitation.link?.split('/').at(-1) ?? ''
    granted(await applyLink(admin, token, { password: PASSWORD }, { secure: false }))
  }
}

onEachPortal('moderation', fill, (portal) => {
  const visit = useBrowser(portal)
  const plain = () => visit({ javaScriptEnabled: false })

  test('hides with a reason, is asked again, and is reversed by a second moderator in sight of all', async () => {
    const officer = actorWith('officer', 'region', '14.72')
    const { slug } = await openDraft(portal().database, { unit: 'loket-disdukcapil', officer })
    const list = `/konsultasi/${slug}/masukan`

    const { page: writer } = await plain()
    await writer.goto(list)
    await writer.locator('textarea[name=text]').fill(TEXT)
    await writer.locator('input[name=stance][value=disagree]').check()
    // Who sends faster than people write is held.
    await writer.waitForTimeout(3_500)
    await writer.getByRole('button', { name: words.consultationInput.form.send }).click()
    await writer.waitForURL(/\/cek\//)
    const receipt = new URL(writer.url()).pathname
    expect(await writer.locator('#tulisan').textContent()).toContain(m.own.shown)

    const { page: reader } = await plain()
    await reader.goto(list)
    expect(await reader.locator('main').textContent()).toContain(TEXT)
    const { id } = await portal().database.db.selectFrom('moderated').select('id').executeTakeFirstOrThrow()
    await reader.goto(`/moderasi/lapor/${id}`)
    await reader.getByLabel(m.report.reason, { exact: true }).selectOption('insult')
    await reader.getByRole('button', { name: m.report.button }).click()
    await reader.getByText(m.report.done).waitFor()

    const { page: first } = await plain()
    await signIn(first, MODERATORS[0])
    await first.getByRole('link', { name: s.title }).click()
    await first.getByRole('link', { name: s.open }).click()
    await first.getByLabel(s.acts.hide ?? '', { exact: true }).check()
    await first.getByLabel(s.reason, { exact: true }).selectOption('insult')
    await first.getByLabel(s.note, { exact: true }).fill('Menyebut seorang petugas.')
    await first.getByRole('button', { name: s.decide }).click()
    await first.getByText(s.item.done).waitFor()
    await reader.goto(list)
    expect(await reader.locator('main').textContent()).not.toContain(TEXT)

    await writer.goto(receipt)
    const own = await writer.locator('#tulisan').textContent()
    for (const part of [TEXT, m.reasons.insult ?? '', 'Menyebut seorang petugas.', m.own.notDeleted]) {
      expect(own).toContain(part)
    }
    await writer.getByRole('link', { name: m.own.ask }).click()
    await writer.getByLabel(m.review.statement, { exact: true }).fill(STATEMENT)
    await writer.getByRole('button', { name: m.review.button }).click()
    await writer.getByText(m.review.done).waitFor()

    await first.goto('/moderasi/antrean')
    expect(await first.locator('main').textContent()).toContain(s.notMine)

    const { page: second } = await plain()
    await signIn(second, MODERATORS[1])
    await second.goto('/moderasi/antrean')
    await second.getByRole('link', { name: s.openReview }).click()
    expect(await second.locator('main').textContent()).toContain(STATEMENT)
    await second.getByLabel(s.item.outcome, { exact: true }).selectOption('reversed')
    await second.getByLabel(s.item.reviewNote, { exact: true }).fill('Ini kritik atas layanan.')
    await second.getByRole('button', { name: s.decide }).click()
    await second.getByText(s.item.done).waitFor()

    await reader.goto('/moderasi')
    const log = await reader.locator('#keputusan li').allTextContents()
    expect(log).toHaveLength(2)
    expect(log[0]).toContain(m.log.what.reversed)
    expect(log[1]).toContain(m.log.what.hidden)
    expect(log.join()).not.toContain(TEXT)
    const figures = await reader.locator('#angka tbody tr').first().locator('td').allTextContents()
    expect(figures.slice(0, 8)).toEqual(['1', '0', '1', '0', '0', '1', '1', '1'])
    await reader.goto(list)
    expect(await reader.locator('main').textContent()).toContain(TEXT)
    await writer.goto(receipt)
    expect(await writer.locator('#tulisan').textContent()).toContain('Ini kritik atas layanan.')

    const verified = await runVerifiers(portal().database.db, rowVerifiers({}))
    expect(verified).toMatchObject({ fits: true, checked: { decisions: 4 } })
  }, 60_000)
})
