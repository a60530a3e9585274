/** Takes the step that a posted form at the signing asks for. */
import type { GivenFile } from '#server/files.ts'
import type { Issues } from '#server/forms.ts'
import { noteDissent, settleCorrection } from '#server/musyawarah/corrections.ts'
import { signRecord } from '#server/musyawarah/signing.ts'
import type { Scope } from '#server/scope.ts'

export const SIGN_STEPS = ['settle', 'dissent', 'sign'] as const
export type SignStep = (typeof SIGN_STEPS)[number]

/** @param signers how many sign. @throws Refused as the use cases do */
export async function takeSignStep(
  scope: Scope,
  slug: string,
  step: SignStep,
  { values, file, signers }: { values: Record<string, string>; file: GivenFile | undefined; signers: number },
): Promise<{ ok: true } | { ok: false; issues: Issues }> {
  if (step === 'settle') return settleCorrection(scope, slug, values.correction ?? '', values as never)
  if (step === 'dissent') return noteDissent(scope, slug, values as never)
  const names = Array.from({ length: signers }, (_, i) => values[`signer${i}`] ?? '')
  return signRecord(scope, slug, { number: values.number ?? '', signedOn: values.signedOn ?? '', names }, file)
}
