/** The stranger's walk over surveys' records: the counts, the roots, and the arithmetic from tally to index. */
import { readEntry } from '../ledger/export-records.ts'
import { sha256 } from '../ledger/commitments.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import { growMerkle, type MerkleTree } from '../ledger/merkle.ts'
import type { ExportRecord, OpenExportVerifier, Problem } from '../ledger/verification.ts'
import { readBatch, readPublication, readReceipts, type PublicBatch, type PublicPublication } from './export-records.ts'
import { figuresOf } from './figures.ts'
import { addIntegers } from './movement.ts'
import { PUBLICATION_KINDS } from './snapshot.ts'
import { emptyTally, subtractTally, respondentCount, tallyFromIntegers, tallyToIntegers } from './rules/tally.ts'

interface KnownSurvey {
  sealings: Map<number, Record<string, Json>>
  publications: Map<number, Record<string, Json>>
  batches: PublicBatch[]
  /** The receipts that came so far of the batch that came last. */
  receipts: { count: number; tree: MerkleTree }
  versions: number
}

export const openSurveyExportVerifier: OpenExportVerifier = (count) => {
  const surveys = new Map<string, KnownSurvey>()
  const known = (id: string): KnownSurvey => {
    const survey = surveys.get(id) ?? newSurvey()
    surveys.set(id, survey)
    return survey
  }

  function takeEntry(record: ExportRecord): void {
    const entry = String(record.kind).startsWith('survey.') ? readEntry(record) : undefined
    if (!entry) return
    const open = Object.entries(entry.fields).flatMap(([name, field]) =>
      'value' in field ? [[name, field.value]] : [],
    )
    const fields = Object.fromEntries(open) as Record<string, Json>
    if (entry.kind === 'survey.sealed') known(entry.subject).sealings.set(Number(fields.batch), fields)
    else if ('digest' in fields) {
      known(entry.subject).publications.set(Number(fields.version), {
        ...fields,
        kind: PUBLICATION_KINDS[entry.kind] ?? null,
      })
    }
  }

  function* takeBatch(record: ExportRecord): Generator<Problem> {
    const batch = readBatch(record)
    if (!batch) return yield unreadable(record)
    const survey = known(batch.survey)
    yield* checkReceipts(survey)
    survey.batches.push(batch)
    survey.receipts = { count: 0, tree: growMerkle() }
    yield* checkBatch(batch, survey.sealings.get(batch.number))
    count('batches')
    count('answers', batch.answers)
  }

  function* takeReceipts(record: ExportRecord): Generator<Problem> {
    const page = readReceipts(record)
    if (!page) return yield unreadable(record)
    const { receipts } = known(page.survey)
    for (const hash of page.hashes) receipts.tree.add(hash)
    receipts.count += page.hashes.length
    count('receipts', page.hashes.length)
  }

  function* takePublication(record: ExportRecord): Generator<Problem> {
    const publication = readPublication(record)
    if (!publication) return yield unreadable(record)
    const survey = known(publication.survey)
    survey.versions++
    yield* checkPublication(publication, survey, record.snapshot ?? null)
    count('publications')
  }

  return {
    *take(record) {
      if (record.type === 'entry') takeEntry(record)
      else if (record.type === 'batch') yield* takeBatch(record)
      else if (record.type === 'receipts') yield* takeReceipts(record)
      else if (record.type === 'publication') yield* takePublication(record)
    },
    *finish() {
      for (const [id, survey] of surveys) {
        yield* checkReceipts(survey)
        if (survey.batches.length !== survey.sealings.size) yield wrong('batch', id, 'batch-missing')
        if (survey.versions !== survey.publications.size) yield wrong('publication', id, 'publication-missing')
      }
    },
  }
}

/** The batch is what its entry in the chain says. */
function* checkBatch(batch: PublicBatch, sealing: Record<string, Json> | undefined): Generator<Problem> {
  const id = `${batch.survey}/${batch.number}`
  if (!sealing) return yield wrong('batch', id, 'batch-unrecorded')
  const { number, source, answers, receipts, receiptsRoot, answersRoot, movement } = batch
  const fields: Record<string, Json> = { batch: number, source, count: answers, receipts, receiptsRoot, answersRoot }
  for (const [name, value] of Object.entries({ ...fields, ...(movement ? { movement } : {}) })) {
    if (jcs(sealing[name] ?? null) !== jcs(value)) yield wrong('batch', `${id}/${name}`, 'batch-entry')
  }
}

/** The receipts listed under the last batch are those that its root binds. */
function* checkReceipts({ batches, receipts }: KnownSurvey): Generator<Problem> {
  const batch = batches.at(-1)
  if (!batch) return
  const id = `${batch.survey}/${batch.number}`
  if (receipts.count !== batch.receipts) yield wrong('batch', id, 'batch-receipts-count')
  if (receipts.tree.root() !== batch.receiptsRoot) yield wrong('batch', id, 'batch-receipts')
}

function* checkPublication(
  { survey: surveyId, version, kind, snapshot, reason, publishedAt }: PublicPublication,
  survey: KnownSurvey,
  printed: Json,
): Generator<Problem> {
  const id = `${surveyId}/${version}`
  const act = survey.publications.get(version)
  if (!act) return yield wrong('publication', id, 'publication-unrecorded')
  const fields: Record<string, Json> = { digest: sha256(jcs(printed)), n: snapshot.n, kind, reason, publishedAt }
  for (const [name, value] of Object.entries({ ...fields, ikm: snapshot.figures?.ikm ?? null })) {
    if (jcs(act[name] ?? null) !== jcs(value)) yield wrong('publication', `${id}/${name}`, 'publication-entry')
  }
  const answers = survey.batches.reduce((sum, batch) => sum + batch.answers, 0)
  if (answers !== snapshot.n) yield wrong('publication', id, 'publication-recount')
  if (snapshot.figures?.tally && !followsFromTally(snapshot, survey.batches)) {
    yield wrong('publication', id, 'publication-recount')
  }
}

/** The figures follow from the tally, and the tally is what the opened movements add up to and closed batches leave room for. */
function followsFromTally({ n, figures }: PublicPublication['snapshot'], batches: PublicBatch[]): boolean {
  if (!figures?.tally || !figures.elements) return false
  try {
    const tally = tallyFromIntegers(figures.tally)
    const labels = figures.elements.map(({ key, label }) => ({ key, label }))
    const paid = figures.withoutCost === null
    const again = figuresOf(tally, { weight: figures.weight, paid, labels })
    const movements = batches.flatMap(({ movement }) => (movement ? [movement] : []))
    const opened = tallyFromIntegers(movements.reduce(addIntegers, tallyToIntegers(emptyTally())))
    const closed = batches.reduce((sum, { movement, answers }) => sum + (movement ? 0 : answers), 0)
    const rest = subtractTally(tally, opened)
    return (
      respondentCount(tally) === n &&
      respondentCount(rest) === closed &&
      jcs(again as unknown as Json) === jcs(figures as Json)
    )
  } catch {
    return false
  }
}

function newSurvey(): KnownSurvey {
  return {
    sealings: new Map(),
    publications: new Map(),
    batches: [],
    versions: 0,
    receipts: { count: 0, tree: growMerkle() },
  }
}

function wrong(kind: string, id: string, what: string): Problem {
  return { kind, id, what }
}

function unreadable(record: ExportRecord): Problem {
  return {
    kind: record.type,
    id: `${String(record.survey)}/${String(record.number ?? record.version ?? '')}`,
    what: 'unreadable',
  }
}
