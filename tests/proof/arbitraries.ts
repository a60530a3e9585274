/** Values that fit a schema of the document, made by fast-check, and values that fit none. */
import fc, { type Arbitrary } from 'fast-check'

export interface JsonSchema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  example?: unknown
}

/** Schemas by name. */
export type Named = Record<string, JsonSchema>

const FORMATS: Record<string, Arbitrary<string>> = {
  date: fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  'date-time': fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  email: fc.emailAddress(),
  uri: fc.webUrl(),
  uuid: fc.uuid(),
}

/** Text of any characters there are: other scripts, emoji, halves of pairs, controls, what ends a line or a string. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\ud800',
    '\u202e',
    "'",
    '"><script>',
    '%',
    '../..',
    '0',
    '-1',
    '1e9',
    'null',
    '__proto__',
  ),
  fc.string({ unit: fc.constant('x'), minLength: 200, maxLength: 3000 }),
)

/** Of any shape at all. */
export const anything: Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  anyText,
  fc.constantFrom(2 ** 31, -(2 ** 53), 1.5, 1e308, true, null, [], {}),
)

/** Values that fit; with `strangely`, now and then another at any depth. */
export function valueOf(schema: JsonSchema, named: Named, strangely: boolean, depth = 0): Arbitrary<unknown> {
  const fits = fitting(schema, (inner) => valueOf(inner, named, strangely, depth + 1), { named, strangely, depth })
  return strangely ? fc.oneof({ weight: 12, arbitrary: fits }, { weight: 1, arbitrary: anything }) : fits
}

type Within = (schema: JsonSchema) => Arbitrary<unknown>

function fitting(
  schema: JsonSchema,
  within: Within,
  { named, strangely, depth }: { named: Named; strangely: boolean; depth: number },
): Arbitrary<unknown> {
  // Depth ends what names itself.
  if (depth > 8) return fc.constant(null)
  if (schema.$ref) return within(resolved(schema, named))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf ?? (Array.isArray(schema.type) ? typesOf(schema) : undefined)
  if (choices) return fc.oneof(...choices.map((choice) => within({ ...withoutChoices(schema), ...choice })))
  if (schema.allOf) return within(Object.assign({}, ...schema.allOf.map((part) => resolved(part, named))) as JsonSchema)
  switch (schema.type) {
    case 'object':
      return objectOf(schema, within, strangely)
    case 'array':
      return fc.array(within(schema.items ?? {}), lengthsOf(schema.minItems, schema.maxItems))
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer(boundsOf(schema))
    case 'number':
      return fc.double({ ...boundsOf(schema), noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return anything
  }
}

function objectOf({ properties = {}, required = [] }: JsonSchema, within: Within, strangely: boolean) {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const field = within(schema)
    return [name, required.includes(name) ? field : fc.option(field, { nil: undefined })] as const
  })
  const known = fc.record(Object.fromEntries(fields)).map((value) => JSON.parse(JSON.stringify(value)) as object)
  if (!strangely) return known
  const strange = fc.tuple(known, anyText, anything).map(([value, name, field]) => ({ ...value, [name]: field }))
  return fc.oneof({ weight: 15, arbitrary: known }, { weight: 1, arbitrary: strange })
}

export function textOf({ pattern, format, minLength, maxLength, enum: words }: JsonSchema): Arbitrary<string> {
  if (words) return fc.constantFrom(...words.map(String))
  const known = format && FORMATS[format]
  if (known) return known
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return fc.oneof(fc.string(lengthsOf(minLength, maxLength)), anyText)
}

function lengthsOf(least = 0, most = least + 40) {
  return { minLength: least, maxLength: Math.max(least, Math.min(most, least + 40)) }
}

function boundsOf({ minimum = -(2 ** 31), maximum = 2 ** 31 - 1 }: JsonSchema) {
  return { min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) }
}

function typesOf(schema: JsonSchema): JsonSchema[] {
  return [schema.type].flat().map((type) => ({ ...schema, type: type ?? 'null' }))
}

function withoutChoices(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== 'anyOf' && name !== 'oneOf'))
}

function resolved(schema: JsonSchema, named: Named): JsonSchema {
  return schema.$ref ? (named[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema
}
