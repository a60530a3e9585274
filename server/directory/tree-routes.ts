/** /api/v1/directory/regions/{slug}: the region's list as a file, its import in two steps, and the undoing. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { describe, listOf, noQuery } from '../openapi.ts'
import { problem } from '../problem.ts'
import { writeTreeFile } from './tree-file.ts'
import { importTree, previewTree } from './tree-import.ts'
import {
  importBody,
  importedShape,
  pastImportShape,
  previewBody,
  previewShape,
  showImported,
  showPreview,
} from './tree-shapes.ts'
import { listPastImports, undoImport } from './tree-undo.ts'

const params = { slug: 'The region’s `slug`.' }
const BODY_PROBLEMS = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid'] as const
const staff = { tag: 'directory', staff: true } as const

export const treeList = new Hono<ApiEnv>()
  .get(
    '/regions/:slug/list',
    describe({
      tag: 'directory',
      summary: 'A region’s list as a file',
      description: 'Every institution, unit and service, closed ones too, in the columns that an import reads back.',
      says: 'The list.',
      gives: z.string(),
      mediaType: 'text/csv',
      params,
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      c.set('keep', { tags: ['directory'], until: null })
      const text = await writeTreeFile(c.get('scope'), c.req.param('slug'), 'en')
      return c.body(text, 200, { 'content-type': 'text/csv; charset=utf-8' })
    },
  )
  .post(
    '/regions/:slug/list/preview',
    describe({
      ...staff,
      summary: 'What a list would change',
      description: 'Stores nothing. Columns and words in Indonesian or English, comma or semicolon.',
      says: 'Each step, or what is wrong with which line.',
      gives: previewShape,
      takes: { schema: previewBody, example: { text: 'level,slug,name\nunit,loket-disdukcapil,Loket Dukcapil\n' } },
      params,
      problems: ['bad-query', 'not-found', ...BODY_PROBLEMS],
    }),
    needsToken,
    noQuery,
    ...takesBody(previewBody),
    async (c) => {
      const { text } = c.get('body') as { text: string }
      return c.json(showPreview(await previewTree(c.get('scope'), c.req.param('slug'), text)))
    },
  )
  .post(
    '/regions/:slug/list',
    describe({
      ...staff,
      summary: 'Apply a list',
      description: 'Exactly what the preview showed, at once: 409 if the list has moved since.',
      status: 201,
      says: 'Applied.',
      gives: importedShape,
      takes: { schema: importBody, example: { text: 'level,slug,name\n…', shown: '…' } },
      params,
      problems: ['bad-query', 'not-found', 'conflict', ...BODY_PROBLEMS],
    }),
    needsToken,
    noQuery,
    ...takesBody(importBody),
    async (c) => {
      const sent = c.get('body') as { text: string; shown: string }
      const outcome = await importTree(c.get('scope'), c.req.param('slug'), sent)
      if (outcome.ok) return c.json(showImported(outcome), 201)
      if (outcome.why === 'moved') return problem(c, 'conflict', { issues: { shown: 'list-moved' } })
      return problem(c, 'invalid', { issues: { text: outcome.why === 'wrong' ? 'wrong-lines' : 'nothing-to-do' } })
    },
  )
  .get(
    '/regions/:slug/imports',
    describe({
      ...staff,
      summary: 'Earlier imports of a list',
      description: 'The latest ten. `hindrance` says why one can no longer be undone.',
      says: 'The imports.',
      gives: listOf(pastImportShape, 'PastImports'),
      params,
      problems: ['bad-query', 'not-found'],
    }),
    needsToken,
    noQuery,
    async (c) => c.json({ items: await listPastImports(c.get('scope'), c.req.param('slug')), next: null }),
  )
  .post(
    '/regions/:slug/imports/:id/undo',
    describe({
      ...staff,
      summary: 'Undo an import',
      description: 'As long as no survey, role, token or later change rests on it; else 409.',
      status: 204,
      says: 'Undone.',
      params: { ...params, id: 'The import’s `id`.' },
      problems: ['bad-query', 'not-found', 'conflict'],
    }),
    needsToken,
    noQuery,
    async (c) => {
      const undone = await undoImport(c.get('scope'), c.req.param('slug'), c.req.param('id'))
      return undone.ok ? c.body(null, 204) : problem(c, 'conflict', { issues: { form: 'built-on' } })
    },
  )
