/** A clinic's counter, an officer who keeps its commitments, and a commitment. */
import type { OpenDatabase } from '#db/database.ts'
import { addCommitment, type CommitmentView } from '#server/commitment/commitments.ts'
import type { CommitmentInput } from '#server/commitment/schema.ts'
import { granted } from '#server/demo/fill-places.ts'
import { scopeOf, type Scope } from '#server/scope.ts'
import { actorWith } from '../directory/actors.ts'

/** Nine in the morning in Jakarta. */
export const NOW = new Date('2026-11-22T02:00:00Z')
export const CODE = '15.08'
export const REASON = 'Alasan yang cukup panjang.'

export function officerAt(database: OpenDatabase, now = NOW): Scope {
  return scopeOf(database, { actor: actorWith('officer', 'region', CODE), now })
}

export function promiseOf(input: Partial<CommitmentInput> = {}): CommitmentInput {
  return {
    place: `region:${CODE}`,
    what: 'Memasang nomor antrean di loket',
    why: 'Warga menunggu tanpa tahu gilirannya.',
    owner: 'Dinas Kesehatan',
    dueOn: '2026-12-31',
    sourceTitle: 'Hasil survei Semester I 2026',
    sourcePath: '/survei',
    ...input,
  }
}

export async function promise(scope: Scope, input: Partial<CommitmentInput> = {}): Promise<CommitmentView> {
  return granted(await addCommitment(scope, promiseOf(input))).commitment
}
