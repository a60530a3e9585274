/** One act that a device kept without a line, taken by the use case that takes it in the hall, under the device's key. */
import { findMeetingAct } from '#db/musyawarah/acts.ts'
import type { Issues, Outcome } from '../forms.ts'
import type { Scope } from '../scope.ts'
import { agree, amendText, answerDecisionObjection, objectTo, putText } from './decisions.ts'
import type { FieldAct } from './field-schema.ts'
import { getMeetingFor } from './meetings.ts'
import { addProposal, writePoint } from './minutes.ts'
import { openMeeting } from './opening.ts'

/** `number`: of a proposal, or a decision that was put. */
export type Taken = { ok: true; number: number | null } | { ok: false; issues: Issues }

/** @param at when it was done, by our clock. @throws Refused as the use cases do */
export async function takeAct(
  scope: Scope,
  slug: string,
  act: Exclude<FieldAct, { kind: 'arrive' }>,
  at: Date,
): Promise<Taken> {
  const { key } = act
  switch (act.kind) {
    case 'open':
      return open(scope, slug, key, at)
    case 'point':
      return unnumbered(await writePoint(scope, slug, { key, item: act.item, speaker: act.speaker, text: act.text }))
    case 'proposal': {
      const { kind: _, at: __, ...proposal } = act
      return numbered(await addProposal(scope, slug, proposal))
    }
    case 'put':
      return numbered(await putText(scope, slug, { key, item: act.item, text: act.text }))
    case 'object': {
      const { who, group, reason } = act
      return onEarlier(scope, slug, act.decision, (id) => objectTo(scope, slug, id, { key, who, group, reason }))
    }
    case 'answer': {
      const said = { key, answer: act.answer, withdrawn: act.withdrawn }
      return onEarlier(scope, slug, act.objection, (id) => answerDecisionObjection(scope, slug, id, said))
    }
    case 'amend':
      return onEarlier(scope, slug, act.decision, (id) => amendText(scope, slug, id, { key, text: act.text }))
    case 'agree':
      return onEarlier(scope, slug, act.decision, (id) => agree(scope, slug, id, { key }))
  }
}

/** Opened meanwhile, from the page: that is what the device wanted. */
async function open(scope: Scope, slug: string, key: string, at: Date): Promise<Taken> {
  const { openedAt } = await getMeetingFor(scope, slug, 'meeting.minute')
  return openedAt ? { ok: true, number: null } : unnumbered(await openMeeting(scope, slug, { key }, at))
}

/** On what an earlier act of a device made; where that wasn't taken, neither is this. */
async function onEarlier(
  scope: Scope,
  slug: string,
  key: string,
  take: (id: string) => Promise<Outcome<object>>,
): Promise<Taken> {
  const { id: meetingId } = await getMeetingFor(scope, slug, 'meeting.minute')
  const made = (await findMeetingAct(scope.db, meetingId, key))?.made
  const { id } = JSON.parse(made ?? '{}') as { id?: string }
  return id ? unnumbered(await take(id)) : { ok: false, issues: { form: 'earlier-first' } }
}

function numbered(outcome: Outcome<{ number: number }>): Taken {
  return outcome.ok ? { ok: true, number: outcome.number } : outcome
}

function unnumbered(outcome: Outcome<object>): Taken {
  return outcome.ok ? { ok: true, number: null } : outcome
}
