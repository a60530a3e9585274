/** What the API says of moderation: chosen fields, never rows, and to the public never a text. */
import { z } from 'zod'
import type { LoggedDecision } from './figures.ts'
import type { JudgedText } from './item.ts'
import type { WaitingText } from './queue.ts'
import type { MonthFigures } from './rules/months.ts'
import { HIDING_REASONS, REPORT_REASONS } from './rules/reasons.ts'
import { SUSPICIONS } from './rules/suspicion.ts'

const count = z.int().min(0)

export const monthShape = z
  .strictObject({
    month: z.string().meta({ description: 'YYYY-MM, in Asia/Jakarta.', example: '2026-11' }),
    reports: count.meta({
      description: 'Reports that came in; two of one text from one network within a day are one.',
    }),
    held: count.meta({ description: 'Texts held automatically before anybody read them.' }),
    hidden: count.meta({ description: 'Decisions to hide, also those reversed later.' }),
    masked: count.meta({ description: 'Decisions to cover personal data within a text.' }),
    shown: count.meta({ description: 'Decisions to show a held text or to leave a reported one.' }),
    reviewsAsked: count,
    reviewsDecided: count.meta({ description: 'Decided that month, by another moderator.' }),
    reversed: count.meta({ description: 'Reviews that reversed the first decision.' }),
    byReason: z.record(z.enum(HIDING_REASONS), count).meta({ description: 'Hidden and covered, by reason.' }),
    medianMinutes: count.nullable().meta({
      description: 'Middle wait from being held, reported or sent for review until a person decided; null without any.',
    }),
  })
  .meta({ id: 'ModerationMonth' })

export const figuresShape = z
  .strictObject({ items: z.array(monthShape).meta({ description: 'The latest month first.' }), next: z.null() })
  .meta({ id: 'ModerationFigures' })

export function showFigures(months: MonthFigures[]): z.infer<typeof figuresShape> {
  return { items: months.map((month) => ({ ...month })), next: null }
}

export const decisionShape = z
  .strictObject({
    text: z.string().meta({ description: 'Opaque; the subject of its entries in the ledger.' }),
    what: z.enum(['shown', 'hidden', 'masked', 'unmasked', 'upheld', 'reversed']),
    reason: z.enum(HIDING_REASONS).nullable(),
    waitedFor: z.enum(['held', 'report', 'review']).nullable().meta({ description: 'What the text had waited for.' }),
    at: z.iso.datetime(),
    title: z.string().meta({ description: 'What the text was written to; never the text.' }),
    path: z.string().meta({ description: 'Where it stands.' }),
    region: z.string().meta({ description: 'Name of the region.' }),
  })
  .meta({ id: 'ModerationDecision' })

export function showDecision({ text, what, reason, waitedFor, at, title, path, region }: LoggedDecision) {
  return { text, what, reason, waitedFor, at, title, path, region }
}

const WAITING = ['held', 'report', 'review'] as const

export const waitingShape = z
  .strictObject({
    id: z.string(),
    text: z.string().meta({ description: 'What the public reads, or would.' }),
    title: z.string(),
    path: z.string(),
    region: z.string().meta({ description: 'Kemendagri code.' }),
    state: z.enum(['shown', 'held', 'hidden']),
    waiting: z.enum(WAITING),
    since: z.iso.datetime(),
    promisedBy: z.iso.date().meta({ description: 'Day by which somebody decides, promised in public.' }),
    late: z.boolean(),
    heldFor: z.array(z.enum(SUSPICIONS)),
    reports: z.array(z.strictObject({ reason: z.enum(REPORT_REASONS), count })),
    mine: z.boolean().meta({ description: 'Whether the account may decide: never again about a decision of its own.' }),
  })
  .meta({ id: 'WaitingText' })

export function showWaiting(item: WaitingText): z.infer<typeof waitingShape> {
  const { id, text, title, path, state, waiting, since, promisedBy, late, heldFor, mine } = item
  const reports = item.reports as z.infer<typeof waitingShape>['reports']
  const known = { id, text, title, path, state, waiting, since, promisedBy, late, heldFor, mine }
  return { ...known, region: item.region.code, reports }
}

export const judgedShape = z
  .strictObject({
    ...waitingShape.shape,
    waiting: z.enum(WAITING).nullable(),
    seen: z
      .string()
      .meta({ description: 'How it stands; send it with a decision, which is refused if that has changed.' }),
    arrivedAt: z.iso.datetime(),
    masked: z.boolean(),
    erased: z.boolean(),
    likely: z.array(z.string()).meta({ description: 'Pieces that look like personal data.' }),
    openReports: z.array(
      z.strictObject({ reason: z.enum(REPORT_REASONS), note: z.string().nullable(), at: z.iso.datetime() }),
    ),
    verdicts: z.array(
      z.strictObject({
        what: z.string(),
        reason: z.string().nullable(),
        note: z.string().nullable(),
        at: z.iso.datetime(),
      }),
    ),
    review: z
      .strictObject({
        askedAt: z.iso.datetime(),
        statement: z.string(),
        promisedBy: z.iso.date(),
        outcome: z.enum(['upheld', 'reversed']).nullable(),
        note: z.string().nullable(),
        decidedAt: z.iso.datetime().nullable(),
      })
      .nullable(),
    mayJudge: z.boolean(),
    mayOpen: z.boolean().meta({ description: 'Whether the account may see what is covered; doing so is recorded.' }),
  })
  .meta({ id: 'JudgedText' })

export function showJudged(item: JudgedText): z.infer<typeof judgedShape> {
  const { seen, arrivedAt, masked, erased, likely, verdicts, review, mayJudge, mayOpen } = item
  const reports = item.openReports as z.infer<typeof judgedShape>['openReports']
  const known = { seen, arrivedAt, masked, erased, likely, mayJudge, mayOpen }
  return {
    ...showWaiting({ ...item, waiting: item.waiting ?? 'report' }),
    ...known,
    waiting: item.waiting,
    openReports: reports.map(({ reason, note, at }) => ({ reason, note, at })),
    verdicts: verdicts.map(({ what, reason, note, at }) => ({ what, reason, note, at })),
    review: review && {
      askedAt: review.askedAt,
      statement: review.statement,
      promisedBy: review.promisedBy,
      outcome: review.outcome,
      note: review.note,
      decidedAt: review.decidedAt,
    },
  }
}
