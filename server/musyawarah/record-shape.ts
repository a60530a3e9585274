/** The record as the API shows it. */
import { z } from 'zod'
import type { PublicRecord } from './record-data.ts'
import { DECISION_STATES, PROPOSAL_OUTCOMES } from './rules/decisions.ts'
import type { RecordView } from './signing.ts'

const count = z.int()
const counted = (key: z.ZodType<string | null>) => z.array(z.strictObject({ key, count }))

export const recordShape = z
  .strictObject({
    title: z.string(),
    signed: z
      .strictObject({
        number: z.string(),
        signedOn: z.iso.date(),
        signatures: z.array(z.strictObject({ office: z.string(), name: z.string() })),
        data: z.string().meta({ description: 'SHA-256 of all that the record says; in the ledger.' }),
        file: z.string().meta({ description: 'SHA-256 of the signed file; in the ledger.' }),
      })
      .nullable()
      .meta({ description: 'Null while it is a draft.' }),
    present: z.strictObject({
      total: count,
      women: count,
      men: count,
      groups: counted(z.string().nullable()),
      standings: counted(z.string()),
    }),
    agenda: z.array(
      z.strictObject({
        title: z.string(),
        points: z.array(z.strictObject({ speaker: z.string().nullable(), text: z.string() })),
      }),
    ),
    decisions: z.array(
      z.strictObject({
        number: count,
        state: z.enum(DECISION_STATES),
        text: z.string(),
        entitled: count.nullable(),
        failedStatement: z.string().nullable(),
        vote: z
          .strictObject({
            way: z.enum(['open', 'secret']),
            inFavour: count,
            against: count,
            abstained: count,
            spoilt: count,
            needed: count,
            entitled: count,
          })
          .nullable(),
      }),
    ),
    proposals: z.array(
      z.strictObject({
        number: count,
        text: z.string(),
        group: z.string().nullable(),
        outcome: z.enum(PROPOSAL_OUTCOMES).nullable(),
        note: z.string().nullable(),
      }),
    ),
    corrections: z.array(
      z.strictObject({
        number: count,
        text: z.string(),
        outcome: z.enum(['accepted', 'refused']).nullable(),
        reason: z.string().nullable(),
      }),
    ),
    dissents: z.array(z.strictObject({ number: count, who: z.string(), text: z.string(), decision: count.nullable() })),
  })
  .meta({ id: 'MeetingRecord' })

export function showRecord(record: PublicRecord, lock: RecordView['signed']): z.infer<typeof recordShape> {
  const { meeting, present, agenda, decisions, proposals, corrections, dissents, signed } = record
  return {
    title: meeting.title,
    signed: signed && lock ? { ...signed, data: lock.dataHash, file: lock.fileHash } : null,
    present,
    agenda,
    decisions: decisions.map(({ number, state, rounds, entitled, failedStatement, vote }) => ({
      number,
      state,
      entitled,
      failedStatement,
      text: rounds.at(-1)?.text ?? '',
      vote: vote && {
        way: vote.way,
        inFavour: vote.inFavour,
        against: vote.against,
        abstained: vote.abstained,
        spoilt: vote.spoilt,
        needed: vote.needed,
        entitled: vote.entitled,
      },
    })),
    proposals: proposals.map(({ number, text, groupId, outcome, outcomeNote }) => {
      return { number, text, group: groupId, outcome, note: outcomeNote }
    }),
    corrections,
    dissents,
  }
}
