/** The form that draws a consultation up: what it offers, what was typed, and its labels in their order. */
import type { ConsultationInput } from '#server/consultation/schema.ts'
import { listChoicesOf, listUnitsToAsk } from '#server/consultation/choices.ts'
import type { Scope } from '#server/scope.ts'
import type { Words } from '#server/words/words.ts'

/** Fields that may come more than once. */
export const LISTED = ['units', 'groups', 'otherNeeds'] as const

export type FormValues = Record<string, string> & Partial<Record<(typeof LISTED)[number], string>>

/** Posted fields, those that come more than once with an item on each line. Undefined when the page was only asked for. */
export async function postedConsultation(request: Request): Promise<FormValues | undefined> {
  if (request.method !== 'POST') return undefined
  const form = await request.formData()
  const plain = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value.replaceAll('\0', '')]] : [],
  )
  const values = Object.fromEntries(plain)
  for (const name of LISTED) values[name] = plain.flatMap(([key, value]) => (key === name ? [value] : [])).join('\n')
  return values
}

/** What a form is filled with before anybody has typed. */
export function valuesOf(input: Partial<ConsultationInput>): FormValues {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('\n') : value === true ? '1' : value === false ? '' : String(value ?? ''),
    ]),
  )
}

export function linesOf(values: FormValues, name: (typeof LISTED)[number]): string[] {
  return (values[name] ?? '').split('\n').filter(Boolean)
}

export async function choicesOf(scope: Scope) {
  const units = await listUnitsToAsk(scope)
  return { units, ...(await listChoicesOf(scope, units)) }
}

export function labelsOf({ consultationStaff }: Words): Record<string, string> {
  const { title, summary, about, policyId, units, groups, statements, otherNeeds, needNoneReason, ...rest } =
    consultationStaff.form
  const { needFrom, needUntil, draftFrom, draftUntil, answerBy } = rest
  return {
    title,
    summary,
    about,
    policyId,
    units,
    groups,
    statements,
    otherNeeds,
    needNoneReason,
    needFrom,
    needUntil,
    draftFrom,
    draftUntil,
    answerBy,
    ...consultationStaff.labels,
  }
}
