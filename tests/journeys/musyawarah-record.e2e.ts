/**
 * From draft minutes to a signed record: a participant corrects by code without JavaScript, the scan comes back and locks it,
 * a stranger scans the code on the paper and checks the file.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFileBytes } from '#db/file/files.ts'
import { listMeetingDecisions } from '#server/musyawarah/course.ts'
import { listInviteesFor } from '#server/musyawarah/invitees.ts'
import { getMeeting } from '#server/musyawarah/meetings.ts'
import { scopeOf } from '#server/scope.ts'
import { wordsOf } from '#server/words/words.ts'
import { actorWith } from '../directory/actors.ts'
import { codesIn } from '../documents/codes.ts'
import { DESK, PHONE, useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { heldMeeting } from './held-meeting.ts'
import { fillTown, OFFICER, signIn } from './town.ts'

const { musyawarahRecord: t, musyawarahPapers: p } = wordsOf('id')
const NUMBER = '140/7/BA/2026'

let portal: TestPortal
/** Its window for corrections is open; that of the other has ended. */
let open = ''
let ended = ''
let code = ''
beforeAll(async () => {
  const fill = async (database: TestPortal['database']) => {
    await fillTown(database)
    open = await heldMeeting(database, 'Jam layanan loket', 0)
    ended = await heldMeeting(database, 'Antrean loket', -8)
    const officer = scopeOf(database, { actor: actorWith('officer', 'region', '14.72') })
    code = (await listInviteesFor(officer, open))[0]?.code ?? ''
  }
  portal = await startPortal('sqlite', { fill })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

test('a participant reads the draft on a phone without JavaScript and corrects it by code', async () => {
  const { page } = await visit({ viewport: PHONE, javaScriptEnabled: false })
  await page.goto(`/musyawarah/${open}`)
  await page.getByRole('link', { name: t.title, exact: true }).click()
  expect(await page.textContent('main')).toContain(t.draft)
  await page.getByRole('link', { name: p.names.proceedings, exact: true }).click()
  expect(await page.textContent('h1')).toBe(p.names.proceedings)
  await page.getByRole('link', { name: t.correct.title, exact: true }).click()
  const fill = async (typed: string) => {
    await page.getByLabel(t.correct.code, { exact: true }).fill(typed)
    await page.getByLabel(t.correct.text, { exact: true }).fill('Loket buka sampai pukul 16, bukan 15.')
    await page.getByRole('button', { name: t.correct.button }).click()
  }
  await fill('ZZZZ-ZZZZ-ZZZZ')
  expect(await page.getByRole('alert').textContent()).toContain(t.issues['code-unknown'])
  // What was typed is kept.
  expect(await page.getByLabel(t.correct.text, { exact: true }).inputValue()).toContain('pukul 16')
  await fill(code.toLowerCase())
  expect(await page.getByRole('status').textContent()).toContain(t.correct.done.correction('1'))
})

test('after the window the words are kept and the way on is said', async () => {
  const { page } = await visit({ viewport: PHONE, javaScriptEnabled: false })
  await page.goto(`/musyawarah/${ended}/perbaikan`)
  expect(await page.textContent('main')).toContain(t.correct.closed)
  expect(await page.getByRole('button', { name: t.correct.button }).count()).toBe(0)
})

test('the officer answers, prints, and the signed scan locks the record', async () => {
  const { page } = await visit({ viewport: DESK })
  const exactly = (label: string) => page.getByLabel(label, { exact: true })
  await signIn(page, OFFICER)
  await page.goto(`/musyawarah/kelola/${open}/pengesahan`)
  await exactly(t.staff.outcome).selectOption('refused')
  await page.getByRole('button', { name: t.staff.settle }).click()
  await page.getByRole('alert').waitFor()
  await exactly(t.staff.outcome).selectOption('refused')
  await exactly(t.staff.reason).fill('Rekaman menyebut pukul 15.')
  await page.getByRole('button', { name: t.staff.settle }).click()
  await page.waitForURL(/done=settle/)

  await page.goto(`/musyawarah/kelola/${ended}/pengesahan`)
  const printed = await page.request.get(`/musyawarah/kelola/${ended}/pengesahan.pdf`)
  const paper = await printed.body()
  expect(await codesIn(paper)).toEqual([`${portal.url}/musyawarah/${ended}/periksa`])
  const sign = async (file: { name: string; bytes: Buffer }, names: string[]) => {
    await exactly(t.staff.number).fill(NUMBER)
    await exactly(t.staff.signedOn).fill(dayFromNow(0))
    for (const [i, name] of names.entries()) await page.locator(`[name=signer${i}]`).fill(name)
    const given = { name: file.name, mimeType: 'application/pdf', buffer: file.bytes }
    await exactly(t.staff.file).setInputFiles(given)
    await page.getByRole('button', { name: t.staff.button }).click()
  }
  await sign({ name: 'scan.pdf', bytes: Buffer.from('bukan pdf') }, ['Kepala Dinas', '', 'Ketua RT'])
  await page.getByRole('alert').waitFor()
  const alert = (await page.getByRole('alert').textContent()) ?? ''
  expect(alert).toContain(t.issues['file-kind'])
  expect(alert).toContain(t.issues['signature-missing'])
  expect(await exactly(t.staff.number).inputValue()).toBe(NUMBER)
  await sign({ name: 'scan.pdf', bytes: paper }, ['Kepala Dinas', 'Siti', 'Ketua RT'])
  await page.waitForURL(/done=sign/)
  expect(await page.getByRole('button', { name: t.staff.button }).count()).toBe(0)
})

test('a stranger scans the code of the public PDF, and tells the signed file from another', async () => {
  const { page } = await visit({ viewport: PHONE, javaScriptEnabled: false })
  await page.goto(`/musyawarah/${ended}/berita-acara`)
  expect(await page.textContent('main')).toContain(NUMBER)
  const rendition = await (await page.request.get(`/musyawarah/${ended}/berita-acara.pdf`)).body()
  const [address = ''] = await codesIn(rendition)
  await page.goto(new URL(address).pathname)
  const officer = scopeOf(portal.database, { actor: actorWith('officer', 'region', '14.72') })
  const { id } = await getMeeting(officer, ended)
  expect(await listMeetingDecisions(officer, id)).toHaveLength(1)
  const check = async (buffer: Buffer) => {
    const given = { name: 'berita-acara.pdf', mimeType: 'application/pdf', buffer }
    await page.getByLabel(t.check.file, { exact: true }).setInputFiles(given)
    await page.getByRole('button', { name: t.check.button }).click()
    return page.getByRole('status').textContent()
  }
  expect(await check(rendition)).toContain(t.check.different)
  const { fileHash } = await portal.database.db
    .selectFrom('meetingRecord')
    .select('fileHash')
    .where('meetingId', '=', id)
    .executeTakeFirstOrThrow()
  const signed = await readFileBytes(portal.database.db, fileHash)
  expect(await check(signed)).toContain(`nomor ${NUMBER} yang asli`)
})
