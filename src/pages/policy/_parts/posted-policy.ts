/** What the forms of a policy post: topics as boxes that repeat, stages and questions as numbered fields. */
import type { Issues } from '#server/forms.ts'
import type { Explanation } from '#server/policy/explanation.ts'

export interface PostedPolicy {
  values: Record<string, string>
  topics: string[]
}

export async function postedPolicy(request: Request): Promise<PostedPolicy | undefined> {
  if (request.method !== 'POST') return undefined
  const form = await request.formData()
  const values: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') values[name] = value.replaceAll('\0', '')
  return { values, topics: form.getAll('topics').filter((topic) => typeof topic === 'string') }
}

const STAGE = ['title', 'explanation', 'watchedBy'] as const
const QUESTION = ['audience', 'question', 'answer'] as const
const SPARE = 2

type Parts<K extends string> = Record<K, string>[]

export interface TypedExplanation {
  stages: Parts<(typeof STAGE)[number]>
  questions: Parts<(typeof QUESTION)[number]>
}

/** From fields named `stages.0.title`; parts that were left empty are none. */
export function typedExplanation(values: Record<string, string>): TypedExplanation {
  const stages = partsIn(values, 'stages', STAGE)
  const questions = partsIn(values, 'questions', QUESTION)
  return {
    stages: stages.filter((part) => STAGE.some((name) => part[name].trim() !== '')),
    questions: questions.filter(({ question, answer }) => question.trim() !== '' || answer.trim() !== ''),
  }
}

/** As it stands, with empty parts at the end to be filled in. */
export function shownExplanation({ stages, questions }: TypedExplanation | Explanation): TypedExplanation {
  const spare = Array.from({ length: SPARE })
  const noStage = { title: '', explanation: '', watchedBy: '' }
  const noQuestion = { audience: 'residents', question: '', answer: '' }
  return {
    stages: [...stages.map((one) => ({ ...one, watchedBy: one.watchedBy ?? '' })), ...spare.map(() => noStage)],
    questions: [...questions, ...spare.map(() => noQuestion)],
  }
}

/** `stages.0.title` → what is wrong there, as an id may say it. */
export function issueAt(issues: Issues, ...path: (string | number)[]): string | undefined {
  return issues[path.join('.')]
}

function partsIn<K extends string>(values: Record<string, string>, list: string, names: readonly K[]): Parts<K> {
  const parts = new Map<number, Record<K, string>>()
  for (const [field, value] of Object.entries(values)) {
    const [, at, name] = new RegExp(`^${list}\\.(\\d{1,3})\\.(\\w+)$`).exec(field) ?? []
    if (at === undefined || !names.includes(name as K)) continue
    const part = parts.get(Number(at)) ?? (Object.fromEntries(names.map((one) => [one, ''])) as Record<K, string>)
    part[name as K] = value
    parts.set(Number(at), part)
  }
  return [...parts].sort(([a], [b]) => a - b).map(([, part]) => part)
}
