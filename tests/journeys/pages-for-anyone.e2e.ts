/** What must hold of every page, as a stranger meets it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGES, pathTo, type PageName } from '#server/paths.ts'
import { useBrowser } from '../support/browser.ts'
import { inspect, openAll } from '../support/inspection.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { BUNGO_POLICY, DONE_PROMISE, DUMAI_POLICY, MOVED_PROMISE } from './follow-up.ts'
import { DEMO_MEETINGS } from './meetings.ts'
import { fillShowcase, type Showcase } from './showcase.ts'

type Params = Record<string, string>

let portal: TestPortal
let shown: Showcase
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: async (database) => (shown = await fillShowcase(database)) })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

const surveysOf = (...states: (keyof Showcase['surveys'])[]) => states.map((state) => ({ slug: shown.surveys[state] }))
const inQueries = (params: Params, ...queries: string[]) => queries.map((query) => ({ ...params, query }))
const FOR_STAFF = 'staff'

/** Where a stranger may look at each page. Those for staff ask them to sign in. */
const PLACES: Record<PageName, typeof FOR_STAFF | (() => Params[])> = {
  home: () => [{}],
  about: () => [{}],
  privacy: () => [{}],
  surveys: () => inQueries({}, '', 'state=published', 'region=sekadau&state=open'),
  survey: () => surveysOf('open', 'scheduled', 'closed', 'published', 'withdrawn'),
  surveyResults: () => [
    ...surveysOf('open', 'answered', 'shown', 'closed', 'published', 'corrected', 'withdrawn', 'too-few'),
    ...surveysOf('partly-hidden', 'real'),
  ],
  surveyMethod: () => surveysOf('published', 'open', 'too-few', 'real'),
  surveyPoster: () => surveysOf('open'),
  surveyPreview: FOR_STAFF,
  surveyCounter: () => [...surveysOf('open', 'closed')].map((params) => ({ ...params, code: 'loket-1' })),
  shortAddress: () => [{ code: shown.shortCode }, { code: 'ZZZZ' }],
  manageSurveys: FOR_STAFF,
  newSurvey: FOR_STAFF,
  manageSurvey: FOR_STAFF,
  importAnswers: FOR_STAFF,
  printSheets: FOR_STAFF,
  enterSheets: FOR_STAFF,
  voidSheet: FOR_STAFF,
  exportAnswers: FOR_STAFF,
  regions: () => [{}],
  region: () => [
    ...['dumai', 'bungo', 'sekadau', 'tiada'].map((slug) => ({ slug })),
    ...inQueries({ slug: 'bungo' }, `period=${new Date().getFullYear() - 1}-2`),
  ],
  unit: () => [{ slug: shown.unit }, { slug: shown.quietUnit }, { slug: shown.longUnit }],
  definitions: () => [{}],
  manageDirectory: FOR_STAFF,
  // No pages to look at: what programs read.
  publications: () => [],
  regionPublications: () => [],
  robots: () => [],
  sitemap: () => [],
  securityText: () => [],
  apiReference: () => [{}],
  manageRegion: FOR_STAFF,
  importTree: FOR_STAFF,
  /** A file, no page. */
  treeFile: () => [],
  manageGroups: FOR_STAFF,
  manageRegionGroups: FOR_STAFF,
  manageInstitution: FOR_STAFF,
  manageUnit: FOR_STAFF,
  manageService: FOR_STAFF,
  policies: () => inQueries({}, '', 'evaluation=overdue', 'region=dumai&topic=recruitment', 'status=revoked'),
  policy: () => [DUMAI_POLICY, BUNGO_POLICY].map((slug) => ({ slug })),
  followPolicy: () => [{ slug: DUMAI_POLICY }],
  confirmFollow: () => [{ token: shown.followed.token }, { token: 'terpakai' }],
  leaveFollow: () => [{ code: shown.followed.code }, { code: 'tiada' }],
  managePolicies: FOR_STAFF,
  newPolicy: FOR_STAFF,
  managePolicy: FOR_STAFF,
  explainPolicy: FOR_STAFF,
  evaluatePolicy: FOR_STAFF,
  block: () => inQueries({ slug: shown.consultation.slug, block: shown.consultation.blocks[0] ?? '' }, '', 'support=1'),
  inputs: () => inQueries({ slug: shown.consultation.slug }, '', 'list=tray', 'q=pelayanan', 'list=whole&support=2'),
  /** A file, no page. */
  inputFile: () => [],
  consultations: () => inQueries({}, '', 'state=open', 'state=closed'),
  consultation: () => Object.values(shown.asked.slugs).map((slug) => ({ slug })),
  consultationPreview: () => [shown.asked.preview],
  compare: () => [
    ...inQueries({ slug: shown.asked.slugs.versions }, '', 'from=1&to=3'),
    { slug: shown.asked.slugs.need },
  ],
  need: () => [shown.asked.need],
  /** A file, no page. */
  consultationFile: () => [],
  manageConsultations: FOR_STAFF,
  newConsultation: FOR_STAFF,
  manageConsultation: FOR_STAFF,
  manageDraft: FOR_STAFF,
  newOrganisation: () => [{ slug: shown.consultation.slug }],
  organisation: () => [shown.room.lead, shown.room.member].map((code) => ({ slug: shown.consultation.slug, code })),
  enterInputs: FOR_STAFF,
  meetings: () => inQueries({}, '', 'state=coming', 'state=cancelled'),
  meeting: () => Object.values(DEMO_MEETINGS).map((slug) => ({ slug })),
  /** A file, no page. */
  hallFile: () => [],
  meetingScreen: () => inQueries({ slug: DEMO_MEETINGS.forum }, '', 'still=1'),
  registerForMeeting: () => Object.values(DEMO_MEETINGS).map((slug) => ({ slug })),
  meetingPoster: () => Object.values(DEMO_MEETINGS).map((slug) => ({ slug })),
  /** No page to look at: what calendars read. */
  regionMeetings: () => [],
  answerInvitation: () => [{}],
  invitation: () => [...inQueries({ code: shown.guest }, '', 'done=1'), { code: 'S7K4-M2QX-0A9B' }],
  manageMeetings: FOR_STAFF,
  newMeeting: FOR_STAFF,
  manageMeeting: FOR_STAFF,
  inviteToMeeting: FOR_STAFF,
  /** Files, no pages. */
  meetingPacket: () => [],
  meetingMaterial: () => [],
  meetingMaterials: FOR_STAFF,
  attendMeeting: FOR_STAFF,
  fieldMeeting: FOR_STAFF,
  meetingNames: FOR_STAFF,
  runMeeting: FOR_STAFF,
  meetingRecord: () => [{ slug: DEMO_MEETINGS.forum }],
  meetingNotes: () => [{ slug: DEMO_MEETINGS.forum }],
  meetingProceedings: () => [{ slug: DEMO_MEETINGS.forum }],
  checkRecord: () => [{ slug: DEMO_MEETINGS.forum }],
  correctMinutes: () => inQueries({ slug: DEMO_MEETINGS.forum }, '', 'done=correction&nomor=1'),
  signMeeting: FOR_STAFF,
  addToRecord: FOR_STAFF,
  meetingDelegates: FOR_STAFF,
  promiseFromMeeting: FOR_STAFF,
  paperMeeting: FOR_STAFF,
  /** A file, no page. */
  signedRecord: () => [],
  meetingMinutes: FOR_STAFF,
  meetingProposals: FOR_STAFF,
  commitments: () => inQueries({}, '', 'status=late', 'region=dumai&status=done', 'unit=tiada'),
  commitment: () => [DONE_PROMISE, MOVED_PROMISE].map((slug) => ({ slug })),
  /** A file, no page. */
  followCommitment: () => [{ slug: DONE_PROMISE }],
  disputeCommitment: () => [DONE_PROMISE, MOVED_PROMISE].map((slug) => ({ slug })),
  followUpPlan: () => [{ slug: shown.plan }, ...surveysOf('published')],
  makeFollowUpPlan: FOR_STAFF,
  commitmentEvidence: () => [],
  manageCommitments: FOR_STAFF,
  newCommitment: FOR_STAFF,
  manageCommitment: FOR_STAFF,
  moderation: () => inQueries({}, '', 'region=dumai'),
  moderationQueue: FOR_STAFF,
  moderatedItem: FOR_STAFF,
  reportText: () => [
    ...inQueries({ id: shown.texts.shown.id }, '', 'done=1'),
    ...(['masked', 'hidden', 'long'] as const).map((state) => ({ id: shown.texts[state].id })),
  ],
  askReview: () => Object.values(shown.texts).map(({ code }) => ({ code })),
  consultationAnswers: () =>
    inQueries({ slug: shown.answered.slug }, '', 'hasil=already', 'hasil=accepted&block=tiada', 'cursor=2'),
  consultationClosing: () => [{ slug: shown.answered.slug }],
  objectToAnswer: () => [...shown.answered.codes, 'M000-0000-0000-0000-0'].map((code) => ({ code })),
  eraseOwnWords: () => [...shown.answered.codes, shown.inputReceipt].map((code) => ({ code })),
  answerInputs: FOR_STAFF,
  closeConsultation: FOR_STAFF,
  check: () => [{}],
  checkCode: () => [
    ...inQueries({ code: shown.receipt }, '', 'baru'),
    ...inQueries({ code: shown.inputReceipt }, '', 'baru'),
    { code: 'S7K4-M2QX-0A9B-W3TE-J' },
  ],
  ledger: () => inQueries({}, '', 'cursor=100'),
  signIn: () => [{}],
  residentSignIn: () => [{}],
  residentLink: () => [{ token: shown.residentLink }, { token: 'terpakai' }],
  residentSignOut: () => inQueries({}, '', 'done=1'),
  // Who isn't signed in is led to the sign-in; tests/journeys/own-inputs.e2e.ts looks at them signed in.
  ownInputs: () => [{}],
  claimInput: () => [{}],
  eraseOwnInput: () => [{ id: 'tiada' }],
  leavePortal: () => inQueries({}, 'done=1'),
  forgotten: () => [{}],
  signInCode: () => [{}],
  setUpCode: () => [{}],
  signOut: () => [{}],
  setPassword: () => [{ token: shown.invitation }, { token: 'terpakai' }],
  account: FOR_STAFF,
  machineTokens: FOR_STAFF,
  ownSessions: FOR_STAFF,
  ownCodes: FOR_STAFF,
  manageAccounts: FOR_STAFF,
}

