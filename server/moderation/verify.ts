/** What must hold of moderation: every decision, report and review is in the ledger, and each text stands as was decided last. */
import { listJudged, listVerdictsOfMany, tallyEntries, tallyRows, type TalliedActs } from '#db/moderation/figures.ts'
import type { TextState, VerdictKind, VerdictRow } from '#db/moderation/tables.ts'
import type { Problem, Verifier } from '../ledger/verification.ts'

const AT_ONCE = 500

export const verifyModeration: Verifier = async function* (db, count) {
  const rows = new Map((await tallyRows(db)).map((tally) => [keyOf(tally), tally]))
  const kindOf = ({ what }: TalliedActs) => what.slice('moderation.'.length)
  const recorded = new Map(
    (await tallyEntries(db)).map((tally) => {
      const found = { ...tally, what: kindOf(tally), reason: tally.reason && (JSON.parse(tally.reason) as string) }
      return [keyOf(found), found]
    }),
  )
  for (const [key, { id, acts }] of recorded) if (rows.get(key)?.acts !== acts) yield at(id, 'entries')
  for (const [key, { id, acts }] of rows) {
    count('decisions', acts)
    if (!recorded.has(key)) yield at(id, 'unrecorded')
  }
  let last = ''
  for (;;) {
    const texts = await listJudged(db, last, AT_ONCE)
    const verdicts = Map.groupBy(
      await listVerdictsOfMany(
        db,
        texts.map(({ id }) => id),
      ),
      ({ moderatedId }) => moderatedId,
    )
    for (const { id, state } of texts) if (state !== standsAfter(verdicts.get(id) ?? [])) yield at(id, 'state')
    last = texts.at(-1)?.id ?? ''
    if (texts.length < AT_ONCE) return
  }
}

const STANDS_AFTER: Partial<Record<VerdictKind, TextState>> = {
  held: 'held',
  hidden: 'hidden',
  shown: 'shown',
  masked: 'shown',
  reversed: 'shown',
}

/** Where a text stands after what was decided about it, in order. */
function standsAfter(verdicts: VerdictRow[]): TextState {
  return verdicts.reduce<TextState>((state, { what }) => STANDS_AFTER[what] ?? state, 'shown')
}

function keyOf({ id, what, reason }: Pick<TalliedActs, 'id' | 'what' | 'reason'>): string {
  return [id, what, reason ?? ''].join(' ')
}

function at(id: string, what: string): Problem {
  return { kind: 'text', id, what: `text-${what}` }
}
