/** The API's own document, made readable: what the page at /api shows. Nothing is written twice; only the words are added. */
import { api } from './api.ts'
import type { Locale } from './paths.ts'
import { wordsOf } from './words/words.ts'

export interface ReferenceField {
  name: string
  type: string
  required: boolean
  description: string
}

export interface ReferenceOperation {
  /** Names it within the page. */
  id: string
  method: string
  path: string
  summary: string
  description: string
  staff: boolean
  parameters: (ReferenceField & { where: string })[]
  body: { mediaType: string; schema: string | null; fields: ReferenceField[]; example: string | null } | null
  answers: { status: string; description: string; schema: string | null }[]
}

export interface ReferenceSchema {
  name: string
  description: string
  fields: ReferenceField[]
}

export interface Reference {
  groups: { tag: string; description: string; operations: ReferenceOperation[] }[]
  schemas: ReferenceSchema[]
}

interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  items?: Schema
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
}

interface Operation {
  tags: string[]
  summary: string
  description?: string
  security?: object[]
  parameters?: { in: string; name: string; required?: boolean; description?: string; schema?: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema; example?: unknown }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: Schema }> }>
}

interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const made = new Map<Locale, Promise<Reference>>()

/** The document doesn't change while the program runs, so it is read once for each language. */
export function readReference(locale: Locale): Promise<Reference> {
  const reference = made.get(locale) ?? makeReference(locale)
  made.set(locale, reference)
  return reference
}

async function makeReference(locale: Locale): Promise<Reference> {
  const { paths, components } = (await (await api.request('/openapi.json')).json()) as Document
  const words = wordsOf(locale).apiReference
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0] ?? '',
      operation: readOperation(method.toUpperCase(), path, operation, words.operations),
    })),
  )
  return {
    groups: Object.entries(words.tags).map(([tag, description]) => ({
      tag,
      description,
      operations: operations.filter((one) => one.tag === tag).map(({ operation }) => operation),
    })),
    schemas: namedSchemas(components.schemas).map(([name, schema]) => ({
      name,
      description: schema.description ?? '',
      fields: fieldsOf(schema),
    })),
  }
}

/** Without those that only the document's maker named. */
function namedSchemas(schemas: Record<string, Schema>): [string, Schema][] {
  return Object.entries(schemas).filter(([name]) => !name.startsWith('_'))
}

function readOperation(
  method: string,
  path: string,
  operation: Operation,
  words: Record<string, string>,
): ReferenceOperation {
  const name = `${method} ${path}`
  const { parameters = [], requestBody, responses, description = '' } = operation
  return {
    id: name
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/-$/, ''),
    method,
    path,
    summary: words[name] ?? operation.summary,
    description,
    staff: operation.security !== undefined && !operation.security.some((one) => Object.keys(one).length === 0),
    parameters: parameters.map(({ in: where, name, required = false, description = '', schema = {} }) => ({
      where,
      name,
      required,
      description,
      type: typeOf(schema),
    })),
    body: requestBody ? readBody(requestBody.content) : null,
    answers: Object.entries(responses).map(([status, { description, content = {} }]) => ({
      status,
      description,
      schema: schemaNameOf(Object.values(content)[0]?.schema),
    })),
  }
}

function readBody(content: Record<string, { schema: Schema; example?: unknown }>): ReferenceOperation['body'] {
  const [mediaType = '', { schema, example } = { schema: {} }] = Object.entries(content)[0] ?? []
  const text = typeof example === 'string' ? example : JSON.stringify(example)
  return { mediaType, schema: schemaNameOf(schema), fields: fieldsOf(schema), example: text ?? null }
}

function fieldsOf({ properties = {}, required = [] }: Schema): ReferenceField[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    required: required.includes(name),
    description: schema.description ?? '',
  }))
}

/** In a few words, as a reader of JSON would say it. */
function typeOf(schema: Schema): string {
  const named = schemaNameOf(schema)
  if (named) return named
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(' | ')
  if (schema.type === 'array') return schema.items ? `${typeOf(schema.items)}[]` : 'array'
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : schema.type
  return [type ?? 'any', schema.format].filter(Boolean).join(' ')
}

function schemaNameOf(schema: Schema | undefined): string | null {
  return schema?.$ref?.split('/').at(-1) ?? null
}
