/** The demonstration's forum in a village hall, from the first who signs in to the signed record. */
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
import { DECIDED, POINTS, PROPOSALS } from './meeting-course.ts'

/** Sixty people: 57 who were invited, and three who walk in. */
const INVITED_WHO_COME = 57
const WALK_INS = ['Pedagang pasar Selensen', 'Ketua karang taruna', 'Guru SD Kemuning Tua']

export async function holdForum(officer: Scope, slug: string): Promise<void> {
  for (const { id } of (await listInviteesFor(officer, slug)).slice(0, INVITED_WHO_COME)) {
    await recordArrival(officer, slug, { invitee: id }, id)
  }
  for (const name of WALK_INS) await recordArrival(officer, slug, { name, standing: 'observer' }, name)
  granted(await openMeeting(officer, slug))
  const { id, agenda } = await getMeeting(officer, slug)
  for (const { item, speaker, text } of POINTS) {
    granted(await writePoint(officer, slug, { item: agenda[item]?.id ?? '', speaker, text }))
  }
  const first = await decideByConsensus(officer, slug, id)
  const second = await decideByVote(officer, slug, id)
  await decideProposals(officer, slug, { id, first })
  granted(await closeMeeting(officer, slug))
  await sendMinutes(officer, slug)
  granted(await noteDissent(officer, slug, { ...DECIDED.dissent, decision: second }))
}

/** Agreed after an objection was taken into the text. */
async function decideByConsensus(officer: Scope, slug: string, meetingId: string): Promise<string> {
  const { text, amended, ...objection } = DECIDED.objected
  const { id } = granted(await putText(officer, slug, { text }))
  await objectAndAnswer(officer, slug, { meetingId, id, ...objection })
  granted(await amendText(officer, slug, id, { text: amended }))
  granted(await agree(officer, slug, id))
  return id
}

async function decideByVote(officer: Scope, slug: string, meetingId: string): Promise<string> {
  const { text, statement, inFavour, against, abstained, spoilt, ...objection } = DECIDED.voted
  const { id } = granted(await putText(officer, slug, { text }))
  await objectAndAnswer(officer, slug, { meetingId, id, ...objection })
  granted(await stateFailure(officer, slug, id, { statement }))
  const counts = Object.entries({ inFavour, against, abstained, spoilt }).map(([name, count]) => [name, String(count)])
  granted(await enterVote(officer, slug, id, { way: 'secret', ...Object.fromEntries(counts) } as never))
  return id
}

async function objectAndAnswer(
  officer: Scope,
  slug: string,
  {
    meetingId,
    id,
    who,
    reason,
    answer,
  }: { meetingId: string; id: string; who: string; reason: string; answer: string },
): Promise<void> {
  granted(await objectTo(officer, slug, id, { who, reason }))
  const decision = (await listMeetingDecisions(officer, meetingId)).find((one) => one.id === id)
  const objection = decision?.rounds.at(-1)?.objections.at(-1)
  granted(await answerDecisionObjection(officer, slug, objection?.id ?? '', { answer }))
}

async function decideProposals(
  officer: Scope,
  slug: string,
  { id, first }: { id: string; first: string },
): Promise<void> {
  for (const { proposal } of PROPOSALS) granted(await addProposal(officer, slug, proposal))
  for (const [index, { id: proposalId }] of (await listHallProposals(officer, id)).entries()) {
    const { outcome = 'reserve', outcomeNote = null } = PROPOSALS[index] ?? {}
    granted(
      await settleProposal(officer, slug, proposalId, { outcome, outcomeNote, decision: index < 2 ? first : null }),
    )
  }
}

/** What was printed comes back signed. */
export async function signForum(officer: Scope, slug: string, signedOn: string): Promise<void> {
  const bytes = await recordToSign(officer, { slug, locale: 'id', publicUrl: '' })
  const names = ['Camat Kemuning', 'Siti Aminah', 'Ketua PKK Desa Kemuning Tua']
  const signing = { number: '140/21/BA/KEC-KMN', signedOn, names }
  granted(await signRecord(officer, slug, signing, { name: 'berita-acara-bertanda-tangan.pdf', bytes }))
}