describe.each(['id', 'en'] as const)('as a stranger, in %s', (locale) => {
  const [forStaff, forAll] = [true, false].map((staff) =>
    (Object.keys(PAGES) as PageName[]).filter((name) => (PLACES[name] === FOR_STAFF) === staff),
  )

  test.each(forAll!)(
    '%s',
    async (name) => {
      const { page } = await visit()
      const places = PLACES[name]
      for (const { query, ...params } of places === FOR_STAFF ? [] : places()) {
        const path = pathTo(locale, name, params) + (query ? `?${query}` : '')
        expect((await page.goto(path))?.status(), path).toBeLessThan(500)
        await openAll(page)
        expect({ path, faults: await inspect(page) }).toEqual({ path, faults: [] })
      }
    },
    120_000,
  )

  test('pages for staff ask to sign in', async () => {
    const { page } = await visit()
    const params = { slug: shown.surveys.open, part: 'scores', service: 'ktp-el', id: shown.texts.held.id }
    for (const name of forStaff!) {
      const file = name === 'exportAnswers' ? '.csv' : ''
      expect((await page.goto(pathTo(locale, name, params) + file))?.status(), name).toBe(401)
    }
    expect(await inspect(page)).toEqual([])
  })

  test('an address that nothing answers', async () => {
    const { page } = await visit()
    expect((await page.goto(`${locale === 'en' ? '/en' : ''}/tidak/ada`))?.status()).toBe(404)
    expect(await inspect(page)).toEqual([])
  })
})
