/** A meeting of the demonstration, from the first who signs in to the signed record, each act at its hour. */
import { recordArrival } from '../musyawarah/attendance.ts'
import { closeMeeting, sendMinutes } from '../musyawarah/closing.ts'
import { noteDissent } from '../musyawarah/corrections.ts'
import { listHallProposals, listMeetingDecisions } from '../musyawarah/course.ts'
import {
  agree,
  amendText,
  answerDecisionObjection,
  enterVote,
  objectTo,
  putText,
  stateFailure,
} from '../musyawarah/decisions.ts'
import { listInviteesFor } from '../musyawarah/invitees.ts'
import { getMeeting } from '../musyawarah/meetings.ts'
import { addProposal, settleProposal, writePoint } from '../musyawarah/minutes.ts'
import { openMeeting } from '../musyawarah/opening.ts'
import { recordToSign } from '../musyawarah/record-file.ts'
import { signRecord } from '../musyawarah/signing.ts'
import type { Scope } from '../scope.ts'
import { granted } from './fill-places.ts'
import type { DemoCourse, DemoDecision } from './meeting-shape.ts'

const MINUTE_MS = 60_000

/** The same hand, so many minutes later. */
function later(scope: Scope, minutes: number): Scope {
  return { ...scope, now: new Date(scope.now.getTime() + minutes * MINUTE_MS) }
}

/** From half an hour before it is to begin; two or three sign in each minute. */
export async function arrive(officer: Scope, slug: string, { come, walkIns }: DemoCourse): Promise<void> {
  for (const [i, { id }] of (await listInviteesFor(officer, slug)).slice(0, come).entries()) {
    await recordArrival(later(officer, i / 2.5), slug, { invitee: id }, id)
  }
  for (const name of walkIns) await recordArrival(later(officer, 25), slug, { name, standing: 'observer' }, name)
}

/** Opens it and writes down what is said, a point every six minutes. */
export async function deliberate(officer: Scope, slug: string, { points, proposals }: DemoCourse): Promise<void> {
  granted(await openMeeting(officer, slug))
  const { agenda } = await getMeeting(officer, slug)
  for (const [i, { item, speaker, text }] of points.entries()) {
    const point = { item: agenda[item]?.id ?? '', speaker, text }
    granted(await writePoint(later(officer, 2 + i * 6), slug, point))
  }
  for (const [i, { proposal }] of proposals.entries()) {
    granted(await addProposal(later(officer, 20 + i), slug, proposal))
  }
}

/** Puts each text, hears objections, and settles it by consensus or, where that failed, by vote; then every proposal. */
export async function decide(officer: Scope, slug: string, { decisions, proposals }: DemoCourse): Promise<void> {
  const { id: meetingId, agenda } = await getMeeting(officer, slug)
  const settled: string[] = []
  for (const [i, decision] of decisions.entries()) {
    settled.push(await decideOne(later(officer, i * 15), slug, meetingId, agenda[decision.item]?.id ?? null, decision))
  }
  for (const [i, { id }] of (await listHallProposals(officer, meetingId)).entries()) {
    const { outcome = 'reserve', outcomeNote = null } = proposals[i] ?? {}
    const decision = i < 2 ? (settled[0] ?? null) : null
    granted(await settleProposal(later(officer, 40), slug, id, { outcome, outcomeNote, decision }))
  }
}

async function decideOne(
  officer: Scope,
  slug: string,
  meetingId: string,
  item: string | null,
  { text, objection, amended, vote }: DemoDecision,
): Promise<string> {
  const { id } = granted(await putText(officer, slug, { text, item }))
  if (objection) await objectAndAnswer(later(officer, 4), slug, { meetingId, id, ...objection })
  if (amended) granted(await amendText(later(officer, 8), slug, id, { text: amended }))
  if (!vote) {
    granted(await agree(later(officer, 10), slug, id))
    return id
  }
  const { statement, ...counts } = vote
  granted(await stateFailure(later(officer, 9), slug, id, { statement }))
  const counted = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]))
  granted(await enterVote(later(officer, 14), slug, id, { way: 'secret', ...counted } as never))
  return id
}

async function objectAndAnswer(
  officer: Scope,
  slug: string,
  given: { meetingId: string; id: string; who: string; reason: string; answer: string },
): Promise<void> {
  const { meetingId, id, who, reason, answer } = given
  granted(await objectTo(officer, slug, id, { who, reason }))
  const decision = (await listMeetingDecisions(officer, meetingId)).find((one) => one.id === id)
  const objection = decision?.rounds.at(-1)?.objections.at(-1)
  granted(await answerDecisionObjection(later(officer, 2), slug, objection?.id ?? '', { answer }))
}

export async function close(officer: Scope, slug: string): Promise<void> {
  granted(await closeMeeting(officer, slug))
}

/** The draft goes out, and one who was present has a dissent kept in their own words. */
export async function sendDraft(officer: Scope, slug: string, { dissent }: DemoCourse): Promise<void> {
  await sendMinutes(officer, slug)
  if (!dissent) return
  const decision = await decisionAt(officer, slug, dissent.decision)
  const { who, text } = dissent
  granted(await noteDissent(later(officer, 90), slug, { who, text, decision: decision.id }))
}

/** What was decided in that place of the list, from 0, with its text. */
export async function decisionAt(officer: Scope, slug: string, index: number): Promise<{ id: string; text: string }> {
  const { id: meetingId } = await getMeeting(officer, slug)
  const decision = (await listMeetingDecisions(officer, meetingId))[index]
  if (!decision) throw new Error(`The demonstration's meeting ${slug} has no decision ${index}.`)
  return { id: decision.id, text: decision.rounds.at(-1)?.text ?? '' }
}

/** What was printed comes back signed. */
export async function signForum(
  officer: Scope,
  slug: string,
  { number, names, signedOn }: { number: string; names: string[]; signedOn: string },
): Promise<void> {
  const bytes = await recordToSign(officer, { slug, locale: 'id', publicUrl: '' })
  const signing = { number, signedOn, names }
  granted(await signRecord(officer, slug, signing, { name: 'berita-acara-bertanda-tangan.pdf', bytes }))
}
