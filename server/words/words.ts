/** All words of a language. Indonesian is the source; English must satisfy its type. */
import type { Locale } from '../paths.ts'
import { answerFiles as answerFilesEn } from './en/answer-files.ts'
import { apiReference as apiReferenceEn } from './en/api-reference.ts'
import { check as checkEn } from './en/check.ts'
import { commitment as commitmentEn } from './en/commitment.ts'
import { commitmentFollow as commitmentFollowEn } from './en/commitment-follow.ts'
import { commitmentPlan as commitmentPlanEn } from './en/commitment-plan.ts'
import { common as commonEn } from './en/common.ts'
import { consultationAnswer as consultationAnswerEn } from './en/consultation-answer.ts'
import { consultation as consultationEn } from './en/consultation.ts'
import { consultationStaff as consultationStaffEn } from './en/consultation-staff.ts'
import { desk as deskEn } from './en/desk.ts'
import { consultationInput as consultationInputEn } from './en/consultation-input.ts'
import { dashboard as dashboardEn } from './en/dashboard.ts'
import { definitions as definitionsEn } from './en/definitions.ts'
import { directory as directoryEn } from './en/directory.ts'
import { directoryFiles as directoryFilesEn } from './en/directory-files.ts'
import { directoryStaff as directoryStaffEn } from './en/directory-staff.ts'
import { erasure as erasureEn } from './en/erasure.ts'
import { feeds as feedsEn } from './en/feeds.ts'
import { about as aboutEn, home as homeEn } from './en/home.ts'
import { identity as identityEn } from './en/identity.ts'
import { instrument as instrumentEn } from './en/instrument.ts'
import { ledger as ledgerEn } from './en/ledger.ts'
import { moderation as moderationEn } from './en/moderation.ts'
import { moderationStaff as moderationStaffEn } from './en/moderation-staff.ts'
import { musyawarah as musyawarahEn } from './en/musyawarah.ts'
import { musyawarahInvite as musyawarahInviteEn } from './en/musyawarah-invite.ts'
import { musyawarahStaff as musyawarahStaffEn } from './en/musyawarah-staff.ts'
import { musyawarahHall as musyawarahHallEn } from './en/musyawarah-hall.ts'
import { musyawarahCourse as musyawarahCourseEn } from './en/musyawarah-course.ts'
import { musyawarahScreen as musyawarahScreenEn } from './en/musyawarah-screen.ts'
import { musyawarahRecord as musyawarahRecordEn } from './en/musyawarah-record.ts'
import { musyawarahPapers as musyawarahPapersEn } from './en/musyawarah-papers.ts'
import { musyawarahField as musyawarahFieldEn } from './en/musyawarah-field.ts'
import { notice as noticeEn } from './en/notice.ts'
import { policy as policyEn } from './en/policy.ts'
import { privacy as privacyEn } from './en/privacy.ts'
import { resident as residentEn } from './en/resident.ts'
import { results as resultsEn } from './en/results.ts'
import { secondStep as secondStepEn } from './en/second-step.ts'
import { staff as staffEn } from './en/staff.ts'
import { machineTokens as machineTokensEn } from './en/machine-tokens.ts'
import { method as methodEn } from './en/method.ts'
import { places as placesEn } from './en/places.ts'
import { stakeholderGroups as stakeholderGroupsEn } from './en/stakeholder-groups.ts'
import { surveyStaff as surveyStaffEn } from './en/survey-staff.ts'
import { surveyForm as surveyFormEn } from './en/survey-form.ts'
import { turnedAway as turnedAwayEn } from './en/turned-away.ts'
import { answerFiles } from './id/answer-files.ts'
import { apiReference } from './id/api-reference.ts'
import { check } from './id/check.ts'
import { commitment } from './id/commitment.ts'
import { commitmentFollow } from './id/commitment-follow.ts'
import { commitmentPlan } from './id/commitment-plan.ts'
import { common } from './id/common.ts'
import { consultationAnswer } from './id/consultation-answer.ts'
import { consultation } from './id/consultation.ts'
import { consultationStaff } from './id/consultation-staff.ts'
import { desk } from './id/desk.ts'
import { consultationInput } from './id/consultation-input.ts'
import { dashboard } from './id/dashboard.ts'
import { definitions } from './id/definitions.ts'
import { directory } from './id/directory.ts'
import { directoryFiles } from './id/directory-files.ts'
import { directoryStaff } from './id/directory-staff.ts'
import { erasure } from './id/erasure.ts'
import { feeds } from './id/feeds.ts'
import { about, home } from './id/home.ts'
import { identity } from './id/identity.ts'
import { instrument } from './id/instrument.ts'
import { ledger } from './id/ledger.ts'
import { moderation } from './id/moderation.ts'
import { moderationStaff } from './id/moderation-staff.ts'
import { musyawarah } from './id/musyawarah.ts'
import { musyawarahInvite } from './id/musyawarah-invite.ts'
import { musyawarahStaff } from './id/musyawarah-staff.ts'
import { musyawarahHall } from './id/musyawarah-hall.ts'
import { musyawarahCourse } from './id/musyawarah-course.ts'
import { musyawarahScreen } from './id/musyawarah-screen.ts'
import { musyawarahRecord } from './id/musyawarah-record.ts'
import { musyawarahPapers } from './id/musyawarah-papers.ts'
import { musyawarahField } from './id/musyawarah-field.ts'
import { notice } from './id/notice.ts'
import { policy } from './id/policy.ts'
import { privacy } from './id/privacy.ts'
import { resident } from './id/resident.ts'
import { results } from './id/results.ts'
import { secondStep } from './id/second-step.ts'
import { staff } from './id/staff.ts'
import { machineTokens } from './id/machine-tokens.ts'
import { method } from './id/method.ts'
import { places } from './id/places.ts'
import { stakeholderGroups } from './id/stakeholder-groups.ts'
import { surveyStaff } from './id/survey-staff.ts'
import { surveyForm } from './id/survey-form.ts'
import { turnedAway } from './id/turned-away.ts'

