/** Takes what a page of one thing was sent: a correction, or its closing or opening again. */
import { changeInstitution, changeRegion, changeService, changeUnit } from '#server/directory/changes.ts'
import { setClosed, type Closable } from '#server/directory/closing.ts'
import type { Kept } from '#server/directory/keeping.ts'
import type { Scope } from '#server/scope.ts'

export type Keepable = Closable | { what: 'region'; slug: string }
export type KeepAct = 'change' | 'close' | 'reopen'

/** @throws Refused as the use cases do */
export function keep(scope: Scope, thing: Keepable, typed: Record<string, string>): Promise<Kept<object>> {
  const act = actOf(typed)
  if (act !== 'change' && thing.what !== 'region') {
    const { note = '', version = '' } = typed
    return setClosed(scope, thing, { closed: act === 'close', note, version })
  }
  const input = { ...typed, paid: typed.paid ?? '', sample: typed.sample ?? '' } as never
  if (thing.what === 'region') return changeRegion(scope, thing.slug, input)
  if (thing.what === 'institution') return changeInstitution(scope, thing.slug, input)
  if (thing.what === 'unit') return changeUnit(scope, thing.slug, input)
  return changeService(scope, [thing.unit, thing.slug], input)
}

export function actOf({ act }: Record<string, string>): KeepAct {
  return act === 'close' || act === 'reopen' ? act : 'change'
}
