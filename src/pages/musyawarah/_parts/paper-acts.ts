/** Takes the step that a posted form on a meeting of paper asks for. */
import type { GivenFile } from '#server/files.ts'
import type { Issues } from '#server/forms.ts'
import { addScan, beginPaperMeeting, finishPaperMeeting } from '#server/musyawarah/paper-meetings.ts'
import type { Scope } from '#server/scope.ts'

export const PAPER_STEPS = ['begin', 'scan', 'finish'] as const
export type PaperStep = (typeof PAPER_STEPS)[number]

/** @throws Refused as the use cases do */
export async function takePaperStep(
  scope: Scope,
  slug: string,
  step: PaperStep,
  { values, file }: { values: Record<string, string>; file: GivenFile | undefined },
): Promise<{ ok: true } | { ok: false; issues: Issues }> {
  if (step === 'begin') return beginPaperMeeting(scope, slug, values as never, file)
  if (step === 'scan') return addScan(scope, slug, file)
  return finishPaperMeeting(scope, slug, values as never)
}
