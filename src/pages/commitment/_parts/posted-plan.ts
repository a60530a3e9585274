/** The form of a follow-up plan: a row for each element, of which those with an activity are handed over. */
import type { PlanInput } from '#server/commitment/schema.ts'
import type { Issues } from '#server/forms.ts'
import type { ElementKey } from '#server/survey/rules/elements.ts'

export const PLAN_FIELDS = ['what', 'quarter', 'owner', 'steps', 'cost', 'budget'] as const

export function planOf(posted: Record<string, string>, elements: readonly ElementKey[]): PlanInput {
  const rows = elements
    .filter((element) => (posted[`${element}.what`] ?? '').trim() !== '')
    .map((element) => ({
      element,
      ...Object.fromEntries(PLAN_FIELDS.map((field) => [field, posted[`${element}.${field}`] ?? ''])),
    }))
  return { rows } as PlanInput
}

/** Issues of rows as those of the form's fields: `rows.0.what` → `cost.what`. What is wrong with all stands at the first. */
export function fieldIssues(issues: Issues, { rows }: PlanInput, [first]: readonly ElementKey[]): Issues {
  return Object.fromEntries(
    Object.entries(issues).map(([name, issue]) => {
      const [, index, field] = /^rows\.(\d+)\.(\w+)$/.exec(name) ?? []
      const element = rows[Number(index)]?.element
      return [element && field ? `${element}.${field}` : `${first}.what`, issue]
    }),
  )
}
