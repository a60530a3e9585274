/** Takes the step that a posted form on a locked record asks for. */
import type { GivenFile } from '#server/files.ts'
import type { Issues } from '#server/forms.ts'
import { addAddendum } from '#server/musyawarah/addenda.ts'
import { coverInRecord } from '#server/musyawarah/covering.ts'
import type { Scope } from '#server/scope.ts'

export const ADDENDUM_STEPS = ['add', 'cover'] as const
export type AddendumStep = (typeof ADDENDUM_STEPS)[number]

/** @param signers how many sign. @throws Refused as the use cases do */
export async function takeAddendumStep(
  scope: Scope,
  slug: string,
  step: AddendumStep,
  { values, file, signers }: { values: Record<string, string>; file: GivenFile | undefined; signers: number },
): Promise<{ ok: true } | { ok: false; issues: Issues }> {
  if (step === 'cover') return coverInRecord(scope, slug, values as never)
  const names = Array.from({ length: signers }, (_, i) => values[`signer${i}`] ?? '')
  return addAddendum(scope, slug, { ...values, names } as never, file)
}
