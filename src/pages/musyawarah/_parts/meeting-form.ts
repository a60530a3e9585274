/** Labels of the form that plans a meeting, in their order. */
import type { Words } from '#server/words/words.ts'

const FIELDS = [
  ...(['place', 'kind', 'title', 'basis', 'agenda', 'aboutTitle', 'aboutPath', 'day', 'time', 'venue'] as const),
  ...(['directions', 'link', 'convener', 'chair', 'minuteTaker', 'resourcePersons', 'rules'] as const),
  ...(['letterNumber', 'letterNature', 'letterAnnex', 'letterCopies'] as const),
]

export function labelsOf({ musyawarahStaff: { form, labels } }: Words): Record<string, string> {
  return { ...Object.fromEntries(FIELDS.map((name) => [name, form[name]])), ...labels }
}
