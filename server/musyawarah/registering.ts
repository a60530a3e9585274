/** Anybody registers for a meeting whose rules open that. They come as observers, so that no hall can be packed by it. */
import { insertInvitees, lastInviteePosition } from '#db/musyawarah/plans.ts'
import { lockMeeting } from '#db/musyawarah/meetings.ts'
import { networkOf } from '../client-address.ts'
import { dayIn } from '../directory/rules/days.ts'
import { listGroups } from '../directory/stakeholder-groups.ts'
import { readInput, type Outcome } from '../forms.ts'
import { countAttempt, limitOf } from '../identity/attempts.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { newInvitationCode } from './codes.ts'
import { UNANSWERED } from './invitees.ts'
import { registrationSchema, type RegistrationInput } from './invite-schema.ts'
import { getMeeting, getMeetingRow } from './meetings.ts'
import { takesRegistration } from './rules/registration.ts'
import type { RulesOfOrder } from './rules/order.ts'
import { MOST_INVITEES } from './schema.ts'

/** From one network within an hour, before waiting begins: a village may share one. */
const FREE_REGISTRATIONS = 40

/**
 * Issues: see `registrationSchema`; group: unknown; form: not-open, later, full. Whether somebody is on the list already isn't
 * told: names on it are for officers alone. @returns the code of their invitation @throws Refused not-found
 */
export async function registerForMeeting(
  scope: Scope,
  slug: string,
  { address, ...input }: RegistrationInput & { address: string },
): Promise<Outcome<{ code: string }>> {
  const reading = readInput(registrationSchema, input)
  const meeting = await getMeeting(scope, slug)
  if (!reading.ok) return reading
  const { name, office, group, email } = reading.value
  const wrong = (field: string, issue: string) => {
    return { ok: false as const, issues: { [field]: issue }, values: reading.values }
  }
  if (!takesRegistration(meeting, scope.now)) return wrong('form', 'not-open')
  const verdict = await countAttempt(scope, [limitOf('registration', [networkOf(address)], FREE_REGISTRATIONS)])
  if (!verdict.allowed) return wrong('form', 'later')
  return transaction(scope, async (inner) => {
    await lockMeeting(inner.db, meeting.id)
    const row = await getMeetingRow(inner, slug)
    const groups = await listGroups(inner.db, row.regionCode, dayIn(inner.now, row.timezone))
    if (group !== null && !groups.some(({ id }) => id === group)) return wrong('group', 'unknown')
    const position = (await lastInviteePosition(inner.db, row.id)) + 1
    if (position > MOST_INVITEES) return wrong('form', 'full')
    const code = newInvitationCode()
    const at = inner.now.toISOString()
    const coming = { ...UNANSWERED, reply: 'coming' as const, repliedAt: at, registeredAt: at }
    const person = { name, office, groupId: group, email, sex: null, standing: standingOf(meeting.rules) }
    await insertInvitees(inner.db, [{ ...coming, ...person, id: newId(), meetingId: row.id, position, code }])
    return { ok: true as const, code }
  })
}

function standingOf({ entitled }: RulesOfOrder): 'observer' | 'companion' {
  return entitled.includes('observer') ? 'companion' : 'observer'
}
