/** A posted input: read, held against what others wrote, handed in, and told apart by what the page must show. */
import { inputFormSchema, type InputBody } from '#server/consultation/input-schema.ts'
import { submitInput, type Way } from '#server/consultation/inputs.ts'
import { placeOfInputs, type InputView } from '#server/consultation/input-lists.ts'
import { findSimilar } from '#server/consultation/similar-inputs.ts'
import { FILE_TOO_LARGE } from '#server/door/without-file.ts'
import type { GivenFile } from '#server/files.ts'
import { fileIssue } from '#server/files.ts'
import { KEY_PLACEHOLDER, secondsShown, TIME_PLACEHOLDER } from '#server/form-seal.ts'
import { readForm, type Issues } from '#server/forms.ts'
import { arrivalSuspicions } from '#server/moderation/rules/suspicion.ts'
import type { Locale } from '#server/paths.ts'
import { portal } from '#server/portal.ts'
import type { Scope } from '#server/scope.ts'

export interface ReturnedInput {
  kind: 'returned'
  /** Why it was not stored; null when the form is shown for the first time. */
  why: 'invalid' | 'similar' | 'changed' | 'vanished' | 'other-body' | 'bad-key' | 'late' | 'signed-out' | null
  values: Record<string, string>
  issues: Issues
  formKey: string
  /** When the first copy of the form was shown. */
  shown: string
  /** Whether a file came with it, which no browser sends back. */
  hadFile: boolean
  similar: InputView[]
  /** Of the input that came first, where a second one met the same key. */
  receipt?: string
}

export const FIRST_SHOWN: ReturnedInput = {
  kind: 'returned',
  why: null,
  values: {},
  issues: {},
  similar: [],
  hadFile: false,
  formKey: KEY_PLACEHOLDER,
  shown: TIME_PLACEHOLDER,
}

/** @param block id of the passage, null for the whole */
export async function receiveInput(
  scope: Scope,
  { slug, block, form, locale }: { slug: string; block: string | null; form: FormData; locale: Locale },
): Promise<{ kind: 'received'; receipt: string } | ReturnedInput> {
  if (block) form.set('block', block)
  const reading = readForm(inputFormSchema, form)
  const file = await fileOf(form)
  const { key = '', shown = '', website = '', similar: seen, account, [FILE_TOO_LARGE]: _, ...values } = reading.values
  const back = (why: ReturnedInput['why'], more: Partial<ReturnedInput> = {}): ReturnedInput => ({
    kind: 'returned',
    why,
    values,
    issues: {},
    formKey: key,
    shown,
    hadFile: file !== null || tooLarge,
    similar: [],
    ...more,
  })
  const tooLarge = form.has(FILE_TOO_LARGE)
  const wrongFile = tooLarge ? 'file-too-big' : file && fileIssue(file)
  const issues = { ...(reading.ok ? {} : reading.issues), ...(wrongFile ? { file: wrongFile } : {}) }
  if (!reading.ok || wrongFile) return back('invalid', { issues })
  // The form said whose it would be, and no longer is.
  if (account && !scope.resident) return back('signed-out')
  const alike = seen || file ? [] : await alikeTo(scope, slug, reading.value)
  if (alike.length > 0) return back('similar', { similar: alike })
  const shownMs = secondsShown((await portal()).secret, shown, new Date()) * 1000
  const suspicion = arrivalSuspicions({ honeypot: website, shownMs })
  const whose =
    account && scope.resident ? { via: 'account' as const, resident: scope.resident } : { via: 'web' as const }
  const way: Way = { ...whose, suspicion, locale }
  const outcome = await submitInput(scope, slug, reading.value, key, { file, way })
  if (outcome.kind === 'received') return outcome
  if (outcome.kind === 'invalid') return back('invalid', { issues: outcome.issues })
  if (outcome.kind === 'moved') return back(outcome.reason)
  // Under a fresh key the next try is an input of its own: perhaps someone else's, on the same device.
  const anew = { formKey: KEY_PLACEHOLDER }
  if (outcome.reason === 'other-body') return back('other-body', { ...anew, receipt: outcome.receipt })
  return back(outcome.reason === 'bad-key' ? 'bad-key' : 'late', anew)
}

/** Only while inputs are taken: a late one is told that it is late, nothing else. */
async function alikeTo(scope: Scope, slug: string, { text, block, supports }: InputBody): Promise<InputView[]> {
  if (supports || !text) return []
  const { consultation, phase } = await placeOfInputs(scope, slug)
  if (phase !== 'need' && phase !== 'draft') return []
  return findSimilar(scope, consultation, { text, block })
}

/** A field for files that was left empty sends one without name and bytes. */
async function fileOf(form: FormData): Promise<GivenFile | null> {
  const file = form.get('file')
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return null
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
