/** Whether every published version is the one that was published, and still follows from the sealed answers. */
import { findTally } from '#db/survey/batches.ts'
import { listPublications } from '#db/survey/publications.ts'
import type { PublicationRow, TallyRow } from '#db/survey/tables.ts'
import type { Database } from '#db/database.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import type { Count, Problem } from '../ledger/verification.ts'
import { arrivalsOf } from './marks.ts'
import type { RecordedAct } from './recorded-acts.ts'
import { PUBLICATION_KINDS, readSnapshot, snapshotDigest, snapshotOf, type Snapshot } from './snapshot.ts'
import type { SurveyView } from './surveys.ts'
import { readably } from './verify-readably.ts'

export async function* checkPublications(
  db: Database,
  survey: SurveyView,
  acts: RecordedAct[],
  count: Count,
): AsyncGenerator<Problem> {
  const recorded = acts.filter(({ kind }) => kind in PUBLICATION_KINDS)
  const publications = await listPublications(db, survey.id)
  if (publications.length !== recorded.length) {
    const counts = { expected: String(recorded.length), found: String(publications.length) }
    yield { kind: 'publication', id: survey.slug, what: 'publication-missing', ...counts }
  }
  const tally = await findTally(db, survey.id)
  for (const [i, publication] of publications.entries()) {
    const id = `${survey.slug}/${publication.version}`
    yield* readably('publication', id, checkVersion(db, survey, tally, publication, recorded[i]))
    count('publications')
  }
}

async function* checkVersion(
  db: Database,
  survey: SurveyView,
  tally: TallyRow | undefined,
  publication: PublicationRow,
  act: RecordedAct | undefined,
): AsyncGenerator<Problem> {
  const snapshot = readSnapshot(publication.snapshot)
  yield* checkEntry(survey.slug, publication, snapshot, act)
  const again = tally && snapshotOf(survey, tally, await arrivalsOf(db, tally))
  if (!again || figuresIn(again) !== figuresIn(snapshot) || (snapshot.channels && waysIn(again) !== waysIn(snapshot))) {
    yield { kind: 'publication', id: `${survey.slug}/${publication.version}`, what: 'publication-recount' }
  }
}

function* checkEntry(
  slug: string,
  { version, kind, reason, publishedAt }: PublicationRow,
  snapshot: Snapshot,
  act: RecordedAct | undefined,
): Generator<Problem> {
  const id = `${slug}/${version}`
  if (!act) return yield { kind: 'publication', id, what: 'publication-unrecorded' }
  const digest = snapshotDigest(snapshot)
  const now: Record<string, Json> = {
    version,
    digest,
    n: snapshot.n,
    ikm: snapshot.figures?.ikm ?? null,
    reason,
    publishedAt,
  }
  if (kind !== PUBLICATION_KINDS[act.kind]) yield { kind: 'publication', id, what: 'publication-entry' }
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

/** By which ways the answers came, and what was voided. */
function waysIn({ channels, voided }: Snapshot): string {
  return jcs({ channels: channels ?? null, voided: voided ?? null })
}
