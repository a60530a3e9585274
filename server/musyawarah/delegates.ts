/** Delegates (utusan) whom a meeting sends on: written down until the draft minutes go out, then part of the record. */
import * as rows from '#db/musyawarah/records.ts'
import type { DelegateRow } from '#db/musyawarah/record-tables.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { listGroups } from '../directory/stakeholder-groups.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { getMeetingFor, holdMeetingFor } from './meetings.ts'
import { delegateSchema, type DelegateInput } from './record-schema.ts'

const MOST_DELEGATES = 100

/** Issues: see `delegateSchema`; group: unknown; form: too-many. @throws Refused not-found, forbidden, conflict */
export async function addDelegate(
  scope: Scope,
  slug: string,
  input: DelegateInput,
): Promise<Outcome<{ number: number }>> {
  const reading = readInput(delegateSchema, input)
  await getMeetingFor(scope, slug, 'meeting.minute')
  if (!reading.ok) return reading
  const { name, office, group: groupId, sex, named } = reading.value
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    refuseUnlessWriting(row)
    const wrong = (field: string, issue: string) => {
      return { ok: false as const, issues: { [field]: issue }, values: reading.values }
    }
    const known = await rows.listDelegates(inner.db, row.id)
    if (known.length >= MOST_DELEGATES) return wrong('form', 'too-many')
    const groups = await listGroups(inner.db, row.regionCode, dayIn(inner.now, row.timezone))
    if (groupId !== null && !groups.some(({ id }) => id === groupId)) return wrong('group', 'unknown')
    const number = (known.at(-1)?.number ?? 0) + 1
    const at = inner.now.toISOString()
    const isNamed = named ? (1 as const) : (0 as const)
    await rows.insertDelegate(inner.db, {
      id: newId(),
      meetingId: row.id,
      number,
      name,
      office,
      groupId,
      sex,
      named: isNamed,
      at,
    })
    return { ok: true as const, number }
  })
}

/** Takes one back who was written down in error. @throws Refused not-found, forbidden, conflict */
export async function removeDelegate(scope: Scope, slug: string, id: string): Promise<void> {
  await transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    refuseUnlessWriting(row)
    if (!(await rows.deleteDelegate(inner.db, row.id, id))) throw new Refused('not-found')
  })
}

/** @throws Refused not-found, forbidden */
export async function listDelegatesFor(scope: Scope, slug: string): Promise<DelegateRow[]> {
  const { id } = await getMeetingFor(scope, slug, 'meeting.minute')
  return rows.listDelegates(scope.db, id)
}

/** Opened, and its draft minutes not out. @throws Refused conflict */
function refuseUnlessWriting(row: PlacedMeeting): void {
  if (!row.openedAt) throw new Refused('conflict', 'meeting-not-open')
  if (row.minutesSentAt) throw new Refused('conflict', 'meeting-minutes-sent')
}
