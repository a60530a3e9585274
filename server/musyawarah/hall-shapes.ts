/** A meeting as it runs, as the API shows it. */
import { z } from 'zod'
import type { DecisionView, PointView } from './course.ts'
import type { HallScreen } from './hall-screen.ts'
import type { ProposalRow } from '#db/musyawarah/hall-tables.ts'
import type { MeetingFileRow } from '#db/musyawarah/tables.ts'
import type { MeetingPresence } from './presence.ts'
import { DECISION_STATES, PROPOSAL_OUTCOMES } from './rules/decisions.ts'
import { quorumShape, showMeeting, showQuorum, meetingShape } from './shapes.ts'

const count = z.int()
export const doneShape = z.strictObject({ done: z.literal(true) }).meta({ id: 'HallActDone' })
export const madeShape = z.strictObject({ id: z.string() }).meta({ id: 'HallThingMade' })
export const numberedShape = z.strictObject({ id: z.string(), number: count }).meta({ id: 'NumberedThingMade' })
export const settledShape = z.strictObject({ settled: count }).meta({ id: 'ProposalsSettled' })
export const writtenShape = z
  .strictObject({
    point: z.string(),
    number: count.meta({ description: 'Of the text: the `base` of the next.' }),
    both: z.boolean().meta({ description: 'Somebody else wrote meanwhile; both texts are kept.' }),
  })
  .meta({ id: 'MinutePointKept' })

export const pointShape = z
  .strictObject({
    id: z.string(),
    item: z.string(),
    texts: z
      .array(z.strictObject({ number: count, speaker: z.string().nullable(), text: z.string() }))
      .meta({ description: 'More than one: written at once, not put together yet.' }),
  })
  .meta({ id: 'MinutePoint' })

export function showPoint({ id, itemId: item, texts }: PointView): z.infer<typeof pointShape> {
  return { id, item, texts }
}

const publicProposal = z.strictObject({
  id: z.string(),
  number: count,
  item: z.string().nullable(),
  text: z.string(),
  group: z.string().nullable(),
  field: z.string().nullable(),
  place: z.string().nullable(),
  volume: z.string().nullable(),
  cost: z.string().nullable(),
  note: z.string().nullable(),
  outcome: z.enum(PROPOSAL_OUTCOMES).nullable(),
  outcomeNote: z.string().nullable(),
  decision: z.string().nullable().meta({ description: 'Id of the decision that settled it.' }),
})
export const proposalShape = publicProposal.extend({ proposer: z.string().nullable() }).meta({ id: 'HallProposal' })

function showPublicProposal(row: Omit<ProposalRow, 'proposer'>): z.infer<typeof publicProposal> {
  const { id, number, itemId: item, text, groupId: group, field, place, volume, cost, note } = row
  const { outcome, outcomeNote, decisionId: decision } = row
  return { id, number, item, text, group, field, place, volume, cost, note, outcome, outcomeNote, decision }
}

export function showProposal(row: ProposalRow): z.infer<typeof proposalShape> {
  return { ...showPublicProposal(row), proposer: row.proposer }
}

const objection = z.strictObject({
  id: z.string(),
  who: z.string(),
  reason: z.string(),
  answer: z.string().nullable(),
  withdrawn: z.boolean(),
})
export const decisionShape = z
  .strictObject({
    id: z.string(),
    number: count,
    item: z.string().nullable(),
    state: z.enum(DECISION_STATES),
    rounds: z.array(z.strictObject({ round: count, text: z.string(), objections: z.array(objection) })),
    failedStatement: z.string().nullable(),
    entitled: count.nullable(),
    vote: z
      .strictObject({
        way: z.enum(['open', 'secret']),
        inFavour: count,
        against: count,
        abstained: count,
        spoilt: count,
        needed: count,
        entitled: count,
        sheet: z.boolean().meta({ description: 'Whether its paper tally was handed in.' }),
      })
      .nullable(),
  })
  .meta({ id: 'HallDecision' })

export function showDecision(view: DecisionView): z.infer<typeof decisionShape> {
  const { id, number, itemId: item, state, rounds, failedStatement, entitled, vote } = view
  return {
    id,
    number,
    item,
    state,
    failedStatement,
    entitled,
    rounds: rounds.map(({ round, text, objections }) => ({
      round,
      text,
      objections: objections.map(({ id, who, reason, answer, withdrawn }) => {
        return { id, who, reason, answer, withdrawn: withdrawn === 1 }
      }),
    })),
    vote: vote && showVote(vote),
  }
}

function showVote(vote: NonNullable<DecisionView['vote']>) {
  const { way, inFavour, against, abstained, spoilt, needed, entitled, sheetFile } = vote
  return { way, inFavour, against, abstained, spoilt, needed, entitled, sheet: sheetFile !== null }
}

const presence = z.strictObject({ present: count, entitled: count, women: count, men: count, quorum: quorumShape })

function showPresence({ present, entitled, women, men, quorum }: MeetingPresence): z.infer<typeof presence> {
  return { present, entitled, women, men, quorum: showQuorum(quorum) }
}

export const hallShape = z
  .strictObject({
    meeting: meetingShape,
    agenda: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    item: z.string().nullable().meta({ description: 'Id of the item of the agenda that is spoken of.' }),
    presence: presence.meta({ description: 'Counts as they are now.' }),
    decisions: z.array(decisionShape).meta({ description: 'The last may be before the meeting.' }),
    proposals: z.array(publicProposal),
  })
  .meta({ id: 'Hall' })

export function showHall({ meeting, presence, itemId, current, settled, proposals }: HallScreen) {
  const decisions = [...settled, ...(current ? [current] : [])]
  return {
    meeting: showMeeting(meeting),
    agenda: meeting.agenda,
    item: itemId,
    presence: showPresence(presence),
    decisions: decisions.map(showDecision),
    proposals: proposals.map(showPublicProposal),
  } satisfies z.infer<typeof hallShape>
}

export const photoShape = z
  .strictObject({
    id: z.string(),
    item: z.string().nullable(),
    name: z.string(),
    caption: z.string().nullable(),
    sha256: z.string(),
  })
  .meta({ id: 'MeetingPhoto' })

export function showPhoto({ id, itemId: item, name, caption, fileHash }: MeetingFileRow): z.infer<typeof photoShape> {
  return { id, item, name, caption, sha256: fileHash }
}
