/** What must hold of every page that staff work with, also when a form comes back. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#server/demo/people.ts'
import { pathTo, type PageName } from '#server/paths.ts'
import { useBrowser, type Visitor } from '../support/browser.ts'
import { inspect, openAll } from '../support/inspection.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { BUNGO_POLICY, DONE_PROMISE, DUMAI_POLICY, OPEN_PROMISE } from './follow-up.ts'
import { DEMO_MEETINGS } from './meetings.ts'
import { fillShowcase, type Showcase } from './showcase.ts'
import { signIn } from './town.ts'

let portal: TestPortal
let shown: Showcase
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: async (database) => (shown = await fillShowcase(database)) })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

type Params = Record<string, string>
/** What the filling of the showcase makes is known only once it is filled. */
type Place = [page: PageName, survey?: keyof Showcase['surveys'], query?: string, params?: Params | (() => Params)]

const UNIT = { slug: 'loket-disdukcapil-kota-dumai' }
const SERVICE = { ...UNIT, service: 'pelayanan-ktp-el' }
const ANSWERED = { slug: 'rancangan-jam-layanan-yang-dibahas' }
const INSTITUTION = { slug: 'uptd-pengujian-kendaraan-bermotor-kota-dumai' }

/** Who works where. */
const WORK: Record<string, Place[]> = {
  'admin@contoh.balai': [
    ['home'],
    ['account'],
    ['machineTokens'],
    ['ownSessions'],
    ['ownCodes'],
    ['setUpCode'],
    ['manageAccounts'],
    ['manageDirectory'],
    ...['unit', 'service', 'institution', 'region', 'weight'].map((form): Place => {
      return ['manageDirectory', undefined, `form=${form}`]
    }),
    ['manageDirectory', undefined, 'q=puskesmas'],
    ['manageRegion', undefined, '', { slug: 'dumai' }],
    ['importTree', undefined, '', { slug: 'dumai' }],
    ['manageInstitution', undefined, '', INSTITUTION],
    ['manageUnit', undefined, '', UNIT],
    ['manageService', undefined, '', SERVICE],
    ['manageSurveys'],
    ['manageGroups', undefined, 'form=add'],
    ['manageGroups', undefined, 'group=media'],
    ['manageRegionGroups', undefined, '', { slug: 'dumai' }],
    ['manageMeetings'],
    ['newMeeting'],
    ['manageMeeting', undefined, '', { slug: DEMO_MEETINGS.forum }],
    ...(['inviteToMeeting', 'meetingMaterials', 'attendMeeting', 'meetingNames', 'runMeeting'] as const).flatMap(
      (page): Place[] => {
        return [DEMO_MEETINGS.forum, DEMO_MEETINGS.coming].map((slug) => [page, undefined, '', { slug }])
      },
    ),
    ...(
      [
        'meetingMinutes',
        'meetingProposals',
        'signMeeting',
        'addToRecord',
        'meetingDelegates',
        'promiseFromMeeting',
        'paperMeeting',
      ] as const
    ).map((page): Place => {
      return [page, undefined, '', { slug: DEMO_MEETINGS.forum }]
    }),
    ['attendMeeting', undefined, 'q=siti', { slug: DEMO_MEETINGS.coming }],
    ['makeFollowUpPlan', undefined, '', () => ({ slug: shown.plan })],
    ['fieldMeeting', undefined, '', { slug: DEMO_MEETINGS.coming }],
    ['moderationQueue'],
    ['moderationQueue', undefined, 'waiting=review'],
    ...(['held', 'reported', 'masked', 'asked', 'upheld', 'long'] as const).map((state): Place => {
      return ['moderatedItem', undefined, '', () => ({ id: shown.texts[state].id })]
    }),
    ['signOut'],
  ],
  'auditor@contoh.balai': [
    ['home'],
    ['account'],
    ['manageAccounts'],
    ['manageSurveys', undefined, 'state=withdrawn'],
    ...(['draft', 'closed', 'published'] as const).map((survey): Place => ['manageSurvey', survey]),
  ],
  'petugas.dumai@contoh.balai': [
    ['account'],
    ['survey', 'draft'],
    ['surveyResults', 'draft'],
    ['manageService', undefined, '', SERVICE],
    ['manageSurveys', undefined, 'state=draft'],
    ['newSurvey'],
    ['surveyPreview', 'draft'],
    ['surveyPoster', 'draft'],
    ...(['draft', 'scheduled', 'answered', 'closed', 'handed-in', 'published'] as const).map((survey): Place => {
      return ['manageSurvey', survey]
    }),
    ['manageSurvey', 'draft', 'step=change'],
    ['manageSurvey', 'draft', 'step=open'],
    ['manageSurvey', 'answered', 'step=change'],
    ['manageSurvey', 'closed', 'step=hand-in'],
    ['importAnswers', 'closed'],
    ['importAnswers', 'draft'],
    ['managePolicies'],
    ['newPolicy'],
    ...(['managePolicy', 'explainPolicy', 'evaluatePolicy'] as const).map((page): Place => {
      return [page, undefined, '', { slug: DUMAI_POLICY }]
    }),
    ['manageCommitments'],
    ['newCommitment'],
    ['manageCommitment', undefined, 'step=running', { slug: DONE_PROMISE }],
    ...(['done', 'deferred', 'due-moved'] as const).map((step): Place => {
      return ['manageCommitment', undefined, `step=${step}`, { slug: OPEN_PROMISE }]
    }),
    ['manageDirectory'],
    ['manageUnit', undefined, '', UNIT],
    ['printSheets', 'answered'],
    ['enterSheets', 'answered'],
    ['enterSheets', 'closed'],
    ['voidSheet', 'answered'],
    ...['', 'state=all', 'state=objected&block=whole', 'alike=1'].map((query): Place => {
      return ['answerInputs', undefined, query, ANSWERED]
    }),
    ['closeConsultation', undefined, '', ANSWERED],
    ['enterInputs', undefined, '', { slug: 'rancangan-jam-layanan-loket' }],
    ['manageConsultations'],
    ['newConsultation'],
    ...(['manageConsultation', 'manageDraft'] as const).flatMap((page): Place[] => [
      [page, undefined, '', () => ({ slug: shown.asked.preview.slug })],
      [page, undefined, '', { slug: 'rancangan-jam-layanan-loket' }],
    ]),
  ],
  'petugas.bungo@contoh.balai': [['evaluatePolicy', undefined, '', { slug: BUNGO_POLICY }]],
  'pengesah.dumai@contoh.balai': [
    ['account'],
    ['manageSurveys'],
    ['closeConsultation', undefined, '', ANSWERED],
    ['manageSurvey', 'handed-in'],
    ['manageSurvey', 'handed-in', 'step=publish'],
    ['manageSurvey', 'unpublishable', 'step=publish'],
    ['manageSurvey', 'corrected', 'step=correct'],
    ['manageSurvey', 'corrected', 'step=withdraw'],
    ['manageSurvey', 'withdrawn'],
  ],
}

