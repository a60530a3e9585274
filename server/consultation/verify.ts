/** The auditor's walk over consultations: days, wording, versions and stances are what was recorded, and none is missing. */
import { findConsultationById, listAnnouncedIds, listPhases } from '#db/consultation/consultations.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import { listStancesOf } from '#db/consultation/needs.ts'
import { listBlocks, listVersions } from '#db/consultation/versions.ts'
import type { Database } from '#db/database.ts'
import { listSubjectsOf } from '#db/ledger/entries.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import type { Count, Problem, Verifier } from '../ledger/verification.ts'
import { listRecordedActs, type RecordedAct } from '../survey/recorded-acts.ts'
import { PLAN_FIELDS, planOf } from './rules/plan.ts'
import { hashOfBlock, hashOfVersion } from './versions.ts'

export const verifyConsultations: Verifier = async function* (db, count) {
  const seen = new Set(await listAnnouncedIds(db))
  for (const id of seen) {
    const row = await findConsultationById(db, id)
    if (row) yield* checkConsultation(db, row, count)
    count('consultations')
  }
  for (const id of await listSubjectsOf(db, 'consultation.opened')) {
    if (!seen.has(id)) yield at(id, 'consultation-missing')
  }
}

async function* checkConsultation(db: Database, row: PlacedConsultation, count: Count): AsyncGenerator<Problem> {
  const acts = await listRecordedActs(db, row.id)
  yield* await checkSayings(db, row, acts)
  yield* await checkVersions(db, row, acts, count)
  yield* await checkStances(db, row, acts, count)
}

/** Title, summary and days are those of the opening, or of the last change in the open. */
async function checkSayings(db: Database, row: PlacedConsultation, acts: RecordedAct[]): Promise<Problem[]> {
  const last =
    (...names: string[]) =>
    (name: string) =>
      acts.findLast(({ kind, fields }) => names.includes(kind) && fields[name] !== undefined)?.fields[name]
  const wording = last('consultation.opened', 'consultation.changed')
  const moved = acts.findLast(({ kind }) => kind === 'consultation.dates-changed')?.fields.after
  const recordedPlan = moved ?? acts.find(({ kind }) => kind === 'consultation.opened')?.fields.plan
  const plan = planOf(await listPhases(db, [row.id]), row.answerBy)
  const shown: Record<string, Json> = Object.fromEntries(PLAN_FIELDS.map((field) => [field, plan[field]]))
  const problems: Problem[] = []
  if (!same(recordedPlan, shown)) problems.push(at(row.slug, 'consultation-dates'))
  if (wording('title') !== row.title || wording('summary') !== row.summary) {
    problems.push(at(row.slug, 'consultation-wording'))
  }
  return problems
}

/** Each published version says what it said when it was published, passage by passage. */
async function checkVersions(
  db: Database,
  row: PlacedConsultation,
  acts: RecordedAct[],
  count: Count,
): Promise<Problem[]> {
  const recorded = acts.filter(({ kind }) => kind === 'consultation.version-published')
  const published = (await listVersions(db, row.id)).filter(({ publishedAt }) => publishedAt !== null)
  const problems: Problem[] = []
  if (recorded.length !== published.length) {
    const [expected, found] = [String(recorded.length), String(published.length)]
    problems.push({ ...at(row.slug, 'version-missing'), expected, found })
  }
  for (const version of published) {
    const id = `${row.slug}/${version.number}`
    const fields = recorded.find((act) => act.fields.number === version.number)?.fields
    const blocks = await listBlocks(db, version.id)
    const isWhole = blocks.every((block) => block.textHash === hashOfBlock(block))
    if (!isWhole || fields?.text !== hashOfVersion(blocks)) problems.push(at(id, 'version-text'))
    if (fields?.note !== version.note) problems.push(at(id, 'version-note'))
    count('versions')
  }
  return problems
}

/** Every stance that was received is there as it was given, and none came in past the ledger. */
async function checkStances(
  db: Database,
  row: PlacedConsultation,
  acts: RecordedAct[],
  count: Count,
): Promise<Problem[]> {
  const recorded = new Map(
    acts.filter(({ kind }) => kind === 'consultation.need-answered').map(({ fields }) => [fields.id, fields]),
  )
  const problems: Problem[] = []
  const stances = await listStancesOf(db, row.id)
  for (const { id, needId, stance, reason } of stances) {
    const fields = recorded.get(id)
    const isSame = fields?.need === needId && fields.stance === stance
    const isSaid = fields?.reason === undefined || fields.reason === reason
    if (!isSame || !isSaid) problems.push(at(`${row.slug}/${id}`, 'stance-changed'))
    recorded.delete(id)
    count('stances')
  }
  for (const id of recorded.keys()) problems.push(at(`${row.slug}/${String(id)}`, 'stance-missing'))
  return problems
}

function same(one: Json | undefined, other: Json): boolean {
  return one !== undefined && jcs(one) === jcs(other)
}

function at(id: string, what: string): Problem {
  return { kind: 'consultation', id, what }
}
