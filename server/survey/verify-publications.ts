/** Whether every published version is the one that was published, and still follows from the sealed answers. */
import { findTally } from '#db/survey/batches.ts'
import { listPublications } from '#db/survey/publications.ts'
import type { PublicationRow } from '#db/survey/tables.ts'
import type { Database } from '#db/database.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import type { Count, Problem } from '../ledger/verification.ts'
import type { RecordedAct } from './recorded-acts.ts'
import { readSnapshot, snapshotDigest, snapshotOf, type Snapshot } from './snapshot.ts'
import type { SurveyView } from './surveys.ts'

const KINDS = { 'survey.published': 'result', 'survey.corrected': 'correction', 'survey.withdrawn': 'withdrawal' }

export async function* checkPublications(
  db: Database,
  survey: SurveyView,
  acts: RecordedAct[],
  count: Count,
): AsyncGenerator<Problem> {
  const recorded = acts.filter(({ kind }) => kind in KINDS)
  const publications = await listPublications(db, survey.id)
  if (publications.length !== recorded.length) {
    const counts = { expected: String(recorded.length), found: String(publications.length) }
    yield { kind: 'publication', id: survey.slug, what: 'publication-missing', ...counts }
  }
  const tally = await findTally(db, survey.id)
  for (const [i, publication] of publications.entries()) {
    const snapshot = readSnapshot(publication.snapshot)
    yield* checkVersion(survey.slug, publication, snapshot, recorded[i])
    const again = tally && snapshotOf(survey, tally)
    if (!again || figuresIn(again) !== figuresIn(snapshot)) {
      yield { kind: 'publication', id: `${survey.slug}/${publication.version}`, what: 'publication-recount' }
    }
    count('publications')
  }
}

function* checkVersion(
  slug: string,
  { version, kind, reason }: PublicationRow,
  snapshot: Snapshot,
  act: RecordedAct | undefined,
): Generator<Problem> {
  const id = `${slug}/${version}`
  if (!act) return yield { kind: 'publication', id, what: 'publication-unrecorded' }
  const digest = snapshotDigest(snapshot)
  const now: Record<string, Json> = { version, digest, n: snapshot.n, ikm: snapshot.figures?.ikm ?? null, reason }
  if (kind !== KINDS[act.kind as keyof typeof KINDS]) yield { kind: 'publication', id, what: 'publication-entry' }
  for (const [name, value] of Object.entries(now)) {
    const found = act.fields[name]
    if (found === undefined || jcs(found) !== jcs(value)) {
      yield {
        kind: 'publication',
        id,
        what: 'publication-entry',
        expected: jcs(found ?? null),
        found: jcs(value),
      }
    }
  }
}

/** What follows from the tally alone, without what a ralat may correct. */
function figuresIn({ n, batches, figures, profile }: Snapshot): string {
  return jcs({ n, batches, figures, profile } as unknown as Json)
}
