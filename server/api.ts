/** The API, mounted at /api/v1: one route per module, what goes wrong as problem+json, and the document of it all. */
import { Hono, type Context, type Next } from 'hono'
import { z } from 'zod'
import { commitment } from './commitment/routes.ts'
import { consultationAnswering } from './consultation/answering-routes.ts'
import { consultationBundles } from './consultation/bundle-routes.ts'
import { consultationDesk } from './consultation/desk-routes.ts'
import { consultationDraft } from './consultation/draft-routes.ts'
import { consultationInputs } from './consultation/input-routes.ts'
import { consultation } from './consultation/routes.ts'
import { answerSheets } from './consultation/sheet-routes.ts'
import { staffConsultation } from './consultation/staff-routes.ts'
import { dashboard } from './dashboard/routes.ts'
import { stakeholderGroups } from './directory/group-routes.ts'
import { directoryKeeping } from './directory/keep-routes.ts'
import { directory } from './directory/routes.ts'
import { staffDirectory } from './directory/staff-routes.ts'
import { treeList } from './directory/tree-routes.ts'
import { publicReads } from './door/public-reads.ts'
import { Refused, refusalOf } from './errors.ts'
import { actByToken } from './identity/bearer.ts'
import { slowGuessing } from './identity/guessing.ts'
import { identity } from './identity/routes.ts'
import { ledger } from './ledger/routes.ts'
import { logFault } from './log.ts'
import { moderation } from './moderation/routes.ts'
import { staffModeration } from './moderation/staff-routes.ts'
import { meetingAttendance } from './musyawarah/attendance-routes.ts'
import { meetingHall } from './musyawarah/hall-routes.ts'
import { meetingMinutes } from './musyawarah/minute-routes.ts'
import { paperMeetings } from './musyawarah/paper-routes.ts'
import { meetingRecord } from './musyawarah/record-routes.ts'
import { staffRecord } from './musyawarah/record-staff-routes.ts'
import { inviteToMeetings } from './musyawarah/invite-routes.ts'
import { meetingMaterials } from './musyawarah/material-routes.ts'
import { planMeetings } from './musyawarah/plan-routes.ts'
import { musyawarah } from './musyawarah/routes.ts'
import { meetingSigning } from './musyawarah/sign-routes.ts'
import { notice } from './notice/routes.ts'
import { describe, listOf, noQuery, openApiDocument } from './openapi.ts'
import { policy } from './policy/routes.ts'
import { staffPolicy } from './policy/staff-routes.ts'
import { isProblemCode, problem, problemKind, problemKindSchema, PROBLEMS, type ProblemCode } from './problem.ts'
import type { Scope } from './scope.ts'
import { survey } from './survey/routes.ts'
import { surveyFiles } from './survey/file-routes.ts'
import { surveySheets } from './survey/sheet-routes.ts'
import { staffSurvey } from './survey/staff-routes.ts'
import { units } from './survey/unit-routes.ts'
import { surveyWatch } from './survey/watch-routes.ts'

/** What the front door hands to each route, and what a route may hand back. */
export interface ApiEnv {
  Variables: {
    scope: Scope
    requestId: string
    /** Address under which residents reach the portal: what a document prints. */
    publicUrl: string
    /** What the answer depends on, when any stranger may get it and it may be kept. */
    keep: { tags: string[]; until: Date | null } | undefined
    /** Set where the answer has all its headers already. */
    whole: true | undefined
    /** What was sent, set by `takesJson`. */
    body: unknown
  }
}

export const api = new Hono<ApiEnv>()

// PostgreSQL takes no text with a NUL in it, and nothing of ours has one. (In a query it is a bad one: see takesQuery.)
api.use(async (c, next) => (c.req.url.split('?', 1)[0]?.includes('%00') ? problem(c, 'not-found') : next()))

api.use(publicReads)
api.use(actByToken)