const id = {
  about,
  answerFiles,
  apiReference,
  check,
  commitment,
  commitmentFollow,
  commitmentPlan,
  common,
  consultationInput,
  consultationAnswer,
  consultation,
  consultationStaff,
  desk,
  dashboard,
  definitions,
  directory,
  erasure,
  feeds,
  directoryFiles,
  directoryStaff,
  home,
  identity,
  instrument,
  ledger,
  moderation,
  moderationStaff,
  musyawarah,
  musyawarahInvite,
  musyawarahStaff,
  musyawarahHall,
  musyawarahCourse,
  musyawarahRecord,
  musyawarahPapers,
  musyawarahField,
  musyawarahScreen,
  notice,
  machineTokens,
  policy,
  privacy,
  resident,
  results,
  secondStep,
  staff,
  stakeholderGroups,
  method,
  places,
  surveyStaff,
  surveyForm,
  turnedAway,
}
export type Words = typeof id
const en: Words = {
  about: aboutEn,
  answerFiles: answerFilesEn,
  apiReference: apiReferenceEn,
  check: checkEn,
  commitment: commitmentEn,
  commitmentFollow: commitmentFollowEn,
  commitmentPlan: commitmentPlanEn,
  common: commonEn,
  consultationInput: consultationInputEn,
  consultationAnswer: consultationAnswerEn,
  consultation: consultationEn,
  consultationStaff: consultationStaffEn,
  desk: deskEn,
  dashboard: dashboardEn,
  definitions: definitionsEn,
  directory: directoryEn,
  erasure: erasureEn,
  feeds: feedsEn,
  directoryFiles: directoryFilesEn,
  directoryStaff: directoryStaffEn,
  home: homeEn,
  identity: identityEn,
  instrument: instrumentEn,
  ledger: ledgerEn,
  moderation: moderationEn,
  moderationStaff: moderationStaffEn,
  musyawarah: musyawarahEn,
  musyawarahInvite: musyawarahInviteEn,
  musyawarahStaff: musyawarahStaffEn,
  musyawarahHall: musyawarahHallEn,
  musyawarahCourse: musyawarahCourseEn,
  musyawarahRecord: musyawarahRecordEn,
  musyawarahPapers: musyawarahPapersEn,
  musyawarahField: musyawarahFieldEn,
  musyawarahScreen: musyawarahScreenEn,
  notice: noticeEn,
  machineTokens: machineTokensEn,
  policy: policyEn,
  privacy: privacyEn,
  resident: residentEn,
  results: resultsEn,
  secondStep: secondStepEn,
  staff: staffEn,
  stakeholderGroups: stakeholderGroupsEn,
  method: methodEn,
  places: placesEn,
  surveyStaff: surveyStaffEn,
  surveyForm: surveyFormEn,
  turnedAway: turnedAwayEn,
}

export function wordsOf(locale: Locale): Words {
  return locale === 'en' ? en : id
}
