/** Where in the attacked town the walk begins, so that every kind of page is met; and what of it is no page. */
import { PAGES, pathTo, type PageName } from '#server/paths.ts'
import type { AttackedTown } from './attacked-town.ts'
import { PASSED_OVER } from './reading-on.ts'

/** What leads to a meeting and is handed out for it: not attacked yet. */
export const BEFORE_MEETINGS: PageName[] = [
  ...(['answerInvitation', 'invitation', 'registerForMeeting', 'meetingPoster', 'meetingMaterials'] as const),
  ...(['meetingMaterial', 'meetingPacket', 'regionMeetings'] as const),
]

/** Files and feeds, which stand in `data` below; and what needs a short code, a mail or a half-finished sign-in. */
export const NO_PAGES: PageName[] = [
  ...BEFORE_MEETINGS,
  ...PASSED_OVER,
  ...(['treeFile', 'publications', 'regionPublications', 'robots', 'sitemap', 'securityText'] as const),
  ...(['shortAddress', 'signInCode', 'setPassword', 'residentLink', 'confirmFollow', 'leaveFollow'] as const),
]

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
  const { prepared: drawnUp, coming, corrected, signed, onPaper, open: running } = town.meetings
  const meeting: Partial<Record<PageName, string>> = {
    manageMeeting: drawnUp,
    inviteToMeeting: coming,
    attendMeeting: running,
    meetingNames: running,
    runMeeting: running,
    meetingMinutes: running,
    meetingProposals: running,
    meetingDelegates: running,
    meetingScreen: running,
    fieldMeeting: running,
    paperMeeting: onPaper,
    promiseFromMeeting: corrected,
    signMeeting: corrected,
    correctMinutes: corrected,
  }
  const codes: Partial<Record<PageName, string>> = { objectToAnswer: receipts.answered, organisation: room }
  const own: Record<string, string> = {
    survey: page === 'regionPublications' ? town.region : town.published,
    policy: page === 'policy' ? town.policies.explained : town.policies.evaluated,
    commitment: page.endsWith('Plan') ? town.published : town.promise,
    directory: town.region,
    dashboard: page === 'unit' ? town.unit : town.region,
    consultation: consultation[page] ?? open,
    musyawarah: meeting[page] ?? signed,
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
    ...(['objectToAnswer', 'policies', 'policy', 'followPolicy', 'commitments', 'commitment'] as const),
    ...(['followCommitment', 'disputeCommitment', 'followUpPlan', 'moderation', 'checkCode'] as const),
    ...(['meetings', 'meeting', 'meetingRecord', 'meetingNotes', 'meetingProceedings', 'checkRecord'] as const),
    ...(['correctMinutes', 'meetingScreen'] as const),
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
    ...(['evaluatePolicy', 'manageCommitments', 'manageCommitment', 'makeFollowUpPlan', 'moderationQueue'] as const),
    ...(['consultation', 'manageMeetings', 'newMeeting', 'manageMeeting', 'inviteToMeeting', 'attendMeeting'] as const),
    ...(['meetingNames', 'runMeeting', 'meetingMinutes', 'meetingProposals', 'signMeeting', 'meeting'] as const),
    ...(['addToRecord', 'meetingDelegates', 'promiseFromMeeting', 'fieldMeeting', 'paperMeeting'] as const),
  ]
  return known.map((page) => addressOf(town, page))
}
