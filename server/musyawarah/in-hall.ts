/** How an act in the hall is taken: what was given is read, the meeting is held, and the rules say whether it can be done now. */
import * as rows from '#db/musyawarah/decisions.ts'
import type { DecisionObjectionRow, DecisionRow } from '#db/musyawarah/hall-tables.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import type { Transaction } from '#db/database.ts'
import { z } from 'zod'
import { Refused } from '../errors.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import { getMeetingFor, holdMeetingFor } from './meetings.ts'
import { refuseUnlessOpen } from './minutes.ts'
import { decisionIssue, type DecisionAct } from './rules/decisions.ts'

const NOTHING = z.object({})

export function no(field: string, issue: string): { ok: false; issues: Issues } {
  return { ok: false, issues: { [field]: issue } }
}

export interface Found {
  row: PlacedMeeting
  decision: DecisionRow
  /** Before the meeting now. */
  text: string
  /** To that text. */
  objections: DecisionObjectionRow[]
}

type Done<T> = Promise<({ ok: true } & T) | { ok: false; issues: Issues }>

/** Reads what was given and holds the meeting, which must be running. @throws Refused not-found, forbidden, conflict */
export async function inHall<S extends z.ZodType, T>(
  scope: Scope,
  slug: string,
  schema: S,
  input: z.input<S>,
  act: (inner: Scope<Transaction>, row: PlacedMeeting, given: z.output<S>) => Done<T>,
): Promise<Outcome<T>> {
  const reading = readInput<z.output<S>>(schema as never, input as object)
  await getMeetingFor(scope, slug, 'meeting.minute')
  if (!reading.ok) return reading
  return transaction(scope, async (inner): Promise<Outcome<T>> => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    refuseUnlessOpen(row)
    const done = await act(inner, row, reading.value)
    return done.ok ? done : { ...done, values: reading.values }
  })
}

interface Asked<S extends z.ZodType> {
  id: string
  act: DecisionAct
  schema: S
  input: z.input<S>
}

/** The same on one decision, if the rules let it be done now; else the issue of the form says why not. */
export async function onDecision<S extends z.ZodType>(
  scope: Scope,
  slug: string,
  { id, act, schema, input }: Asked<S> | (Omit<Asked<S>, 'schema'> & { schema: null }),
  take: (inner: Scope<Transaction>, found: Found, given: z.output<S>) => Done<object>,
): Promise<Outcome<object>> {
  return inHall(scope, slug, (schema ?? NOTHING) as S, input, async (inner, row, given) => {
    const decision = await rows.findDecision(inner.db, row.id, id)
    if (!decision) throw new Refused('not-found')
    const isNow = (one: { decisionId: string; round: number }) => one.decisionId === id && one.round === decision.round
    const objections = (await rows.listDecisionObjections(inner.db, row.id)).filter(isNow)
    const issue = decisionIssue(act, {
      state: decision.state,
      objections: objections.map(({ answer, withdrawn }) => ({
        answered: answer !== null,
        withdrawn: withdrawn === 1,
      })),
    })
    if (issue) return no('form', issue)
    const text = (await rows.listDecisionTexts(inner.db, row.id)).find(isNow)?.text ?? ''
    return take(inner, { row, decision, text, objections }, given)
  })
}
