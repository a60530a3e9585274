/** Meetings of the demonstration, from the plan on: what is done for each, and when. */
import { dayIn } from '../directory/rules/days.ts'
import { getUnit } from '../directory/units.ts'
import { addCommitment } from '../commitment/commitments.ts'
import type { CommitmentInput } from '../commitment/schema.ts'
import { answerDispute, disputeCommitment } from '../commitment/disputes.ts'
import { takeStep } from '../commitment/steps.ts'
import { newSubmissionKey } from '../ids.ts'
import { announceMeeting } from '../musyawarah/announcing.ts'
import { recordArrival } from '../musyawarah/attendance.ts'
import { addInvitees, listInviteesFor } from '../musyawarah/invitees.ts'
import { draftMeeting, getMeeting, meetingInputOf } from '../musyawarah/meetings.ts'
import { postponeMeeting } from '../musyawarah/opening.ts'
import { promiseFromDecision } from '../musyawarah/promises.ts'
import { pathTo } from '../paths.ts'
import type { Scope } from '../scope.ts'
import type { Act, ActAs } from './fill.ts'
import { arrive, close, decide, decisionAt, deliberate, sendDraft, signForum } from './fill-forum.ts'
import { granted, type FilledUnit } from './fill-places.ts'
import type { DemoCourse, DemoMeeting, DemoMeetingPromise } from './meeting-shape.ts'
import { MEETINGS } from './meetings.ts'

/** One meeting, while it is filled in. */
interface Held {
  slug: string
  officer(when: Date): Scope
  /** So many days from the meeting on, by the clock of the place. */
  at(days: number, clock: string): Date
}

const DAY_MS = 86_400_000
const HOURS_AHEAD = 7

/** @param units that are there, by name. */
export function meetingActs(actAs: ActAs, units: FilledUnit[], today: Date): Act[] {
  return MEETINGS.flatMap((meeting) => {
    const unit = units.find(({ plan: { name } }) => name === meeting.unit)
    if (!unit) return []
    const at = (days: number, clock: string) => momentOf(today, meeting.held + days, clock)
    const held: Held = { slug: '', at, officer: (when) => actAs('officer', when) }
    const { announced } = meeting
    const announcing: Act = {
      when: momentOf(today, announced, '09.20'),
      act: async (when) => {
        const day = dayIn(at(0, '09.00'), 'Asia/Jakarta')
        held.slug = await announce(held.officer(when), meeting, { unit: unit.slug, day })
      },
    }
    const { course } = meeting
    if (course === 'coming') return [announcing]
    return [announcing, ...(course === 'postponed' ? postponedActs(held) : heldActs(held, course))]
  })
}

function momentOf(today: Date, days: number, clock: string): Date {
  const [hour = 0, minute = 0] = clock.split('.').map(Number)
  const moment = new Date(today.getTime() + days * DAY_MS)
  moment.setUTCHours(hour - HOURS_AHEAD, minute, 0, 0)
  return moment
}

async function announce(
  officer: Scope,
  { plan, invited }: DemoMeeting,
  { unit, day }: { unit: string; day: string },
): Promise<string> {
  const { id } = await getUnit(officer, unit)
  const { slug } = granted(await draftMeeting(officer, { ...plan, place: `unit:${id}`, day, time: '09.00' }))
  for (const { group, standing, people } of invited) {
    granted(await addInvitees(officer, slug, { list: people.join('\n'), group, standing }))
  }
  granted(await announceMeeting(officer, slug))
  return slug
}

/** Four come, which is too few; two hours later no more have come, and the second meeting is called. */
function postponedActs(held: Held): Act[] {
  const dayOf = (days: number) => dayIn(held.at(days, '09.00'), 'Asia/Jakarta')
  const putOff = (clock: string, next: { day: string; time: string }, people: number): Act => ({
    when: held.at(0, clock),
    act: async (when) => {
      const officer = held.officer(when)
      for (const { id } of (await listInviteesFor(officer, held.slug)).slice(0, people)) {
        await recordArrival(officer, held.slug, { invitee: id }, id)
      }
      const reason = 'Sebagian besar undangan masih melaut.'
      granted(await postponeMeeting(officer, held.slug, { ...next, reason }))
    },
  })
  return [putOff('09.15', { day: dayOf(0), time: '11.00' }, 4), putOff('11.10', { day: dayOf(6), time: '09.00' }, 0)]
}

function heldActs(held: Held, course: DemoCourse): Act[] {
  const { officer, at } = held
  const act = (days: number, clock: string, does: (scope: Scope, slug: string) => Promise<void>): Act => ({
    when: at(days, clock),
    act: (when) => does(officer(when), held.slug),
  })
  const { signed } = course
  return [
    act(0, '08.35', (scope, slug) => arrive(scope, slug, course)),
    act(0, '09.05', (scope, slug) => deliberate(scope, slug, course)),
    act(0, '10.00', (scope, slug) => decide(scope, slug, course)),
    act(0, course.closed, close),
    act(1, '10.15', (scope, slug) => sendDraft(scope, slug, course)),
    ...(signed
      ? [
          act(signed.after, '14.30', (scope, slug) => {
            const signedOn = dayIn(at(signed.after, '09.00'), 'Asia/Jakarta')
            return signForum(scope, slug, { ...signed, signedOn })
          }),
        ]
      : []),
    ...course.promises.flatMap((promise) => promiseActs(held, promise)),
  ]
}

function promiseActs(
  held: Held,
  { decision, after, due, taken, disputes = [], ...promise }: DemoMeetingPromise,
): Act[] {
  let made = ''
  const dueOn = dayIn(held.at(due, '09.00'), 'Asia/Jakarta')
  return [
    {
      when: held.at(after, '11.00'),
      act: async (when) => {
        const officer = held.officer(when)
        made = await promiseOf(officer, held.slug, decision, { ...promise, dueOn })
      },
    },
    ...taken.map(({ after: days, ...step }): Act => ({
      when: held.at(days, '13.40'),
      act: async (when) => void granted(await takeStep(held.officer(when), made, step)),
    })),
    ...disputes.flatMap((dispute, i) => disputeActs(held, dispute, { slug: () => made, number: i + 1 })),
  ]
}

function disputeActs(
  held: Held,
  { after, reason, answer }: NonNullable<DemoMeetingPromise['disputes']>[number],
  at: { slug: () => string; number: number },
): Act[] {
  const said: Act = {
    when: held.at(after, '19.20'),
    act: async (when) => {
      const resident = { ...held.officer(when), actor: null }
      await disputeCommitment(resident, at.slug(), { reason }, { key: newSubmissionKey() })
    },
  }
  if (!answer) return [said]
  const { after: days, text } = answer
  return [
    said,
    {
      when: held.at(days, '10.40'),
      act: async (when) => {
        granted(await answerDispute(held.officer(when), at.slug(), at.number, { answer: text }))
      },
    },
  ]
}

async function promiseOf(
  officer: Scope,
  slug: string,
  decision: number | null,
  promise: Omit<CommitmentInput, 'place' | 'sourceTitle' | 'sourcePath'>,
): Promise<string> {
  if (decision !== null) {
    const { id } = await decisionAt(officer, slug, decision)
    return granted(await promiseFromDecision(officer, slug, id, promise)).commitment
  }
  const { place } = await meetingInputOf(officer, slug)
  const { title } = await getMeeting(officer, slug)
  const source = { place: place ?? '', sourceTitle: title, sourcePath: pathTo('id', 'meeting', { slug }) }
  return granted(await addCommitment(officer, { ...promise, ...source })).commitment.slug
}