api.route('/survey', survey)
api.route('/survey', staffSurvey)
api.route('/survey', surveyFiles)
api.route('/survey', surveySheets)
api.route('/survey', surveyWatch)
api.route('/directory', directory)
api.route('/directory', staffDirectory)
api.route('/directory', directoryKeeping)
api.route('/directory', treeList)
api.route('/directory', stakeholderGroups)
api.route('/identity', identity)
api.route('/directory/units', units)
api.use('/ledger/receipts/:code', slowGuessing('receipt'))
api.route('/ledger', ledger)
api.route('/commitment', commitment)
api.route('/policy', policy)
api.route('/policy', staffPolicy)
api.route('/consultation', consultation)
api.route('/consultation', consultationInputs)
api.route('/consultation', staffConsultation)
api.route('/consultation', consultationDraft)
api.route('/consultation', consultationDesk)
api.route('/consultation', consultationAnswering)
api.route('/consultation', consultationBundles)
api.route('/consultation', answerSheets)
api.route('/musyawarah', musyawarah)
api.route('/musyawarah', meetingAttendance)
api.route('/musyawarah', meetingHall)
api.route('/musyawarah', meetingMinutes)
api.route('/musyawarah', meetingRecord)
api.route('/musyawarah', staffRecord)
api.route('/musyawarah', meetingSigning)
api.route('/musyawarah', paperMeetings)
api.route('/musyawarah', planMeetings)
api.route('/musyawarah', inviteToMeetings)
api.route('/musyawarah', meetingMaterials)
api.route('/moderation', moderation)
api.route('/moderation', staffModeration)
api.route('/notice', notice)
api.route('/dashboard', dashboard)

api.get(
  '/problems',
  describe({
    tag: 'api',
    summary: 'Kinds of problem',
    says: 'Every kind of problem that the API can have, in both languages.',
    gives: listOf(problemKindSchema, 'ProblemKinds'),
    problems: ['bad-query'],
  }),
  noQuery,
  keepWhileRunning,
  (c) => c.json({ items: (Object.keys(PROBLEMS) as ProblemCode[]).map(problemKind), next: null }),
)

api.get(
  '/problems/:code',
  describe({
    tag: 'api',
    summary: 'One kind of problem',
    says: 'What the `type` of a problem stands for.',
    gives: problemKindSchema,
    params: { code: 'Last part of a problem’s `type`.' },
    problems: ['bad-query', 'not-found'],
  }),
  noQuery,
  (c) => {
    const code = c.req.param('code')
    return isProblemCode(code) ? c.json(problemKind(code)) : problem(c, 'not-found')
  },
)

api.get(
  '/openapi.json',
  describe({
    tag: 'api',
    summary: 'This document',
    says: 'OpenAPI 3.1, made from the schemas that validate.',
    gives: z.looseObject({ openapi: z.literal('3.1.0') }).meta({ id: 'Document' }),
    problems: ['bad-query'],
  }),
  noQuery,
  keepWhileRunning,
  openApiDocument(api),
)

refuseOtherMethods(api)
api.all('*', (c) => problem(c, 'not-found'))

export function answerError(error: Error, c: Context): Response {
  if (error.name === 'BodyLimitError') return problem(c, 'too-large')
  if (!(error instanceof Refused)) logFault(c.get('requestId'), 'api', error)
  const { code = 'broken' as const, reason } = refusalOf(error) ?? {}
  return problem(c, code, reason ? { issues: { form: reason } } : {})
}

/** What never changes while the program runs; the tag is moved by nothing. */
function keepWhileRunning(c: Context<ApiEnv>, next: Next): Promise<void> {
  c.set('keep', { tags: ['api'], until: null })
  return next()
}

/** An address that exists answers other methods with 405 and the list of its own. */
function refuseOtherMethods(api: Hono<ApiEnv>): void {
  const byPath = Map.groupBy(
    api.routes.filter(({ method }) => method !== 'ALL'),
    ({ path }) => path,
  )
  for (const [path, routes] of byPath) {
    const methods = [...new Set(routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
    api.all(path, (c) => problem(c, 'method-not-allowed', { headers: { allow: methods.join(', ') } }))
  }
}
