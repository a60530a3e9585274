/** What is said, proposed and decided in a hall where every field of text holds an attack. */
import { granted } from '#server/demo/fill-places.ts'
import { newSubmissionKey } from '#server/ids.ts'
import { listHallProposals, listMeetingDecisions, listMinutePoints } from '#server/musyawarah/course.ts'
import {
  agree,
  amendText,
  answerDecisionObjection,
  enterVote,
  objectTo,
  putText,
  stateFailure,
} from '#server/musyawarah/decisions.ts'
import { addPhoto } from '#server/musyawarah/hall-files.ts'
import { getMeeting } from '#server/musyawarah/meetings.ts'
import { addProposal, settleProposal, writePoint } from '#server/musyawarah/minutes.ts'
import type { Scope } from '#server/scope.ts'
import { fit } from './attacked-consultations.ts'
import { SCRIPTS } from './attacks.ts'

const SCRIPT_LINES = SCRIPTS.join('\n')
/** The smallest picture. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** @param isDecided whether all is settled, so that it can be closed; else a text is before the meeting */
export async function attackHall(
  scope: Scope,
  slug: string,
  attacks: readonly string[],
  { isDecided = false } = {},
): Promise<void> {
  const { id, agenda } = await getMeeting(scope, slug)
  for (const [i, attack] of attacks.entries()) {
    const item = agenda[i % agenda.length]!.id
    granted(await writePoint(scope, slug, { item, speaker: fit(attack, 3, 120), text: attack }))
    granted(await addProposal(scope, slug, { item, ...proposalOf(attack) }))
  }
  for (const attack of SCRIPTS) {
    const photo = { name: `${attack}.png`, bytes: PIXEL }
    granted(await addPhoto(scope, slug, { caption: fit(attack, 3, 200), key: newSubmissionKey() }, photo))
  }
  await writeAtOnce(scope, slug, { id, item: agenda[0]!.id })
  for (const text of attacks.slice(0, attacks.length / 3)) {
    const decision = granted(await putText(scope, slug, { text }))
    granted(await agree(scope, slug, decision.id))
  }
  await vote(scope, slug, id)
  if (!isDecided) return dispute(scope, slug, { id, attacks })
  for (const [i, { id: proposal }] of (await listHallProposals(scope, id)).entries()) {
    const outcome = (['accepted', 'not-accepted', 'reserve'] as const)[i % 3]!
    granted(await settleProposal(scope, slug, proposal, { outcome, outcomeNote: fit(attacks[i]!, 3, 600) }))
  }
}

function proposalOf(attack: string) {
  const short = fit(attack, 3, 120)
  const words = { text: fit(attack, 3, 600), proposer: short, field: short, place: short, volume: short, cost: short }
  return { ...words, note: fit(attack, 3, 600) }
}

/** Two wrote on the same point, neither seeing what the other wrote; on another one the two were put together since. */
async function writeAtOnce(scope: Scope, slug: string, { id, item }: { id: string; item: string }): Promise<void> {
  const points = (await listMinutePoints(scope, id)).filter(({ itemId }) => itemId === item)
  for (const { id: point } of points.slice(0, 2)) {
    for (const text of [SCRIPT_LINES, `${SCRIPT_LINES} lagi`]) {
      granted(await writePoint(scope, slug, { item, point, base: 1, speaker: SCRIPTS[0]!, text }))
    }
  }
  const together = { point: points[0]!.id, base: 2, merged: [3] }
  granted(await writePoint(scope, slug, { item, ...together, speaker: SCRIPTS[0]!, text: `${SCRIPT_LINES} bersama` }))
}

/** A text is before the meeting, amended once, and every attack objects to it. */
async function dispute(
  scope: Scope,
  slug: string,
  { id, attacks }: { id: string; attacks: readonly string[] },
): Promise<void> {
  const decision = granted(await putText(scope, slug, { text: SCRIPT_LINES }))
  await objectAndAnswer(scope, slug, { id, decision: decision.id, attacks: SCRIPTS })
  granted(await amendText(scope, slug, decision.id, { text: `${SCRIPT_LINES} lagi` }))
  await objectAndAnswer(scope, slug, { id, decision: decision.id, attacks })
}

async function objectAndAnswer(
  scope: Scope,
  slug: string,
  { id, decision, attacks }: { id: string; decision: string; attacks: readonly string[] },
): Promise<void> {
  for (const reason of attacks) {
    granted(await objectTo(scope, slug, decision, { who: fit(reason, 3, 120), reason }))
  }
  const { rounds } = (await listMeetingDecisions(scope, id)).find((one) => one.id === decision)!
  for (const [i, objection] of (rounds.at(-1)?.objections ?? []).entries()) {
    granted(await answerDecisionObjection(scope, slug, objection.id, { answer: attacks[i]! }))
  }
}

async function vote(scope: Scope, slug: string, id: string): Promise<void> {
  const { id: decision } = granted(await putText(scope, slug, { text: SCRIPT_LINES }))
  await objectAndAnswer(scope, slug, { id, decision, attacks: SCRIPTS })
  granted(await stateFailure(scope, slug, decision, { statement: SCRIPT_LINES.slice(0, 2000) }))
  const sheet = { name: `${SCRIPTS[0]}.pdf`, bytes: Buffer.from('%PDF-1.7\n') }
  const counts = { inFavour: '3', against: '1', abstained: '0', spoilt: '0' }
  granted(await enterVote(scope, slug, decision, { way: 'secret', ...counts }, sheet))
}
