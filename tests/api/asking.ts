/** Asks the API as a stranger would, and holds every answer against the document that it gives of itself. */
import { Hono } from 'hono'
import { z } from 'zod'
import { answerError, api, type ApiEnv } from '#server/api.ts'
import type { Scope } from '#server/scope.ts'

export interface Answer {
  status: number
  headers: Headers
  // oxlint-disable-next-line no-explicit-any
  body: any
  /** What the route said of keeping it. */
  keep: { tags: string[]; until: Date | null } | undefined
}

export interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

export interface Operation {
  summary?: string
  tags?: string[]
  parameters?: { in: string; name: string; description?: string; required?: boolean; schema?: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }>
}

export async function readDocument(): Promise<Document> {
  return (await (await api.request('/openapi.json')).json()) as Document
}

export function askingAs(scope: () => Scope) {
  let keep: Answer['keep']
  const app = new Hono<ApiEnv>().onError(answerError)
  app.use(async (c, next) => {
    c.set('scope', scope())
    c.set('requestId', 'r-1')
    c.set('publicUrl', 'https://balai.contoh')
    await next()
    keep = c.get('keep')
  })
  app.route('/api/v1', api)

  async function ask(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await app.request(`/api/v1${path}`, { ...init, method })
    const text = await response.text()
    const body = readBody(text, typeOf(response))
    await expectDocumented(method, path, response, body)
    return { status: response.status, headers: response.headers, body, keep }
  }

  return {
    ask,
    get: (path: string, headers: Record<string, string> = {}) => ask('GET', path, { headers }),
    answer: (slug: string, key: string, body: unknown, headers: Record<string, string> = {}) =>
      ask('POST', `/survey/${slug}/answers`, {
        headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

let documentRead: Promise<Document> | undefined
/** Made once for each place in the document. */
const schemas = new WeakMap<object, z.ZodType>()

/** One record of JSON a line. */
const RECORDS = 'application/jsonl'

function readBody(text: string, type: string) {
  if (type === RECORDS)
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
  return text !== '' && type.endsWith('json') ? JSON.parse(text) : text || undefined
}

function typeOf(response: Response): string {
  return response.headers.get('content-type')?.split(';')[0] ?? ''
}

async function expectDocumented(method: string, path: string, response: Response, body: unknown): Promise<void> {
  documentRead ??= readDocument()
  const document = await documentRead
  const operation = findOperation(document, method, path)
  if (!operation || (response.status === 204 && operation.responses[204])) return
  const media = operation.responses[response.status]?.content ?? {}
  const type = typeOf(response)
  const schema = media[type]?.schema
  if (!schema)
    throw new Error(`${method} ${path} answered ${response.status} ${type}, which the document doesn't name.`)
  if (!schemas.has(schema)) schemas.set(schema, schemaOf(document, schema))
  for (const one of type === RECORDS ? (body as unknown[]) : [body]) {
    const reading = schemas.get(schema)!.safeParse(one)
    if (!reading.success)
      throw new Error(`${method} ${path}: ${z.prettifyError(reading.error)}\n${JSON.stringify(one)}`)
  }
}

function findOperation(document: Document, method: string, path: string): Operation | undefined {
  const plain = path.split('?')[0] ?? ''
  // Fixed words win over parameters, as in the router.
  const fitting = Object.keys(document.paths)
    .filter((template) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(plain))
    .sort((a, b) => a.split('{').length - b.split('{').length)
  return document.paths[fitting[0] ?? '']?.[method.toLowerCase()]
}

export function schemaOf(document: Document, schema: object): z.ZodType {
  const whole = { ...schema, $defs: document.components.schemas }
  return z.fromJSONSchema(JSON.parse(JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/')))
}
