/** Public policies: what they are, what happened to them, how they are explained, and how they were evaluated. */
import type { Selectable } from 'kysely'

export interface PolicyTables {
  policy: PolicyTable
  policyEvent: PolicyEventTable
  policyStage: PolicyStageTable
  policyQuestion: PolicyQuestionTable
  policySurvey: PolicySurveyTable
  policyEvaluation: PolicyEvaluationTable
}

export type PolicyKind = 'perda' | 'perkada' | 'keputusan' | 'standar' | 'lainnya'
export type PolicyEventKind =
  'need' | 'drafting' | 'consultation' | 'enacted' | 'in-force' | 'evaluation' | 'evaluated' | 'revised' | 'revoked'
export type Audience = 'residents' | 'civil-servants'
export type Verdict = 'improved' | 'partly' | 'not-improved'

export interface PolicyTable {
  id: string
  slug: string
  title: string
  kind: PolicyKind
  /** JSON: which parts of managing civil servants it is about. */
  topics: string
  /** Who proposes it (pemrakarsa), e.g. BKPSDM. */
  initiator: string
  /** The official who enacts it (pejabat penetap). */
  enactor: string
  regionCode: string
  institutionId: string | null
  summary: string
  /** Where another day than six months after it took force was set. */
  evaluationDueOn: string | null
  createdBy: string
  createdAt: string
}

export interface PolicyEventTable {
  id: string
  policyId: string
  /** From 1, in the order in which they were recorded. */
  number: number
  kind: PolicyEventKind
  /** The day from which it holds; taking force and being revoked may lie ahead. */
  onDay: string
  /** Of what was enacted: "Nomor 5 Tahun 2026". */
  legalNumber: string | null
  note: string | null
  byAccount: string
  at: string
}

export interface PolicyStageTable {
  policyId: string
  position: number
  title: string
  explanation: string
  /** Who watches it and is not part of it. */
  watchedBy: string | null
}

export interface PolicyQuestionTable {
  policyId: string
  position: number
  audience: Audience
  question: string
  answer: string
}

/** A survey that shows how things were before or after a policy. */
export interface PolicySurveyTable {
  policyId: string
  surveyId: string
  moment: 'before' | 'after'
  byAccount: string
  at: string
}

/** Open until it is closed; a policy has one open at most. */
export interface PolicyEvaluationTable {
  id: string
  policyId: string
  number: number
  verdict: Verdict | null
  finding: string | null
  evidenceUrl: string | null
  openedBy: string
  openedAt: string
  closedBy: string | null
  closedAt: string | null
}

export type PolicyRow = Selectable<PolicyTable>
export type PolicyEventRow = Selectable<PolicyEventTable>
export type PolicyStageRow = Selectable<PolicyStageTable>
export type PolicyQuestionRow = Selectable<PolicyQuestionTable>
export type PolicySurveyRow = Selectable<PolicySurveyTable>
export type PolicyEvaluationRow = Selectable<PolicyEvaluationTable>
