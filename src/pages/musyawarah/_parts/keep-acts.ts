/** Takes the step that a posted form on a meeting's own page asks for. */
import type { Issues } from '#server/forms.ts'
import { announceMeeting, cancelMeeting, moveMeeting } from '#server/musyawarah/announcing.ts'
import { changeMeeting } from '#server/musyawarah/meetings.ts'
import type { Scope } from '#server/scope.ts'

export const KEEP_STEPS = ['change', 'announce', 'move', 'cancel'] as const
export type KeepStep = (typeof KEEP_STEPS)[number]

/** @throws Refused as the use cases do */
export async function takeKeepStep(
  scope: Scope,
  slug: string,
  step: KeepStep,
  values: Record<string, string>,
): Promise<{ ok: true } | { ok: false; issues: Issues }> {
  switch (step) {
    case 'change':
      return changeMeeting(scope, slug, values as never)
    case 'announce':
      return values.sure === '1' ? announceMeeting(scope, slug) : { ok: false, issues: { sure: 'confirm' } }
    case 'move':
      return moveMeeting(scope, slug, values as never)
    case 'cancel':
      return cancelMeeting(scope, slug, values as never)
  }
}
