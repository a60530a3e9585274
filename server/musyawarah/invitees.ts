/** Whom a meeting invites: kept by its officers until it is opened. Names are for the office and its auditor alone. */
import * as plans from '#db/musyawarah/plans.ts'
import type { InviteeRow } from '#db/musyawarah/tables.ts'
import { dayIn } from '../directory/rules/days.ts'
import { listGroups, type StakeholderGroup } from '../directory/stakeholder-groups.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { publicText } from '../plain-text.ts'
import { transaction, type Scope } from '../scope.ts'
import { newInvitationCode } from './codes.ts'
import { isAddress } from './invite-schema.ts'
import { getMeetingFor, getMeetingRow, holdMeetingFor } from './meetings.ts'
import { inviteesSchema, MOST_INVITEES, type InviteesInput } from './schema.ts'

export type { InviteeRow }

const LONGEST_NAME = 120

/** @throws Refused not-found, forbidden */
export async function listInviteesFor(scope: Scope, slug: string): Promise<InviteeRow[]> {
  const { id } = await getMeetingFor(scope, slug, 'meeting.keep')
  return plans.listInvitees(scope.db, id)
}

/** Groups that the meeting's region offers. @throws Refused not-found */
export async function groupsToInvite(scope: Scope, slug: string): Promise<StakeholderGroup[]> {
  const { regionCode, timezone } = await getMeetingRow(scope, slug)
  return listGroups(scope.db, regionCode, dayIn(scope.now, timezone))
}

/**
 * Adds a list: on each line a name, and after semicolons the office or organisation, a mail address, and L or P. Names that
 * are on the list already are passed over. Issues: list: required, too-long, too-many, name-too-long; group: unknown.
 */
export async function addInvitees(
  scope: Scope,
  slug: string,
  input: InviteesInput,
): Promise<Outcome<{ added: number; known: number }>> {
  const reading = readInput(inviteesSchema, input)
  await getMeetingFor(scope, slug, 'meeting.keep')
  if (!reading.ok) return reading
  const { list, group, standing } = reading.value
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.keep')
    if (row.openedAt || row.cancelledAt) throw new Refused('conflict', 'meeting-opened')
    const wrong = (field: string, issue: string) => {
      return { ok: false as const, issues: { [field]: issue }, values: reading.values }
    }
    const groups = await listGroups(inner.db, row.regionCode, dayIn(inner.now, row.timezone))
    if (group !== null && !groups.some(({ id }) => id === group)) return wrong('group', 'unknown')
    const named = list.split('\n').flatMap(readLine)
    if (named.some(({ name, office }) => name.length > LONGEST_NAME || (office?.length ?? 0) > LONGEST_NAME)) {
      return wrong('list', 'name-too-long')
    }
    const present = await plans.listInvitees(inner.db, row.id)
    const known = new Set(present.map(keyOf))
    const fresh = named.filter((one) => !known.has(keyOf(one)) && known.add(keyOf(one)))
    if (present.length + fresh.length > MOST_INVITEES) return wrong('list', 'too-many')
    const last = await plans.lastInviteePosition(inner.db, row.id)
    await plans.insertInvitees(
      inner.db,
      fresh.map((one, index) => ({
        ...UNANSWERED,
        ...one,
        id: newId(),
        meetingId: row.id,
        position: last + index + 1,
        groupId: group,
        standing,
        code: newInvitationCode(),
      })),
    )
    return { ok: true as const, added: fresh.length, known: named.length - fresh.length }
  })
}

/** Takes somebody off the list. @throws Refused not-found; conflict once the meeting was opened */
export async function removeInvitee(scope: Scope, slug: string, id: string): Promise<void> {
  await transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.keep')
    if (row.openedAt) throw new Refused('conflict', 'meeting-opened')
    const isThere = await plans.withdrawInvitee(inner.db, row.id, id, inner.now.toISOString())
    if (!isThere) throw new Refused('not-found')
  })
}

/** How an invitation begins. */
export const UNANSWERED = {
  accessNeeds: null,
  reply: null,
  repliedAt: null,
  companions: null,
  sentAt: null,
  sentVia: null,
  registeredAt: null,
  withdrawnAt: null,
}

/** The same person, however it is spelled. */
export function keyOf({ name, office }: { name: string; office: string | null }): string {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return `${plain(name)}|${plain(office ?? '')}`
}

type Named = Pick<InviteeRow, 'name' | 'office' | 'sex' | 'email'>

function readLine(line: string): Named[] {
  const [name = '', ...rest] = line.split(/[;\t]/).map((part) => publicText(part))
  const letter = rest.at(-1)?.toUpperCase() ?? ''
  const sex = letter === 'P' ? 'f' : letter === 'L' ? 'm' : null
  const offices = sex === null ? rest : rest.slice(0, -1)
  const email = offices.find(isAddress) ?? null
  const office = offices.filter((part) => part && part !== email).join(', ') || null
  return name === '' ? [] : [{ name, office, sex, email }]
}
