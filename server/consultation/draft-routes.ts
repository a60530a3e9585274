/** /api/v1/consultation/…/draft: the draft as it is being written, and its publishing as versions. */
import { Hono, type Context } from 'hono'
import type { ApiEnv } from '../api.ts'
import type { Issues } from '../forms.ts'
import { answerOutcome, problem } from '../problem.ts'
import { givenFile, LARGEST_BODY, sentFileSchema, type SentFile } from '../sent-file.ts'
import { getConsultationFor } from './consultations.ts'
import { correctMatch, listMatches } from './matches.ts'
import { asked, sent } from './route-steps.ts'
import { cutDraft } from './rules/cutting.ts'
import {
  draftBody,
  draftShape,
  matchBody,
  matchesShape,
  showDraft,
  showMatches,
  versionBody,
  versionShape,
} from './staff-shapes.ts'
import { discardDraft, getDraftText, publishVersion, saveDraft, saveDraftFile } from './versions.ts'

const MATCHED = { says: 'The passages, and how they go together.', gives: matchesShape }
const CUT = { says: 'The draft, and how it was cut.', gives: draftShape }

export const consultationDraft = new Hono<ApiEnv>()
  .get(
    '/:slug/draft',
    ...asked({
      summary: 'The draft as one text',
      description: 'What is being written, else what was published last.',
      ...CUT,
    }),
    (c) => answerDraft(c, c.req.param('slug'), { ok: true }),
  )
  .put(
    '/:slug/draft',
    ...sent(
      {
        summary: 'Write the draft',
        description:
          'An empty line ends a passage; “Pasal 5”, “(2)”, “a.” and the like begin one. Passages that go on keep their ids.',
        ...CUT,
        takes: { schema: draftBody, example: { text: 'Pasal 1\nLoket dibuka pukul 08.00 sampai dengan pukul 17.00.' } },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const slug = c.req.param('slug')
      return answerDraft(c, slug, await saveDraft(c.get('scope'), slug, c.get('body') as never))
    },
  )
  .post(
    '/:slug/draft/file',
    ...sent(
      {
        summary: 'Write the draft from a file',
        description: 'Word (.docx), Markdown (.md) or text; kept at once, to be mended as text.',
        ...CUT,
        takes: { schema: sentFileSchema, example: { name: 'rancangan.txt', content: 'UGFzYWwgMQpMb2tldCBkaWJ1a2Eu' } },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const slug = c.req.param('slug')
      return answerDraft(c, slug, await saveDraftFile(c.get('scope'), slug, givenFile(c.get('body') as SentFile)))
    },
  )
  .get(
    '/:slug/draft/matches',
    ...asked({
      summary: 'Which passage each written one goes on',
      description: 'While a further version is being written.',
      ...MATCHED,
    }),
    (c) => answerMatches(c, c.req.param('slug'), { ok: true }),
  )
  .post(
    '/:slug/draft/matches',
    ...sent({
      summary: 'Correct which passage a written one goes on',
      description: 'What went on that one so far counts as new. Inputs follow their passage.',
      ...MATCHED,
      takes: { schema: matchBody, example: { block: '…', old: '…' } },
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerMatches(c, slug, await correctMatch(c.get('scope'), slug, matchBody.parse(c.get('body'))))
    },
  )
  .delete(
    '/:slug/draft',
    ...asked({
      summary: 'Throw away what is being written',
      description: 'What was published stays.',
      status: 204,
      says: 'Thrown away.',
    }),
    async (c) => {
      await discardDraft(c.get('scope'), c.req.param('slug'))
      return c.body(null, 204)
    },
  )
  .post(
    '/:slug/versions',
    ...sent({
      summary: 'Publish what was written as the next version',
      description: 'Everyone sees the difference, passage by passage. The first comes with announcing.',
      status: 201,
      says: 'Published.',
      gives: versionShape,
      takes: { schema: versionBody, example: { note: 'Jam tutup diundur menjadi pukul 17.00.' } },
    }),
    async (c) => {
      const outcome = await publishVersion(c.get('scope'), c.req.param('slug'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ number }) => ({ number }), 201)
    },
  )

async function answerDraft(c: Context<ApiEnv>, slug: string, outcome: { ok: true } | { ok: false; issues: Issues }) {
  if (!outcome.ok) return problem(c, 'invalid', { issues: outcome.issues })
  const draft = await getDraftText(c.get('scope'), slug)
  return c.json(showDraft(draft, cutDraft(draft.text)), 200, { 'cache-control': 'no-store' })
}

async function answerMatches(c: Context<ApiEnv>, slug: string, outcome: { ok: true } | { ok: false; issues: Issues }) {
  if (!outcome.ok) return problem(c, 'invalid', { issues: outcome.issues })
  const { id } = await getConsultationFor(c.get('scope'), slug, 'consultation.keep')
  const matches = await listMatches(c.get('scope'), id)
  if (!matches) return problem(c, 'conflict', { issues: { form: 'no-draft' } })
  return c.json(showMatches(matches), 200, { 'cache-control': 'no-store' })
}
