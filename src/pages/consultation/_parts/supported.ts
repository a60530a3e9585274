/** The input that somebody is about to support, if there is one and everyone may read it. */
import { listInputs, type InputPlace, type InputView } from '#server/consultation/input-lists.ts'
import type { Scope } from '#server/scope.ts'

export async function findSupported(
  scope: Scope,
  place: InputPlace,
  asked: string | null,
): Promise<InputView | undefined> {
  if (!asked || !/^[1-9]\d{0,8}$/.test(asked)) return undefined
  const { items } = await listInputs(scope, place, { cursor: String(Number(asked) + 1), limit: 1 })
  return items.find(({ number, state, supports }) => number === Number(asked) && state === 'shown' && supports === null)
}
