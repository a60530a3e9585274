/** Where in the attacked town the walk begins, so that every kind of page is met; and what of it is no page. */
import { PAGES, pathTo, type PageName } from '#server/paths.ts'
import type { AttackedTown } from './attacked-town.ts'
import { PASSED_OVER } from './reading-on.ts'

/** Files and feeds, which stand in `data` below; and what needs a short code, a mail or a half-finished sign-in. */
export const NO_PAGES: PageName[] = [
  ...(Object.keys(PAGES) as PageName[]).filter(isOfMeetings),
  ...PASSED_OVER,
  ...(['treeFile', 'publications', 'regionPublications', 'robots', 'sitemap', 'securityText'] as const),
  ...(['shortAddress', 'signInCode', 'setPassword', 'residentLink', 'confirmFollow', 'leaveFollow'] as const),
]

/** Meetings are attacked by no one here. */
export function isOfMeetings(page: PageName): boolean {
  return PAGES[page].folder.startsWith('/musyawarah')
}

export function paramsOf(town: AttackedTown, page: PageName): Record<string, string> {
  const { open, answered, closed, prepared, asked, need, block, room, receipts } = town.consultations
  const consultation: Partial<Record<PageName, string>> = {
    need: asked,
    manageDraft: prepared,
    manageConsultation: prepared,
    closeConsultation: open,
    consultationAnswers: answered,
    answerInputs: answered,
    consultationClosing: closed,
  }
  const codes: Partial<Record<PageName, string>> = { objectToAnswer: receipts.answered, organisation: room }
  const own: Record<string, string> = {
    survey: page === 'regionPublications' ? town.region : town.published,
    policy: page === 'policy' ? town.policies.explained : town.policies.evaluated,
    commitment: page.endsWith('Plan') ? town.published : town.promise,
    directory: town.region,
    dashboard: page === 'unit' ? town.unit : town.region,
    consultation: consultation[page] ?? open,
  }
  const slug = own[PAGES[page].folder.split('/')[1] ?? ''] ?? ''
  return { slug, need, block, code: codes[page] ?? receipts.objected, part: 'comments' }
}

export function addressOf(town: AttackedTown, page: PageName): string {
  return pathTo('id', page, paramsOf(town, page))
}

export function placesOfStrangers(town: AttackedTown): string[] {
  const known: PageName[] = [
    ...(['home', 'surveys', 'surveyResults', 'regions', 'consultations', 'consultation', 'block', 'inputs'] as const),
    ...(['compare', 'need', 'newOrganisation', 'organisation', 'consultationAnswers', 'consultationClosing'] as const),
    ...([
      'objectToAnswer',
      'policies',
      'policy',
      'followPolicy',
      'commitments',
      'commitment',
      'followCommitment',
      'disputeCommitment',
      'followUpPlan',
      'moderation',
      'checkCode',
    ] as const),
    ...(['ledger', 'signIn', 'forgotten'] as const),
  ]
  const hidden = town.consultations.receipts.open.slice(0, 8)
  const reviews = hidden.map((code) => pathTo('id', 'askReview', { code }))
  return ['/en', ...known.map((page) => addressOf(town, page)), ...reviews]
}

export function placesOfResidents(town: AttackedTown): string[] {
  return (['ownInputs', 'claimInput', 'leavePortal'] as const).map((page) => addressOf(town, page))
}

export function placesOfStaff(town: AttackedTown): string[] {
  const known: PageName[] = [
    ...(['account', 'manageAccounts', 'manageDirectory', 'manageSurveys', 'manageSurvey'] as const),
    ...(['manageConsultations', 'newConsultation', 'manageConsultation', 'manageDraft', 'enterInputs'] as const),
    ...(['answerInputs', 'closeConsultation', 'managePolicies', 'managePolicy', 'explainPolicy'] as const),
    ...([
      'evaluatePolicy',
      'manageCommitments',
      'manageCommitment',
      'makeFollowUpPlan',
      'moderationQueue',
      'consultation',
    ] as const),
  ]
  return known.map((page) => addressOf(town, page))
}
