/** /api/v1/consultation/…/desk: inputs from paper, a counter or a meeting, as entered at the desk. */
import { Hono } from 'hono'
import type { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { problem } from '../problem.ts'
import { deskInputBody, enterInput } from './desk-inputs.ts'
import { receivedInputShape, showReceivedInput } from './input-shapes.ts'
import { sent } from './route-steps.ts'

export const consultationDesk = new Hono<ApiEnv>().post(
  '/:slug/desk',
  ...sent({
    summary: 'Enter an input from paper, a counter or a meeting',
    description:
      'Also while the office considers what came in on time. Stored once under its key, as `POST /consultation/{slug}/inputs` does. Never send a name, a NIK or a phone number.',
    status: 201,
    says: 'Received, now or before.',
    gives: receivedInputShape,
    takes: {
      schema: deskInputBody,
      example: { via: 'meeting', provenance: 'Rapat warga RW 05, 12 Januari 2027', text: 'Loket buka sampai sore.' },
    },
    headers: {
      'Idempotency-Key': { description: 'Made at random for each input, at least 128 bits, e.g. a UUID.' },
    },
    problems: ['bad-key', 'not-open', 'closed', 'other-body'],
  }),
  async (c) => {
    const body = c.get('body') as z.input<typeof deskInputBody>
    const key = c.req.header('idempotency-key') ?? ''
    const submission = await enterInput(c.get('scope'), c.req.param('slug'), body, key)
    if (submission.kind === 'received')
      return c.json(showReceivedInput(submission), 201, { 'cache-control': 'no-store' })
    if (submission.kind === 'invalid') return problem(c, 'invalid', { issues: submission.issues })
    if (submission.kind === 'moved') return problem(c, 'conflict', { issues: { block: submission.reason } })
    return problem(c, submission.reason)
  },
)
