/** Inputs that say much the same: shown to a writer before sending, and put together for those who answer. */
import { setImmediate } from 'node:timers/promises'
import { listAlikeCandidates, listSignatures } from '#db/consultation/input-search.ts'
import { listInputPage } from '#db/consultation/input-lists.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import type { Scope } from '../scope.ts'
import { groupAside } from '../text/group-aside.ts'
import { readSignature, similarity } from '../text/signature.ts'
import { viewsOf, type InputView } from './input-lists.ts'
import { likenessOf } from './input-words.ts'

/** Less alike than this, and a reader would wonder why it was shown. */
const LEAST = 0.35
const MOST_CANDIDATES = 200
const MOST_SHOWN = 3
const AT_ONCE = 250

/** At most three that everyone may read, the most alike first; on the same passage before others. */
export async function findSimilar(
  scope: Pick<Scope, 'db'>,
  consultation: Pick<PlacedConsultation, 'id' | 'timezone'>,
  { text, block }: { text: string; block: string | null },
): Promise<InputView[]> {
  const likeness = likenessOf(text)
  if (!likeness) return []
  const candidates = await listAlikeCandidates(scope.db, consultation.id, likeness.bands, MOST_CANDIDATES)
  const alike = candidates
    .map(({ inputId, blockId, minhash }) => {
      return { inputId, here: blockId === block, likeness: similarity(likeness.signature, readSignature(minhash)) }
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

/** Inputs much alike; the first is the one that the others are like. */
export type AlikeInputs = { id: string; number: number }[]

/**
 * Groups of two and more, the largest first, made in a thread of its own. An input that supports another goes with it.
 * @param blockId on one passage alone; null: on the whole; left out: all
 * @param open only what has no answer and is in no group yet
 * @param most of so many, those that came first
 */
export async function groupSimilar(
  { db }: Pick<Scope, 'db'>,
  consultationId: string,
  { blockId, open = false, most = Infinity }: { blockId?: string | null; open?: boolean; most?: number } = {},
): Promise<AlikeInputs[]> {
  const rows: Awaited<ReturnType<typeof listSignatures>> = []
  async function* lots() {
    while (rows.length < most) {
      const asked = { open, after: rows.at(-1)?.number ?? 0, limit: Math.min(AT_ONCE, most - rows.length) }
      const some = await listSignatures(db, consultationId, blockId === undefined ? asked : { ...asked, blockId })
      rows.push(...some)
      yield some.map(({ minhash }) => minhash)
      if (some.length < asked.limit) return
      // SQLite answers without letting go of the thread: whoever waits for a page comes between two lots.
      await setImmediate()
    }
  }
  const leaders = await groupAside(lots())
  const places = new Map(rows.map(({ id }, place) => [id, place]))
  const groups = Map.groupBy(rows, ({ supportedId }, place) => {
    const supported = supportedId === null ? undefined : places.get(supportedId)
    return leaders[supported ?? place] ?? place
  })
  const found = [...groups].flatMap(([leader, members]) => {
    const first = rows[leader]
    if (members.length < 2 || !first) return []
    return [[first, ...members.filter((member) => member !== first)].map(({ id, number }) => ({ id, number }))]
  })
  return found.toSorted((a, b) => b.length - a.length)
}
