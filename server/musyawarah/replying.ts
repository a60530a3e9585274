/** A guest answers an invitation by its code alone, and may change the answer until the meeting is opened. */
import { findInvitation, setReply } from '#db/musyawarah/invitations.ts'
import type { InviteeRow } from '#db/musyawarah/tables.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import { parseInvitationCode } from './codes.ts'
import { replySchema, type ReplyInput } from './invite-schema.ts'
import { getMeeting } from './meetings.ts'
import type { MeetingView } from './views.ts'

export interface Invitation extends Pick<
  InviteeRow,
  'code' | 'name' | 'office' | 'standing' | 'reply' | 'companions' | 'accessNeeds'
> {
  meeting: MeetingView
  /** Whether an answer can still be given or changed. */
  isOpen: boolean
}

/** Undefined for what is no code of a meeting that was announced. */
export async function getInvitation(scope: Scope, typed: string): Promise<Invitation | undefined> {
  const found = await invitationOf(scope, typed)
  if (!found) return undefined
  const { code, name, office, standing, reply, companions, accessNeeds } = found
  const meeting = await getMeeting(scope, found.slug)
  const isOpen = isAhead(meeting)
  return { code, name, office, standing, reply, companions, accessNeeds, meeting, isOpen }
}

/** Whoever doesn't come brings nobody. Issues: see `replySchema`; form: too-late. @throws Refused not-found */
export async function replyToInvitation(scope: Scope, typed: string, input: ReplyInput): Promise<Outcome<object>> {
  const reading = readInput(replySchema, input)
  if (!reading.ok) {
    if (!(await invitationOf(scope, typed))) throw new Refused('not-found')
    return reading
  }
  const { reply, companions, accessNeeds } = reading.value
  return transaction(scope, async (inner) => {
    const found = await invitationOf(inner, typed)
    if (!found) throw new Refused('not-found')
    if (!isAhead(await getMeeting(inner, found.slug))) {
      return { ok: false as const, issues: { form: 'too-late' }, values: reading.values }
    }
    const repliedAt = inner.now.toISOString()
    const isComing = reply === 'coming'
    await setReply(inner.db, found.id, {
      reply,
      repliedAt,
      companions: isComing ? companions : null,
      accessNeeds: isComing ? accessNeeds : null,
    })
    return { ok: true as const }
  })
}

async function invitationOf({ db }: Pick<Scope, 'db'>, typed: string) {
  const code = parseInvitationCode(typed.slice(0, 40))
  return code && findInvitation(db, { code })
}

function isAhead({ state }: Pick<MeetingView, 'state'>): boolean {
  return state === 'planned' || state === 'postponed'
}
