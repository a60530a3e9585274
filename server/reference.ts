/** The API's own document, made readable: what the page at /api shows. Nothing is written twice; only the words are added. */
import { api } from './api.ts'
import type { Locale } from './paths.ts'
import { wordsOf } from './words/words.ts'

/** A sentence of the document; `lang` where it isn't in the language that was asked for. */
export interface Remark {
  text: string
  lang?: 'en'
}

export interface ReferenceField {
  name: string
  type: string
  required: boolean
  description: Remark
}

export interface ReferenceOperation {
  /** Names it within the page. */
  id: string
  method: string
  path: string
  summary: string
  description: Remark
  staff: boolean
  parameters: (ReferenceField & { where: string })[]
  body: { mediaType: string; schema: string | null; fields: ReferenceField[]; example: string | null } | null
  answers: { status: string; description: Remark; schema: string | null }[]
}

export interface ReferenceSchema {
  name: string
  description: Remark
  fields: ReferenceField[]
}

export interface Reference {
  groups: { tag: string; description: string; operations: ReferenceOperation[] }[]
  schemas: ReferenceSchema[]
  /** Some remarks stand in English alone. */
  partlyEnglish: boolean
}

/** Says a sentence of the document in the language that was asked for. */
type Say = (text?: string) => Remark

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
  let partlyEnglish = false
  const say: Say = (text = '') => {
    const codes = /^Problem: (.*)$/.exec(text)?.[1]
    const said = codes ? words.problem(codes) : words.remarks[text]
    if (locale === 'en' || said || !text) return { text: said ?? text }
    partlyEnglish = true
    return { text, lang: 'en' }
  }
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0] ?? '',
      operation: readOperation(method.toUpperCase(), path, operation, words.operations, say),
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
      description: say(schema.description),
      fields: fieldsOf(schema, say),
    })),
    partlyEnglish,
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
  say: Say,
): ReferenceOperation {
  const name = `${method} ${path}`
  const { parameters = [], requestBody, responses } = operation
  return {
    id: name
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/-$/, ''),
    method,
    path,
    summary: words[name] ?? operation.summary,
    description: say(operation.description),
    staff: operation.security !== undefined && !operation.security.some((one) => Object.keys(one).length === 0),
    parameters: parameters.map(({ in: where, name, required = false, description, schema = {} }) => ({
      where,
      name,
      required,
      description: say(description),
      type: typeOf(schema),
    })),
    body: requestBody ? readBody(requestBody.content, say) : null,
    answers: Object.entries(responses).map(([status, { description, content = {} }]) => ({
      status,
      description: say(description),
      schema: schemaNameOf(Object.values(content)[0]?.schema),
    })),
  }
}

function readBody(
  content: Record<string, { schema: Schema; example?: unknown }>,
  say: Say,
): ReferenceOperation['body'] {
  const [mediaType = '', { schema, example } = { schema: {} }] = Object.entries(content)[0] ?? []
  const text = typeof example === 'string' ? example : JSON.stringify(example)
  return { mediaType, schema: schemaNameOf(schema), fields: fieldsOf(schema, say), example: text ?? null }
}

function fieldsOf({ properties = {}, required = [] }: Schema, say: Say): ReferenceField[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    required: required.includes(name),
    description: say(schema.description),
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
