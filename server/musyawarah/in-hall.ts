/** How an act in the hall is taken: what was given is read, the meeting is held, and the rules say whether it can be done now. */
import * as rows from '#db/musyawarah/decisions.ts'
import type { DecisionObjectionRow, DecisionRow } from '#db/musyawarah/hall-tables.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import type { Transaction } from '#db/database.ts'
import type { z } from 'zod'
import { Refused } from '../errors.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import { getMeetingFor, holdMeetingFor } from './meetings.ts'
import { keyed, once, type Keyed } from './once.ts'
import { decisionIssue, type DecisionAct } from './rules/decisions.ts'

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

/** What is read of an act that says nothing but its key. */
export const NOTHING = keyed

export interface Asked<S extends z.ZodType> {
  /** Which act, on what: `put`, `object <id>`. */
  act: string
  schema: S
  input: Keyed<z.input<S> & object>
  /** Refuses where it isn't the time for it; while the meeting runs unless told otherwise. */
  isTime?: (row: PlacedMeeting) => void
}

/** Reads what was given, holds the meeting and does it, once for each key. @throws Refused not-found, forbidden, conflict */
export async function inHall<S extends z.ZodType, T extends object>(
  scope: Scope,
  slug: string,
  { act, schema, input, isTime = refuseUnlessOpen }: Asked<S>,
  take: (inner: Scope<Transaction>, row: PlacedMeeting, given: z.output<S>) => Done<T>,
): Promise<Outcome<T>> {
  const reading = readInput<z.output<S>>(schema as never, input)
  const key = readInput(keyed, input)
  await getMeetingFor(scope, slug, 'meeting.minute')
  if (!reading.ok) return reading
  if (!key.ok) return key
  return transaction(scope, async (inner): Promise<Outcome<T>> => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    return once<T>(inner, row.id, { act, input }, async () => {
      isTime(row)
      const done = await take(inner, row, reading.value)
      return done.ok ? done : { ...done, values: reading.values }
    })
  })
}

interface AskedOf<S extends z.ZodType> {
  id: string
  act: DecisionAct
  schema: S
  input: Keyed<z.input<S> & object>
}

/** The same on one decision, if the rules let it be done now; else the issue of the form says why not. */
export async function onDecision<S extends z.ZodType, T extends object = object>(
  scope: Scope,
  slug: string,
  { id, act, schema, input }: AskedOf<S>,
  take: (inner: Scope<Transaction>, found: Found, given: z.output<S>) => Done<T>,
): Promise<Outcome<T>> {
  return inHall<S, T>(scope, slug, { act: `${act} ${id}`, schema, input }, async (inner, row, given) => {
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

/** From the opening to the closing. @throws Refused conflict */
export function refuseUnlessOpen(row: PlacedMeeting): void {
  if (!row.openedAt) throw new Refused('conflict', 'meeting-not-open')
  if (row.closedAt) throw new Refused('conflict', 'meeting-closed')
}

/** From the opening until the draft minutes went out. @throws Refused conflict */
export function refuseUnlessMinuted(row: PlacedMeeting): void {
  if (!row.openedAt) throw new Refused('conflict', 'meeting-not-open')
  if (row.minutesSentAt) throw new Refused('conflict', 'meeting-minutes-sent')
}
