/** /api/v1/directory: regions and what their governments are made of. */
import { Hono } from 'hono'
import type { ApiEnv } from '../api.ts'
import { describe, listOf, noQuery } from '../openapi.ts'
import { getRegion, listRegions } from './regions.ts'
import { regionShape, regionViewShape, showRegion, showRegionView } from './shapes.ts'

export const directory = new Hono<ApiEnv>()
  .get(
    '/regions',
    describe({
      tag: 'directory',
      summary: 'Regions',
      description: 'Every region of the portal by its Kemendagri code. All on one page: `next` is always null.',
      says: 'The regions.',
      gives: listOf(regionShape, 'Regions'),
      problems: ['bad-query'],
    }),
    noQuery,
    async (c) => {
      c.set('keep', { tags: ['directory'], until: null })
      return c.json({ items: (await listRegions(c.get('scope'))).map(showRegion), next: null })
    },
  )
  .get(
    '/regions/:slug',
    describe({
      tag: 'directory',
      summary: 'One region',
      description: 'A region with its institutions as a tree, down to service units and their services.',
      says: 'The region.',
      gives: regionViewShape,
      params: { slug: 'The region’s `slug`.' },
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      c.set('keep', { tags: ['directory'], until: null })
      return c.json(showRegionView(await getRegion(c.get('scope'), c.req.param('slug'))))
    },
  )
