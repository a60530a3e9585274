/** /api/v1/directory/groups: whom consultations ask, and for who keeps the directory up, keeping the list. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { flag } from '../form-fields.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { describe, listOf, noQuery, takesQuery } from '../openapi.ts'
import { answerOutcome } from '../problem.ts'
import { addGroup, changeGroup, offerGroup } from './group-changes.ts'
import { dayIn } from './rules/days.ts'
import { groupChangeSchema, groupSchema } from './schema.ts'
import { getGroupList, listGroups } from './stakeholder-groups.ts'

const code = z.string().regex(/^\d{2}(\.\d{2}){0,2}$/, 'code-form')
const groupShape = z
  .strictObject({
    id: z.string(),
    key: z.string().meta({ description: 'The same word in every region that has the group.' }),
    name: z.strictObject({ id: z.string(), en: z.string() }),
  })
  .meta({ id: 'StakeholderGroup' })
const keptGroupShape = groupShape
  .extend({
    position: z.int(),
    version: z.int().meta({ description: 'Send it with a change.' }),
    own: z.boolean().meta({ description: 'Whether it stands in this list, not in the portal’s that it begins with.' }),
    offeredUntil: z.iso.date().nullable().meta({ description: 'Day since which it isn’t offered; null while it is.' }),
  })
  .meta({ id: 'KeptStakeholderGroup' })
const regionQuery = z.strictObject({ region: code.optional().meta({ description: 'Kemendagri code.' }) })
const ofRegion = code.nullish().meta({ description: 'Kemendagri code; left out for the portal’s own list.' })
const newGroup = groupSchema.extend({ region: ofRegion }).strict().meta({ id: 'NewStakeholderGroup' })
const groupChange = groupChangeSchema.strict().meta({ id: 'StakeholderGroupChange' })
const offering = z
  .strictObject({ region: ofRegion, offered: flag })
  .meta({ id: 'Offering', description: 'Whether the list offers the group from today on.' })
const kept = z.strictObject({ done: z.literal(true) }).meta({ id: 'GroupKept' })

function keeps(summary: string, schema: z.ZodType, example: object, hasId: boolean) {
  const route = describe({
    tag: 'directory',
    staff: true,
    summary,
    description: 'The portal’s own list is kept by who administers the whole portal.',
    says: 'Saved.',
    gives: hasId ? kept : groupShape,
    ...(hasId ? { params: { id: 'The group’s `id`.' } } : { status: 201 }),
    takes: { schema, example },
    problems: ['bad-query', 'not-found', 'malformed-json', 'unsupported-media-type', 'too-large', 'invalid'],
  })
  return [route, needsToken, noQuery, ...takesBody(schema)] as const
}

export const stakeholderGroups = new Hono<ApiEnv>()
  .get(
    '/groups',
    describe({
      tag: 'directory',
      summary: 'Stakeholder groups',
      description: 'Whom consultations ask. Without a region, the portal’s list, with which each region’s begins.',
      says: 'The groups, in their order. All on one page: `next` is always null.',
      gives: listOf(groupShape, 'StakeholderGroups'),
      problems: ['bad-query'],
    }),
    takesQuery(regionQuery),
    async (c) => {
      const { db, now } = c.get('scope')
      const items = await listGroups(db, c.req.valid('query').region ?? '', dayIn(now, 'Asia/Jakarta'))
      c.set('keep', { tags: ['directory'], until: null })
      return c.json({ items, next: null })
    },
  )
  .get(
    '/groups/kept',
    describe({
      tag: 'directory',
      staff: true,
      summary: 'Stakeholder groups as their keeper sees them',
      description: 'Also those that are offered no more. Without a region, the portal’s list.',
      says: 'The groups, in their order. All on one page: `next` is always null.',
      gives: listOf(keptGroupShape, 'KeptStakeholderGroups'),
      problems: ['bad-query', 'not-found'],
    }),
    needsToken,
    takesQuery(regionQuery),
    async (c) => {
      const { groups } = await getGroupList(c.get('scope'), c.req.valid('query').region ?? null)
      return c.json({ items: groups, next: null })
    },
  )
  .post('/groups', ...keeps('Add a group', newGroup, { nameId: 'Petani', nameEn: 'Farmers' }, false), async (c) => {
    const { region, ...input } = c.get('body') as z.input<typeof newGroup>
    return answerOutcome(c, await addGroup(c.get('scope'), region ?? null, input), ({ group }) => group, 201)
  })
  .patch(
    '/groups/:id',
    ...keeps('Rename a group', groupChange, { nameId: 'Pers', nameEn: 'Press', version: 1 }, true),
    async (c) => {
      const outcome = await changeGroup(c.get('scope'), c.req.param('id'), c.get('body') as never)
      return answerOutcome(c, outcome, () => ({ done: true }))
    },
  )
  .post(
    '/groups/:id/offering',
    ...keeps('Offer a group, or no more', offering, { region: '15.08', offered: false }, true),
    async (c) => {
      const { region, offered } = offering.parse(c.get('body'))
      await offerGroup(c.get('scope'), region ?? null, c.req.param('id'), offered)
      return c.json({ done: true })
    },
  )
