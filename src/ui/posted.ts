/** What a page needs of a form that was posted to it. */
import type { Issues } from '#server/forms.ts'

/**
 * The typed fields; undefined when the page was only asked for. Files are left out, of doubled fields the last one stays. A NUL,
 * which nobody types and PostgreSQL takes in no text, is left out too.
 */
export async function postedValues(request: Request): Promise<Record<string, string> | undefined> {
  if (request.method !== 'POST') return undefined
  const fields = [...(await request.formData())]
  return Object.fromEntries(
    fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.replaceAll('\0', '')]] : [])),
  )
}

/** The sentence of each field's issue, by field name. */
export function issueTexts(issues: Issues, texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(issues).map(([field, code]) => [field, texts[code] ?? texts.wrong ?? code]))
}

/** For the error summary, in the order of the labels: "Surel: belum diisi." An issue of the whole form has no label. */
export function issueList(
  issues: Record<string, string>,
  labels: Record<string, string>,
): { field: string; text: string }[] {
  const known = Object.keys(labels).filter((field) => issues[field])
  const others = Object.keys(issues).filter((field) => !(field in labels))
  return [
    ...others.map((field) => ({ field: Object.keys(labels)[0] ?? field, text: issues[field] ?? '' })),
    ...known.map((field) => ({ field, text: named(labels[field] ?? '', issues[field] ?? '') })),
  ]
}

/** A label that ends as a sentence does needs no colon. */
function named(label: string, issue: string): string {
  return /[.?!]$/.test(label) ? `${label} ${issue.charAt(0).toUpperCase()}${issue.slice(1)}` : `${label}: ${issue}`
}

/** For a Field: its name, with what it holds and what is wrong with it. */
export function fieldsOf(values: Record<string, string | number | null | undefined>, issues: Record<string, string>) {
  return (name: string) => ({ name, value: values[name], error: issues[name] })
}
