/** Changes of policies as news: in a feed, and by mail to those who follow one. */
import { findPolicyById, listLatestPolicyEvents, listPolicyEvents } from '#db/policy/policies.ts'
import type { PolicyEventKind } from '#db/policy/tables.ts'
import { followerLetter } from '../notice/following.ts'
import type { LetterWriter } from '../notice/letters.ts'
import { pathTo } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { formatDate } from '../words/format.ts'
import { policy as english } from '../words/en/policy.ts'
import { policy as indonesian } from '../words/id/policy.ts'

export interface PolicyNews {
  id: string
  slug: string
  title: string
  region: string
  kind: PolicyEventKind
  day: string
  legalNumber: string | null
  at: string
}

const MOST_NEWS = 50

/** The latest changes of status of all policies. */
export async function listPolicyNews(scope: Pick<Scope, 'db'>): Promise<PolicyNews[]> {
  const events = await listLatestPolicyEvents(scope.db, MOST_NEWS)
  return events.map(({ id, slug, title, regionName, kind, onDay, legalNumber, at }) => ({
    id,
    slug,
    title,
    region: regionName,
    kind,
    day: onDay,
    legalNumber,
    at,
  }))
}

/** What a follower is told of one change. */
export async function writePolicyChanged(
  ...[scope, occasion, publicUrl]: Parameters<LetterWriter>
): ReturnType<LetterWriter> {
  const policy = await findPolicyById(scope.db, String(occasion.policy))
  const events = policy ? await listPolicyEvents(scope.db, [policy.id]) : []
  const event = events.find(({ number }) => number === occasion.number)
  if (!policy || !event) return undefined
  const { locale } = occasion
  const t = locale === 'en' ? english : indonesian
  const what = t.events[event.kind]
  const facts = [formatDate(locale, event.onDay), event.legalNumber, event.note].filter((fact) => fact !== null)
  return followerLetter(scope, occasion, publicUrl, {
    subject: `${what}: ${policy.title}`,
    paragraphs: [
      `${policy.title} (${policy.regionName})`,
      [`${what}:`, ...facts].join('\n'),
      publicUrl + pathTo(locale, 'policy', { slug: policy.slug }),
    ],
  })
}
