/** Takes the step that a posted form of the minutes asks for. */
import type { GivenFile } from '#server/files.ts'
import type { Outcome } from '#server/forms.ts'
import { addPhoto, removePhoto } from '#server/musyawarah/hall-files.ts'
import { removePoint, writePoint, type WrittenPoint } from '#server/musyawarah/minutes.ts'
import { keyOfForm } from '#server/musyawarah/once.ts'
import type { Scope } from '#server/scope.ts'

export const MINUTE_STEPS = ['write', 'remove', 'photo', 'photo-off'] as const
export type MinuteStep = (typeof MINUTE_STEPS)[number]

/** `written` where a point was. @throws Refused as the use cases do */
export async function takeMinuteStep(
  scope: Scope,
  slug: string,
  { values, file }: { values: Record<string, string>; file: GivenFile | undefined },
): Promise<Outcome<{ step: MinuteStep; written?: WrittenPoint }>> {
  const step = MINUTE_STEPS.find((name) => name === values.step) ?? 'write'
  const key = keyOfForm(values)
  if (step === 'remove') return named(step, await removePoint(scope, slug, values.point ?? '', { key }))
  if (step === 'photo-off') return named(step, await removePhoto(scope, slug, values.photo ?? '', { key }))
  if (step === 'photo') {
    const { photoItem: item, caption = '' } = values
    return named(step, await addPhoto(scope, slug, { item, caption, key }, file))
  }
  const written = await writePoint(scope, slug, { ...values, base: Number(values.base) || 0, key } as never)
  return written.ok ? { ok: true, step, written } : written
}

function named(step: MinuteStep, outcome: Outcome<object>): Outcome<{ step: MinuteStep }> {
  return outcome.ok ? { ok: true, step } : outcome
}
