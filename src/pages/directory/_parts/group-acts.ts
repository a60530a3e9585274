/** What a posted list of stakeholder groups asks for. */
import { addGroup, changeGroup, offerGroup } from '#server/directory/group-changes.ts'
import type { Kept } from '#server/directory/keeping.ts'
import type { Scope } from '#server/scope.ts'

export async function actOnGroups(
  scope: Scope,
  regionCode: string | null,
  typed: Record<string, string>,
): Promise<Kept<object>> {
  const { act, id = '', nameId = '', nameEn = '', position, version } = typed
  if (act === 'offer' || act === 'retire') {
    await offerGroup(scope, regionCode, id, act === 'offer')
    return { ok: true }
  }
  if (act === 'change') return changeGroup(scope, id, { nameId, nameEn, position, version: Number(version) })
  return addGroup(scope, regionCode, { nameId, nameEn, position })
}
