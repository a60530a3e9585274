/** Reads a submitted form against a schema; on failure says which field and why, and keeps every value that was typed. */
import type { z } from 'zod'
import { plainTexts } from './plain-text.ts'

/** Field name → code of what is wrong with it, a key of the module's words (`issues`). */
export type Issues = Record<string, string>

export type FormReading<T> =
  { ok: true; value: T; values: Record<string, string> } | { ok: false; issues: Issues; values: Record<string, string> }

/** The schema's messages are issue codes. Fields that repeat keep their last value; files are not read here. */
export function readForm<T>(schema: z.ZodType<T>, form: FormData | URLSearchParams): FormReading<T> {
  const values: Record<string, string> = {}
  for (const [name, value] of form.entries()) if (typeof value === 'string') values[name] = value
  return readInput(schema, values)
}

/** What a use case answers to input that may be wrong: what it made, or what is wrong with which field. */
export type Outcome<T> = ({ ok: true } & T) | { ok: false; issues: Issues; values: Record<string, string> }

/** The same for input that is no form, as a use case gets it. Lists come back one item a line. */
export function readInput<T>(schema: z.ZodType<T>, input: object): FormReading<T> {
  const plain = plainTexts(input) as object
  const reading = schema.safeParse(plain)
  const values = textOf(plain)
  if (reading.success) return { ok: true, value: reading.data, values }
  return { ok: false, issues: issuesOf(reading.error), values }
}

function textOf(input: object): Record<string, string> {
  const shown = Object.entries(input).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(
    shown.map(([name, value]) => [name, Array.isArray(value) ? value.join('\n') : String(value)]),
  )
}

/** The first issue of each field; an issue of the whole form is filed under "form". */
export function issuesOf(error: z.ZodError): Issues {
  const issues: Issues = {}
  for (const issue of error.issues) issues[issue.path.join('.') || 'form'] ??= issue.message
  return issues
}

const MOST_ISSUES = 50
const LONGEST_FIELD = 100

/** What is wrong with a body of JSON, by field ("answers.cost"); unknown fields are named too, as far as one would read on. */
export function bodyIssues(error: z.ZodError): Issues {
  const issues: Issues = {}
  for (const issue of error.issues) {
    const fields = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    const message = issue.code === 'unrecognized_keys' ? 'unknown-field' : issue.message
    for (const field of fields.slice(0, MOST_ISSUES))
      issues[field.join('.').slice(0, LONGEST_FIELD) || 'form'] ??= message
  }
  return issues
}