describe.each(Object.keys(WORK))('as %s', (email) => {
  let storageState: Awaited<ReturnType<Visitor['context']['storageState']>>
  test('signs in', async () => {
    storageState = await (await comeAs(email)).context.storageState()
    expect(storageState.cookies).toHaveLength(1)
  })

  const places = (['id', 'en'] as const).flatMap((locale) =>
    (WORK[email] ?? []).map((place) => ({
      locale,
      place,
      what: place.filter((part) => typeof part === 'string').join(' '),
    })),
  )
  test.each(places)('$locale $what', async ({ locale, place: [name, survey, query, params = {}] }) => {
    const { page } = await visit({ storageState })
    const path = pathTo(
      locale,
      name,
      survey ? { slug: shown.surveys[survey] } : typeof params === 'function' ? params() : params,
    )
    expect((await page.goto(query ? `${path}?${query}` : path))?.status()).toBeLessThan(400)
    await openAll(page)
    expect(await inspect(page)).toEqual([])
    if ((await page.locator(FORM).count()) === 0) return
    await sendEmpty(page)
    await openAll(page)
    expect(await inspect(page)).toEqual([])
  })
})

test('a page outside one’s own work says so', async () => {
  const { page } = await comeAs('petugas.dumai@contoh.balai')
  expect((await page.goto('/akun/kelola'))?.status()).toBe(403)
  expect(await inspect(page)).toEqual([])
})

test('the answers of a survey are three files', async () => {
  const { page } = await comeAs('petugas.dumai@contoh.balai')
  await page.goto(pathTo('id', 'manageSurvey', { slug: shown.surveys['handed-in'] }))
  const links = page.locator('a[href*="/unduh/"]')
  expect(await links.count()).toBe(3)
  for (const link of await links.all()) {
    const file = await page.request.get((await link.getAttribute('href')) ?? '')
    expect(file.status()).toBe(200)
    expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8')
  }
})

/** Forms that say what is wrong when they come back. */
const FORM = 'main form[novalidate][method=post]:not(.answers, [action])'

/** Empties the page's form and sends it: it comes back with a summary, and each link there leads to a field. */
async function sendEmpty(page: Page): Promise<void> {
  const form = page.locator(FORM).first()
  await form.evaluate((element: HTMLFormElement) => {
    for (const field of element.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea')) {
      if (field.type === 'checkbox') field.checked = false
      else field.value = ''
    }
  })
  const path = new URL(page.url()).pathname
  const sent = page.waitForResponse((response) => response.request().method() === 'POST')
  await form.locator('button[type=submit]').first().click()
  expect((await sent).status(), path).toBe(422)
  const links = page.getByRole('alert').getByRole('link')
  await links.first().waitFor()
  for (const link of await links.all()) {
    const field = page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`)
    expect(await field.count(), `${path}: ${await link.textContent()}`).toBe(1)
  }
}

async function comeAs(email: string): Promise<Visitor> {
  const visitor = await visit()
  await signIn(visitor.page, email, DEMO_PASSWORD)
  return visitor
}
