/** The auditor's walk over meetings: each is as it was announced and as it was changed in the open, and none is missing. */
import type { Database } from '#db/database.ts'
import { listSubjectsOf } from '#db/ledger/entries.ts'
import { listDecisions } from '#db/musyawarah/decisions.ts'
import { listAnnouncedMeetings, listMeetingChanges, type PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { listAgenda } from '#db/musyawarah/plans.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import type { Problem, Verifier } from '../ledger/verification.ts'
import { recordProblem } from './verify-record.ts'
import { listRecordedActs, type RecordedAct } from '../survey/recorded-acts.ts'

const MEETINGS_AT_ONCE = 200

export const verifyMeetings: Verifier = async function* (db, count) {
  const seen = new Set<string>()
  for (let after = '', isMore = true; isMore;) {
    const some = await listAnnouncedMeetings(db, after, MEETINGS_AT_ONCE)
    for (const row of some) {
      seen.add(row.id)
      yield* await checkMeeting(db, row)
      count('meetings')
      if (row.signedAt) count('records')
    }
    after = some.at(-1)?.id ?? ''
    isMore = some.length === MEETINGS_AT_ONCE
  }
  for (const id of await listSubjectsOf(db, 'musyawarah.announced')) {
    if (!seen.has(id)) yield at(id, 'meeting-missing')
  }
}

async function checkMeeting(db: Database, row: PlacedMeeting): Promise<Problem[]> {
  const acts = await listRecordedActs(db, row.id)
  const problems: Problem[] = []
  if (!(await isAsAnnounced(db, row, acts))) problems.push(at(row.slug, 'meeting-plan'))
  if (!(await isCourseRecorded(db, row, acts))) problems.push(at(row.slug, 'meeting-course'))
  if (!(await arePromisesRecorded(db, row, acts))) problems.push(at(row.slug, 'meeting-promises'))
  const recorded = row.signedAt ? await recordProblem(db, row, acts) : undefined
  if (recorded) problems.push({ kind: 'record', id: row.slug, what: recorded })
  return problems
}

async function isAsAnnounced(db: Database, row: PlacedMeeting, acts: RecordedAct[]): Promise<boolean> {
  const said = acts.find(({ kind }) => kind === 'musyawarah.announced')?.fields
  const agenda = (await listAgenda(db, row.id)).map(({ title }) => title)
  const { title, slug, kind, basis, convener, venue } = row
  const now: Record<string, Json> = {
    title,
    slug,
    kind,
    basis,
    convener,
    venue,
    agenda,
    rules: JSON.parse(row.rules) as Json,
  }
  return Object.entries(now).every(([name, value]) => said?.[name] !== undefined && jcs(said[name]) === jcs(value))
}

/** What was moved, put off, opened, closed, signed or called off is what the ledger holds of it. */
async function isCourseRecorded(db: Database, row: PlacedMeeting, acts: RecordedAct[]): Promise<boolean> {
  const moves = acts.filter(({ kind }) => kind === 'musyawarah.moved' || kind === 'musyawarah.postponed')
  const changes = await listMeetingChanges(db, row.id)
  const isSame = changes.every(({ what, before, after, reason }, index) => {
    const said = moves[index]?.fields
    const isOfKind = moves[index]?.kind === `musyawarah.${what}`
    return isOfKind && said?.before === before && said.after === after && said.reason === reason
  })
  const start = moves.at(-1)?.fields.after ?? acts.find(({ kind }) => kind === 'musyawarah.announced')?.fields.startsAt
  const happened = (name: string) => acts.filter(({ kind }) => kind === `musyawarah.${name}`).length
  return (
    isSame &&
    moves.length === changes.length &&
    start === row.startsAt &&
    happened('opened') === (row.openedAt ? 1 : 0) &&
    happened('closed') === (row.closedAt ? 1 : 0) &&
    happened('signed') === (row.signedAt ? 1 : 0) &&
    happened('cancelled') === (row.cancelledAt ? 1 : 0)
  )
}

/** Each decision that says it has a commitment was recorded with it, and none lost the one that it had. */
async function arePromisesRecorded(db: Database, row: PlacedMeeting, acts: RecordedAct[]): Promise<boolean> {
  const said = acts.filter(({ kind }) => kind === 'musyawarah.promised')
  const promised = (await listDecisions(db, row.id)).filter(({ commitmentId }) => commitmentId !== null)
  const isSaid = ({ number, commitmentId }: { number: number; commitmentId: string | null }) =>
    said.some(({ fields }) => fields.decision === number && fields.commitment === commitmentId)
  return said.length === promised.length && promised.every(isSaid)
}

function at(id: string, what: string): Problem {
  return { kind: 'meeting', id, what }
}
