/** Inputs that say much the same: shown to a writer before sending, and put together for those who answer. */
import { Worker } from 'node:worker_threads'
import { listAlikeCandidates } from '#db/consultation/input-search.ts'
import { listInputPage } from '#db/consultation/input-lists.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import { addressOf } from '#db/database.ts'
import type { Scope } from '../scope.ts'
import { readSignature, similarity } from '../text/signature.ts'
import { stemsOf } from '../text/words.ts'
import { viewsOf, type InputView } from './input-lists.ts'
import { likenessOf } from './input-words.ts'
import type { GroupingAsked } from './similar-inputs-worker.ts'

/** Less alike than this, and a reader would wonder why it was shown. */
const LEAST = 0.35
const MOST_CANDIDATES = 200
const MOST_SHOWN = 3

/** At most three that everyone may read, the most alike first; on the same passage before others. */
export async function findSimilar(
  scope: Pick<Scope, 'db' | 'engine'>,
  consultation: Pick<PlacedConsultation, 'id' | 'timezone'>,
  { text, block }: { text: string; block: string | null },
): Promise<InputView[]> {
  const likeness = likenessOf(stemsOf(text))
  if (!likeness) return []
  const { signature, bands } = likeness
  const candidates = await listAlikeCandidates(scope.db, scope.engine, consultation.id, bands, MOST_CANDIDATES)
  const alike = candidates
    .map(({ inputId, blockId, minhash }) => {
      return { inputId, here: blockId === block, likeness: minhash ? similarity(signature, readSignature(minhash)) : 0 }
    })
    .filter((one) => one.likeness >= LEAST)
    .toSorted((a, b) => Number(b.here) - Number(a.here) || b.likeness - a.likeness)
    .slice(0, MOST_SHOWN)
  if (alike.length === 0) return []
  const ids = alike.map(({ inputId }) => inputId)
  const rows = await listInputPage(scope.db, consultation.id, { ids, limit: MOST_SHOWN })
  const byId = new Map((await viewsOf(scope, consultation, rows)).map((view) => [view.id, view]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/**
 * Groups of two and more, the largest first, each as numbers of inputs of which the others are like the first. Made in a
 * thread of its own that reads the database by itself and takes its time, so that nobody waits for a page meanwhile. An
 * input that supports another goes with it.
 */
export async function groupSimilar(
  { db }: Pick<Scope, 'db'>,
  consultationId: string,
  asked: GroupingAsked = {},
): Promise<number[][]> {
  const worker = new Worker(new URL('./similar-inputs-worker.ts', import.meta.url), {
    workerData: { address: addressOf(db), consultationId, asked },
  })
  try {
    return await new Promise<number[][]>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`Grouping ended with ${code}.`)))
    })
  } finally {
    await worker.terminate()
  }
}
