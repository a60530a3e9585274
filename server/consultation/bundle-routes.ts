/** /api/v1/consultation/…/bundles: groups of inputs that are answered as one. */
import { Hono } from 'hono'
import type { ApiEnv } from '../api.ts'
import { listOf } from '../openapi.ts'
import { answerOutcome } from '../problem.ts'
import { getBundle } from './answer-desk.ts'
import { bundleBody, bundleShape, madeBundleShape, mergingBody, movingBody, offerShape } from './answer-shapes.ts'
import { offerBundles } from './bundle-offers.ts'
import { addToBundle, makeBundle, mergeBundles, removeFromBundle, splitBundle } from './bundles.ts'
import { asked, sent } from './route-steps.ts'

const params = { bundle: 'The group’s `id`.' }
const GROUP = { says: 'The group as it is now.', gives: bundleShape }
const MADE = { status: 201 as const, says: 'The new group.', gives: madeBundleShape }
const NEW = { title: 'Loket buka sampai sore', inputs: [12, 40] }

export const consultationBundles = new Hono<ApiEnv>()
  .get(
    '/:slug/bundles/offers',
    ...asked({
      summary: 'Inputs that wait and say nearly the same',
      description: 'Offered as groups, the largest first; nothing is grouped by itself.',
      says: 'The offers. All on one page: `next` is always null.',
      gives: listOf(offerShape, 'BundleOffers'),
    }),
    async (c) => c.json({ items: await offerBundles(c.get('scope'), c.req.param('slug')), next: null }),
  )
  .get('/:slug/bundles/:bundle', ...asked({ summary: 'A group and its trail', params, ...GROUP }), async (c) =>
    c.json(await getBundle(c.get('scope'), c.req.param('slug'), c.req.param('bundle'))),
  )
  .post(
    '/:slug/bundles',
    ...sent({
      summary: 'Group inputs',
      description: 'Those that were in another group leave it.',
      ...MADE,
      takes: { schema: bundleBody, example: NEW },
    }),
    async (c) => {
      const outcome = await makeBundle(c.get('scope'), c.req.param('slug'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ bundle }) => ({ bundle }), 201)
    },
  )
  .post(
    '/:slug/bundles/:bundle/split',
    ...sent({
      summary: 'Begin a new group with some of one',
      description: 'What they were answered stays until they are answered anew.',
      ...MADE,
      params,
      takes: { schema: bundleBody, example: NEW },
    }),
    async (c) => {
      const [slug, from] = [c.req.param('slug'), c.req.param('bundle')]
      const outcome = await splitBundle(c.get('scope'), slug, from, c.get('body') as never)
      return answerOutcome(c, outcome, ({ bundle }) => ({ bundle }), 201)
    },
  )
  .post(
    '/:slug/bundles/:bundle/add',
    ...sent({
      summary: 'Add inputs to a group',
      description: 'If it has an answer already, that is theirs now.',
      ...GROUP,
      params,
      takes: { schema: movingBody, example: { inputs: [77] } },
    }),
    async (c) => {
      const [slug, bundle] = [c.req.param('slug'), c.req.param('bundle')]
      await addToBundle(c.get('scope'), slug, bundle, movingBody.parse(c.get('body')).inputs)
      return c.json(await getBundle(c.get('scope'), slug, bundle))
    },
  )
  .post(
    '/:slug/bundles/:bundle/remove',
    ...sent({
      summary: 'Take inputs out of a group',
      description: 'What they were answered stays their answer.',
      ...GROUP,
      params,
      takes: { schema: movingBody, example: { inputs: [77] } },
    }),
    async (c) => {
      const [slug, bundle] = [c.req.param('slug'), c.req.param('bundle')]
      await removeFromBundle(c.get('scope'), slug, bundle, movingBody.parse(c.get('body')).inputs)
      return c.json(await getBundle(c.get('scope'), slug, bundle))
    },
  )
  .post(
    '/:slug/bundles/:bundle/merge',
    ...sent({
      summary: 'Put all of a group into another',
      description: 'The other takes its place; the trail stays.',
      ...GROUP,
      params,
      takes: { schema: mergingBody, example: { into: '…' } },
    }),
    async (c) => {
      const [slug, from] = [c.req.param('slug'), c.req.param('bundle')]
      const { into } = mergingBody.parse(c.get('body'))
      await mergeBundles(c.get('scope'), slug, from, into)
      return c.json(await getBundle(c.get('scope'), slug, into))
    },
  )
