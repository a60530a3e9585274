import type { apiReference as Indonesian } from '../id/api-reference.ts'

export const apiReference: typeof Indonesian = {
  title: 'API',
  lead: 'Programs can read all public data of this portal, and staff can work through programs. This page is made from the OpenAPI document that also checks what is sent.',
  document: 'OpenAPI 3.1 document (JSON)',
  base: 'All addresses below begin with',
  read: 'Reading',
  readText:
    'Without an account and without a key. Numbers are JSON numbers, days are written 2026-07-01 in the region’s own zone, instants in UTC. Answers carry an ETag; send it back in If-None-Match to avoid fetching the same twice. Pages of other sites may read what is public from a browser (CORS).',
  send: 'Handing in survey answers',
  sendText:
    'Each answer has a random key of its own in the header Idempotency-Key. When the line is cut, send it again under the same key: it is stored only once. Never send a name, a NIK or another number of a person.',
  token: 'Working with a token',
  tokenText:
    'What is marked “needs a token” is the work of staff. Make a token on the account page; it holds one role in one place until a certain day, and never does more than its account may at that moment.',
  tokenPage: 'Make or revoke tokens',
  lists: 'Long lists',
  listsText: 'Lists come page by page. Send the value of next as cursor for the following page; null means the end.',
  problems: 'When something is wrong',
  problemsText:
    'The answer is application/problem+json: type and code are stable, the sentences are for people to read. Their language follows Accept-Language. Asking too often is answered with 429, a busy portal with 503; both say in Retry-After how many seconds to wait.',
  problemsList: 'All kinds of problem',
  contents: 'All addresses',
  english: '',
  problem: (codes) => `Problem: ${codes}`,
  remarks: {},
  needsToken: 'needs a token',
  parameters: 'Parts of the address and headers',
  body: (mediaType) => `What is sent (${mediaType})`,
  fieldsOf: 'Fields: see',
  answers: 'Answers',
  example: 'Example',
  required: 'required',
  schemas: 'Shapes of data',
  noFields: 'No fields of its own.',
  where: { path: 'address', query: 'query', header: 'header' },
  tags: {
    survey: 'Satisfaction surveys (SKM, PermenPANRB 14/2017), answers and results',
    directory: 'Regions, institutions, service units and services',
    identity: 'The account behind a token, its tokens, and the accounts that it administers',
    commitment: 'What was promised to residents, by whom, until when, and what shows it',
    policy: 'Public policies: their line of time, explanation and evaluation',
    dashboard: 'The figures of a unit and of a region',
    ledger: 'The public record, receipts and signed heads',
    api: 'This document and the kinds of problem',
  },
  operations: {},
}
