/** What a posted queue asks for: the texts that were ticked, and what to do with them. */
import { judgeMany } from '#server/moderation/judging.ts'
import type { QueueQuery } from '#server/moderation/queue.ts'
import { WAITING_KINDS } from '#server/moderation/queue.ts'
import type { Scope } from '#server/scope.ts'

export interface PostedQueue {
  ids: string[]
  values: Record<string, string>
}

/** With `all`, every text that could be ticked on the page as it was shown. */
export async function readPosted(request: Request): Promise<PostedQueue | undefined> {
  if (request.method !== 'POST') return undefined
  const form = await request.formData()
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const last = (name: string) => texts(name).at(-1)?.replaceAll('\0', '') ?? ''
  const ids = texts('all').length > 0 ? last('shown').split(' ').filter(Boolean) : texts('id')
  const values = { act: last('act'), reason: last('reason'), note: last('note') }
  return { ids: ids.filter((id) => /^[0-9a-f]{32}$/.test(id)), values }
}

export function judgePosted(scope: Scope, { ids, values }: PostedQueue) {
  return judgeMany(scope, ids, values as never)
}

/** The filter as it stands in the address; what is no filter is passed over. */
export function queryOf(params: URLSearchParams): QueueQuery {
  const text = (name: string) => params.get(name)?.slice(0, 80).replaceAll('\0', '') || undefined
  const waiting = WAITING_KINDS.find((kind) => kind === params.get('waiting'))
  const days = Number(params.get('days') ?? '0')
  const reason = text('reason')
  const region = text('region')
  const cursor = text('cursor')
  return {
    ...(waiting ? { waiting } : {}),
    ...(reason && /^[a-z-]+$/.test(reason) ? { reason } : {}),
    ...(region && /^[\d.]+$/.test(region) ? { region } : {}),
    ...(Number.isInteger(days) && days > 0 && days < 1000 ? { days } : {}),
    ...(cursor ? { cursor } : {}),
  }
}
