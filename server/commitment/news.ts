/** What happened to a commitment, as news: by mail to those who follow it, and in its feed. */
import { findCommitmentById, listEventsOf } from '#db/commitment/commitments.ts'
import { listDisputes } from '#db/commitment/disputes.ts'
import type { CommitmentEventRow } from '#db/commitment/tables.ts'
import type { Database, Transaction } from '#db/database.ts'
import { followerLetter, notifyFollowers } from '../notice/following.ts'
import type { LetterWriter } from '../notice/letters.ts'
import { sha256 } from '../ledger/commitments.ts'
import { pathTo, type Locale } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { commitment as english } from '../words/en/commitment.ts'
import { commitmentFollow as englishFollow } from '../words/en/commitment-follow.ts'
import { commitment as indonesian } from '../words/id/commitment.ts'
import { commitmentFollow as indonesianFollow } from '../words/id/commitment-follow.ts'
import { getCommitmentRow } from './commitments.ts'

/** A step with the number of its event, or what a resident said, and the answer to it, with the number of that. */
export interface CommitmentNews {
  what: 'step' | 'disputed' | 'answered'
  number: number
}

/** In the transaction of the act. */
export function tellFollowers(scope: Scope<Transaction>, id: string, news: CommitmentNews): Promise<void> {
  return notifyFollowers(scope, { kind: 'commitment', id }, { kind: 'commitment.news', commitment: id, ...news })
}

/** Its text is made from what stands when it is sent; the words of residents stay on the page, where they can be hidden. */
export async function writeCommitmentNews(
  ...[scope, occasion, publicUrl]: Parameters<LetterWriter>
): ReturnType<LetterWriter> {
  const { locale } = occasion
  const commitment = await findCommitmentById(scope.db, String(occasion.commitment))
  if (!commitment) return undefined
  const said = await sentenceOf(scope.db, commitment.id, occasion as never, locale)
  if (!said) return undefined
  return followerLetter(scope, occasion, publicUrl, {
    subject: `${said.title}: ${commitment.what}`,
    paragraphs: [
      `${commitment.what} (${commitment.owner}, ${commitment.regionName})`,
      [`${said.title}.`, ...said.lines].join('\n'),
      publicUrl + pathTo(locale, 'commitment', { slug: commitment.slug }),
    ],
  })
}

/** The latest first. @throws Refused not-found */
export async function listCommitmentNews(scope: Scope, slug: string, locale: Locale) {
  const { id, what } = await getCommitmentRow(scope, slug)
  const { t, follow } = wordsIn(locale)
  const steps = (await listEventsOf(scope.db, [id])).map((event) => ({
    id: event.id,
    title: t.events[event.kind],
    summary: stepLines(event).join(' · '),
    at: event.at,
  }))
  const said = (await listDisputes(scope.db, id)).flatMap((dispute) => [
    { id: dispute.id, title: follow.mail.disputed, summary: '', at: dispute.at },
    ...(dispute.answer !== null && dispute.answeredAt !== null
      ? [{ id: answerId(dispute.id), title: follow.mail.answered, summary: dispute.answer, at: dispute.answeredAt }]
      : []),
  ])
  return { id, slug, what, entries: [...steps, ...said].toSorted((a, b) => b.at.localeCompare(a.at)) }
}

/** A name of its own that never changes. */
function answerId(disputeId: string): string {
  return sha256(`answer ${disputeId}`).slice(0, 32)
}

async function sentenceOf(
  db: Database,
  id: string,
  { what, number }: CommitmentNews,
  locale: Locale,
): Promise<{ title: string; lines: string[] } | undefined> {
  const { t, follow } = wordsIn(locale)
  if (what === 'step') {
    const event = (await listEventsOf(db, [id])).find((one) => one.number === number)
    return event && { title: t.events[event.kind], lines: stepLines(event) }
  }
  const dispute = (await listDisputes(db, id)).find((one) => one.number === number)
  if (!dispute) return undefined
  if (what === 'disputed') return { title: follow.mail.disputed, lines: [] }
  return { title: follow.mail.answered, lines: dispute.answer === null ? [] : [dispute.answer] }
}

function stepLines({ reason, evidenceText, dueAfter }: CommitmentEventRow): string[] {
  return [reason, evidenceText, dueAfter].filter((line) => line !== null)
}

function wordsIn(locale: Locale) {
  return locale === 'en' ? { t: english, follow: englishFollow } : { t: indonesian, follow: indonesianFollow }
}
