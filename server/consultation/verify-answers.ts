/** The auditor's walk over answers: each is the one that was recorded, none is missing, and the counts count. */
import { findAnswerCounts, recountAnswers } from '#db/consultation/answer-tally.ts'
import { listOutcomes } from '#db/consultation/outcomes.ts'
import * as recorded from '#db/consultation/recorded-answers.ts'
import { listVersions } from '#db/consultation/versions.ts'
import type { OutcomeRow } from '#db/consultation/answer-tables.ts'
import type { Database } from '#db/database.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import type { Count, Problem, Verifier } from '../ledger/verification.ts'
import { answerFields } from './answering.ts'

const AT_ONCE = 200
const STRAYS_NAMED = 20

type Checked = Awaited<ReturnType<typeof recorded.pageOfAnswered>>[number]

export const verifyAnswers: Verifier = async function* (db, count) {
  for (let last = ''; ;) {
    const page = await recorded.pageOfAnswered(db, last, AT_ONCE)
    for (const consultation of page) {
      yield* checkOutcomes(db, consultation, count)
      yield* checkObjections(db, consultation)
      yield* checkClosing(db, consultation)
      yield* checkCounts(db, consultation)
    }
    last = page.at(-1)?.id ?? last
    if (page.length < AT_ONCE) return
  }
}

async function* checkOutcomes(db: Database, { id, slug }: Checked, count: Count): AsyncGenerator<Problem> {
  const versions = new Map((await listVersions(db, id)).map((version) => [version.id, version.number]))
  for (let after = 0; ;) {
    const acts = await recorded.pageOfActs(db, id, 'consultation.answered', { after, limit: AT_ONCE })
    const rows = await listOutcomes(
      db,
      acts.map(({ fields }) => String(parsed(fields.outcome))),
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const { seq, fields } of acts) {
      const row = byId.get(String(parsed(fields.outcome)))
      const what = row ? (isAsRecorded(row, fields, versions) ? undefined : 'outcome-differs') : 'outcome-missing'
      if (what) yield { kind: 'outcome', id: `${slug}/${seq}`, what }
    }
    count('outcomes', acts.length)
    after = acts.at(-1)?.seq ?? after
    if (acts.length < AT_ONCE) break
  }
  for (const number of await recorded.listStrayAnswers(db, id, STRAYS_NAMED)) {
    yield { kind: 'input', id: `${slug}/${number}`, what: 'outcome-stray' }
  }
}

/** The number of the input stands in the entry alone: whether the row names that input is told by the input's own answer. */
function isAsRecorded(row: OutcomeRow, fields: Record<string, string>, versions: Map<string, number>): boolean {
  const number = parsed(fields.input) as number | null
  const kept = answerFields(row, { number, version: row.versionId ? (versions.get(row.versionId) ?? null) : null })
  return Object.entries(kept).every(([name, value]) => fields[name] === undefined || fields[name] === jcs(value))
}

async function* checkObjections(db: Database, { id, slug }: Checked): AsyncGenerator<Problem> {
  const acts = new Map<string, Record<string, string>>()
  for (let after = 0; ;) {
    const page = await recorded.pageOfActs(db, id, 'consultation.objected', { after, limit: AT_ONCE })
    for (const { fields } of page) acts.set(String(parsed(fields.objection)), fields)
    after = page.at(-1)?.seq ?? after
    if (page.length < AT_ONCE) break
  }
  for (let after = ''; ;) {
    const rows = await recorded.pageOfObjections(db, id, { after, limit: AT_ONCE })
    for (const { id: objection, outcomeId: outcome, number: input, reason } of rows) {
      const fields = acts.get(objection)
      const kept: Record<string, Json> = { outcome, input, reason }
      const fits =
        fields &&
        Object.entries(kept).every(([name, value]) => fields[name] === undefined || fields[name] === jcs(value))
      if (!fits) yield { kind: 'input', id: `${slug}/${input}`, what: 'objection-differs' }
      acts.delete(objection)
    }
    after = rows.at(-1)?.id ?? after
    if (rows.length < AT_ONCE) break
  }
  for (const fields of acts.values()) {
    yield { kind: 'input', id: `${slug}/${String(parsed(fields.input))}`, what: 'objection-missing' }
  }
}

async function* checkClosing(db: Database, { id, slug, closedAt, closingReason }: Checked): AsyncGenerator<Problem> {
  const acts = await recorded.pageOfActs(db, id, 'consultation.closed', { after: 0, limit: 2 })
  const reason = acts[0]?.fields.reason
  const fits =
    closedAt === null ? acts.length === 0 : acts.length === 1 && (reason === undefined || reason === jcs(closingReason))
  if (!fits) yield { kind: 'consultation', id: slug, what: 'closing-differs' }
}

async function* checkCounts(db: Database, { id, slug }: Checked): AsyncGenerator<Problem> {
  const [kept, counted] = [await findAnswerCounts(db, id), await recountAnswers(db, id)]
  if (jcs({ ...kept }) === jcs({ ...counted })) return
  yield {
    kind: 'consultation',
    id: slug,
    what: 'answer-counts',
    expected: jcs({ ...counted }),
    found: jcs({ ...kept }),
  }
}

function parsed(value: string | undefined): Json {
  return value === undefined ? null : (JSON.parse(value) as Json)
}
