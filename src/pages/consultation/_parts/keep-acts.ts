/** Takes the step that a posted form on a consultation's own page asks for. */
import { announce, changeDates, changeWording } from '#server/consultation/announcing.ts'
import { addAttachment, removeAttachment } from '#server/consultation/attachments.ts'
import { changeConsultation } from '#server/consultation/consultations.ts'
import type { Issues } from '#server/forms.ts'
import type { Scope } from '#server/scope.ts'

export const KEEP_STEPS = ['change', 'announce', 'dates', 'wording', 'add-file', 'remove-file'] as const
export type KeepStep = (typeof KEEP_STEPS)[number]

type Taken = { ok: true } | { ok: false; issues: Issues }

/** @throws Refused as the use cases do */
export async function takeKeepStep(
  scope: Scope,
  slug: string,
  step: KeepStep,
  { values, file }: { values: Record<string, string>; file: File | undefined },
): Promise<Taken> {
  switch (step) {
    case 'change':
      return changeConsultation(scope, slug, values as never)
    case 'announce':
      return values.sure === '1' ? announce(scope, slug) : { ok: false, issues: { sure: 'confirm' } }
    case 'dates':
      return changeDates(scope, slug, values as never)
    case 'wording':
      return changeWording(scope, slug, values as never)
    case 'add-file':
      if (!file) return { ok: false, issues: { file: 'file-missing' } }
      return addAttachment(scope, slug, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    case 'remove-file':
      await removeAttachment(scope, slug, values.id ?? '')
      return { ok: true }
  }
}
