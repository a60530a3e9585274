/** /api/v1/musyawarah for those who invite: the list by name, and what goes out to those on it. */
import { Hono, type Context } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { answerOutcome } from '../problem.ts'
import { balanceOf } from './balance.ts'
import { addInvitees, groupsToInvite, listInviteesFor, removeInvitee } from './invitees.ts'
import { invitationsFile, mailInvitations, markSent, type AskedPaper } from './letters.ts'
import { packetFile } from './packet.ts'
import { addedShape, inviteesBody, inviteesShape, mailedShape, sentBody, showInvitees } from './plan-shapes.ts'
import { asked, sent } from './route-steps.ts'

const PDF = { gives: z.string(), mediaType: 'application/pdf', problems: ['unavailable' as const] }
const PRIVATE = { 'content-type': 'application/pdf', 'cache-control': 'no-store' }

export const inviteToMeetings = new Hono<ApiEnv>()
  .get(
    '/:slug/invitees',
    ...asked({
      summary: 'Those who are invited, by name',
      description:
        'For its officers alone; with how each was told, what they replied, and whether the list is balanced.',
      says: 'The list.',
      gives: inviteesShape,
    }),
    async (c) => {
      const [scope, slug] = [c.get('scope'), c.req.param('slug')]
      const invitees = await listInviteesFor(scope, slug)
      const shown = showInvitees(invitees, await balanceOf(scope, slug), await groupsToInvite(scope, slug))
      return c.json(shown, 200, { 'cache-control': 'no-store' })
    },
  )
  .post(
    '/:slug/invitees',
    ...sent({
      summary: 'Invite people',
      description: 'Names that are on the list already are passed over. Once the meeting was opened: 409.',
      status: 201,
      says: 'How many were added, and how many were on the list already.',
      gives: addedShape,
      takes: {
        schema: inviteesBody,
        example: { list: 'Siti Aminah; Ketua RT 02; siti@contoh.id; P', group: 'residents', standing: 'participant' },
      },
    }),
    async (c) => {
      const outcome = await addInvitees(c.get('scope'), c.req.param('slug'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ added, known }) => ({ added, known }), 201)
    },
  )
  .delete(
    '/:slug/invitees/:id',
    ...asked({
      summary: 'Take somebody off the list',
      status: 204,
      says: 'Taken off.',
      params: { id: 'The invitee’s `id`.' },
    }),
    async (c) => {
      await removeInvitee(c.get('scope'), c.req.param('slug'), c.req.param('id'))
      return c.body(null, 204)
    },
  )
  .post(
    '/:slug/invitees/mail',
    ...asked({
      summary: 'Mail the invitations',
      description: 'To everyone who has an address and was sent none for this day and time.',
      says: 'How many go out.',
      gives: mailedShape,
    }),
    async (c) => {
      const mailed = await mailInvitations(c.get('scope'), c.req.param('slug'), 'id')
      return c.json({ mailed }, 200, { 'cache-control': 'no-store' })
    },
  )
  .post(
    '/:slug/invitees/sent',
    ...sent({
      summary: 'Note that invitations went out by hand',
      status: 204,
      says: 'Noted.',
      takes: { schema: sentBody, example: { via: 'paper' } },
    }),
    async (c) => {
      await markSent(c.get('scope'), c.req.param('slug'), c.get('body') as z.output<typeof sentBody>)
      return c.body(null, 204)
    },
  )
  .get(
    '/:slug/invitations.pdf',
    ...asked({
      summary: 'All invitations as a PDF',
      description: 'A letter on each page.',
      says: 'A tagged PDF.',
      ...PDF,
    }),
    async (c) => c.body(new Uint8Array(await invitationsFile(c.get('scope'), paperOf(c))), 200, PRIVATE),
  )
  .get(
    '/:slug/packet.pdf',
    ...asked({
      summary: 'All that a meeting needs on paper',
      description: 'Invitations, attendance list, proposal sheets, minutes, tally and a blank record.',
      says: 'A tagged PDF.',
      ...PDF,
    }),
    async (c) => c.body(new Uint8Array(await packetFile(c.get('scope'), paperOf(c))), 200, PRIVATE),
  )

/** A letter is read by people here: in Indonesian. */
function paperOf(c: Context<ApiEnv>): AskedPaper {
  return { slug: c.req.param('slug') ?? '', locale: 'id', publicUrl: c.get('publicUrl') }
}
