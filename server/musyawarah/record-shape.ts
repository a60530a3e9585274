/** The record as the API shows it: all that the public reads of a meeting, as one object. */
import { z } from 'zod'
import type { PublicRecord } from './record-public.ts'
import type { RecordView } from './record-views.ts'
import { DECISION_STATES, PROPOSAL_OUTCOMES } from './rules/decisions.ts'
import { MEETING_KINDS } from './schema.ts'
import { quorumShape, showQuorum } from './shapes.ts'

const count = z.int()
const text = z.string()
const moment = z.iso.datetime()
const counted = (key: z.ZodType<string | null>) => z.array(z.strictObject({ key, count }))
const signatures = z.array(z.strictObject({ office: text, name: text }))
const dataHash = text.meta({ description: 'SHA-256 of all that the record says; in the ledger.' })
const fileHash = text.meta({ description: 'SHA-256 of the signed file; in the ledger.' })

const vote = z.strictObject({
  way: z.enum(['open', 'secret']),
  inFavour: count,
  against: count,
  abstained: count,
  spoilt: count,
  needed: count,
  entitled: count,
})

const decision = z.strictObject({
  number: count,
  item: count.nullable().meta({ description: 'Position of the agenda item.' }),
  state: z.enum(DECISION_STATES),
  text,
  rounds: z
    .array(
      z.strictObject({
        text,
        objections: z.array(
          z.strictObject({ who: text, reason: text, answer: text.nullable(), withdrawn: z.boolean() }),
        ),
      }),
    )
    .meta({ description: 'Every text that was put, with the objections to it.' }),
  entitled: count.nullable(),
  failedStatement: text.nullable(),
  settledAt: moment.nullable(),
  vote: vote.nullable(),
})

const proposal = z.strictObject({
  number: count,
  item: count.nullable().meta({ description: 'Position of the agenda item.' }),
  text,
  group: text.nullable(),
  field: text.nullable(),
  place: text.nullable(),
  volume: text.nullable(),
  cost: text.nullable(),
  outcome: z.enum(PROPOSAL_OUTCOMES).nullable(),
  note: text.nullable(),
  decision: count.nullable().meta({ description: 'Number of the decision that settled it.' }),
})

export const recordShape = z
  .strictObject({
    title: text,
    meeting: z.strictObject({
      kind: z.enum(MEETING_KINDS),
      basis: text,
      convener: text,
      venue: text,
      region: text.meta({ description: 'Code of the Ministry of Home Affairs (Kemendagri).' }),
      startsAt: moment,
      openedAt: moment.nullable(),
      closedAt: moment.nullable(),
      chair: text,
      minuteTaker: text,
      resourcePersons: z.array(text),
      rules: text,
      provenance: text.nullable().meta({ description: 'What it was entered from, if it was held on paper alone.' }),
    }),
    quorum: quorumShape.nullable(),
    signed: z
      .strictObject({ number: text, signedOn: z.iso.date(), signatures, data: dataHash, file: fileHash })
      .nullable()
      .meta({ description: 'Null while it is a draft.' }),
    addenda: z.array(
      z.strictObject({
        part: count,
        number: text,
        signedOn: z.iso.date(),
        text,
        signatures,
        data: dataHash,
        file: fileHash,
      }),
    ),
    covered: z
      .array(z.strictObject({ at: moment, reason: text, places: count }))
      .meta({ description: 'Acts that covered personal data for the public; the sealed original stays.' }),
    present: z.strictObject({
      total: count,
      women: count,
      men: count,
      groups: counted(text.nullable()),
      standings: counted(text),
    }),
    agenda: z.array(
      z.strictObject({
        position: count,
        title: text,
        points: z.array(z.strictObject({ speaker: text.nullable(), text })),
      }),
    ),
    decisions: z.array(decision),
    proposals: z.array(proposal),
    delegates: z
      .array(
        z.strictObject({
          number: count,
          name: text.nullable(),
          office: text.nullable(),
          group: text.nullable(),
          sex: z.enum(['f', 'm']).nullable(),
        }),
      )
      .meta({ description: 'Whom the meeting sends on; named if they agreed.' }),
    corrections: z.array(
      z.strictObject({
        number: count,
        text,
        outcome: z.enum(['accepted', 'refused']).nullable(),
        reason: text.nullable(),
      }),
    ),
    dissents: z.array(z.strictObject({ number: count, who: text, text, decision: count.nullable() })),
  })
  .meta({ id: 'MeetingRecord' })

export function showRecord({ record, signed: lock, addenda, covered }: RecordView): z.infer<typeof recordShape> {
  const { meeting, present, agenda, delegates, corrections, dissents, signed } = record
  return {
    title: meeting.title,
    meeting: showMeetingOf(record),
    quorum: record.quorum && showQuorum(record.quorum),
    signed: signed && lock ? { ...signed, data: lock.dataHash, file: lock.fileHash } : null,
    addenda: addenda.map(({ part, number, signedOn, text: says, signatures: by, dataHash: data, fileHash: file }) => {
      return { part, number, signedOn, text: says, signatures: by, data, file }
    }),
    covered,
    present,
    agenda,
    decisions: record.decisions.map(showDecision),
    proposals: record.proposals.map(({ groupId, outcomeNote, note, ...proposal }) => {
      return { ...proposal, group: groupId, note: [note, outcomeNote].filter(Boolean).join('. ') || null }
    }),
    delegates: delegates.map(({ groupId, ...one }) => ({ ...one, group: groupId })),
    corrections,
    dissents,
  }
}

function showMeetingOf({ meeting, rules }: PublicRecord): z.infer<typeof recordShape>['meeting'] {
  const { kind, basis, convener, venue, region, startsAt, openedAt, closedAt } = meeting
  const { chair, minuteTaker, resourcePersons, provenance } = meeting
  const when = { startsAt, openedAt, closedAt }
  const who = { chair, minuteTaker, resourcePersons }
  return { kind, basis, convener, venue, region, ...when, ...who, rules: rules.name, provenance }
}

function showDecision(given: PublicRecord['decisions'][number]): z.infer<typeof decision> {
  const { number, item, state, rounds, entitled, failedStatement, settledAt, vote: cast } = given
  return {
    number,
    item,
    state,
    entitled,
    failedStatement,
    settledAt,
    text: rounds.at(-1)?.text ?? '',
    rounds: rounds.map(({ text: put, objections }) => ({
      text: put,
      objections: objections.map((one) => ({ ...one, withdrawn: one.withdrawn === 1 })),
    })),
    vote: cast && {
      way: cast.way,
      inFavour: cast.inFavour,
      against: cast.against,
      abstained: cast.abstained,
      spoilt: cast.spoilt,
      needed: cast.needed,
      entitled: cast.entitled,
    },
  }
}
