/** /api/v1/musyawarah for what is to be read before a meeting. */
import { Hono } from 'hono'
import type { ApiEnv } from '../api.ts'
import { answerOutcome } from '../problem.ts'
import { givenFile, LARGEST_BODY, sentFileSchema, type SentFile } from '../sent-file.ts'
import { addMaterial, removeMaterial } from './materials.ts'
import { materialShape } from './plan-shapes.ts'
import { asked, sent } from './route-steps.ts'

export const meetingMaterials = new Hono<ApiEnv>()
  .post(
    '/:slug/materials',
    ...sent(
      {
        summary: 'Add a document to read before a meeting',
        description: 'PDF, Word, Excel, ODT, JPG, PNG, WebP, CSV or text; at most twenty.',
        status: 201,
        says: 'Added.',
        gives: materialShape,
        takes: { schema: sentFileSchema, example: { name: 'kajian.txt', content: 'S2FqaWFuIHNpbmdrYXQu' } },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const file = givenFile(c.get('body') as SentFile)
      const outcome = await addMaterial(c.get('scope'), c.req.param('slug'), file)
      return answerOutcome(c, outcome, ({ id }) => ({ id }), 201)
    },
  )
  .delete(
    '/:slug/materials/:id',
    ...asked({
      summary: 'Take a document of a meeting away',
      status: 204,
      says: 'Taken away.',
      params: { id: 'The document’s `id`.' },
    }),
    async (c) => {
      await removeMaterial(c.get('scope'), c.req.param('slug'), c.req.param('id'))
      return c.body(null, 204)
    },
  )
