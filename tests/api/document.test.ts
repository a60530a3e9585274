import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { api } from '#server/api.ts'
import { localeOf, PROBLEMS } from '#server/problem.ts'
import { readReference, type Reference } from '#server/reference.ts'
import { wordsOf } from '#server/words/words.ts'
import { api as english } from '#server/words/en/api.ts'
import { api as indonesian } from '#server/words/id/api.ts'
import { bodyOf } from '../survey/world.ts'
import { readDocument, schemaOf, type Operation } from './asking.ts'

const document = await readDocument()
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, Operation] => [
    `${method.toUpperCase()} ${path}`,
    operation,
  ]),
)

test('documents every route of the API, and no other', () => {
  const routes = api.routes.filter(({ method }) => method !== 'ALL')
  const served = new Set(routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`))
  expect(operations.map(([name]) => name).sort()).toEqual([...served].sort())
})

test.each(operations)('says what %s takes and gives', (_, { summary, tags, parameters = [], responses }) => {
  expect(summary).toBeTruthy()
  expect(tags).toHaveLength(1)
  for (const parameter of parameters) expect(parameter.description, parameter.name).toBeTruthy()
  expect(Object.keys(responses).some((status) => /^20\d$/.test(status))).toBe(true)
  for (const [status, { description, content = {} }] of Object.entries(responses)) {
    expect(description).toBeTruthy()
    if (status === '204') continue
    const [media, { schema } = {}] = Object.entries(content)[0] ?? []
    expect(schema, status).toBeDefined()
    if (Number(status) >= 400) expect(media).toBe('application/problem+json')
  }
})

test('names no schema that it does not hold', () => {
  const named = JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)
  for (const [, target = ''] of named) {
    expect(target).toMatch(/^#\/components\/schemas\//)
    expect(document.components.schemas).toHaveProperty([target.split('/').at(-1) ?? ''])
  }
})

test('calls no two schemas by one name', () => {
  const sources = globSync('server/**/*.ts').map((file) => readFileSync(file, 'utf8'))
  const names = sources.flatMap((text) =>
    [...text.matchAll(/\bid: '([A-Z]\w+)'|listOf\(\w+, '(\w+)'/g)].map(([, id, list]) => id ?? list),
  )
  expect(names.length).toBeGreaterThan(100)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

test('describes a body that the route would take', () => {
  const body = document.paths['/survey/{slug}/answers']?.post?.requestBody?.content['application/json']
  const schema = schemaOf(document, body?.schema ?? {})
  expect(schema.safeParse(bodyOf('4-3214321', { comment: 'Baik.', respondent: { sex: 'female' } })).success).toBe(true)
  expect(schema.safeParse(bodyOf(5)).success).toBe(false)
  expect(schema.safeParse(bodyOf(4, { nama: 'Budi' })).success).toBe(false)
})

test('knows each kind of problem by its address, in both languages', async () => {
  const kinds = (await (await api.request('/problems')).json()) as { items: { type: string; status: number }[] }
  expect(kinds.items.map(({ type, status }) => [type.split('/').at(-1), status])).toEqual(Object.entries(PROBLEMS))
  const one = await api.request('/problems/closed')
  expect(await one.json()).toMatchObject({ status: 409, title: { id: 'Sudah ditutup', en: 'Closed' } })
  expect((await api.request('/problems/lain')).status).toBe(404)
  expect(Object.keys(english.issues)).toEqual(Object.keys(indonesian.issues))
})

test('is named in Indonesian too, address by address, where the reference shows it', async () => {
  const { operations: words, tags } = wordsOf('id').apiReference
  expect(operations.map(([name]) => name).filter((name) => !words[name])).toEqual([])
  const { groups, schemas } = await readReference('id')
  const shown = groups.flatMap(({ operations }) => operations.map(({ method, path }) => `${method} ${path}`))
  expect(shown.sort()).toEqual(operations.map(([name]) => name).sort())
  expect(Object.keys(tags)).toEqual(expect.arrayContaining(groups.map(({ tag }) => tag)))
  const names = new Set(schemas.map(({ name }) => name))
  const linked = groups.flatMap(({ operations }) =>
    operations.flatMap(({ answers }) => answers.map((one) => one.schema)),
  )
  expect(linked.filter((name) => name && !names.has(name))).toEqual([])
})

test('has remarks in Indonesian where the reference shows them, and marks the others as English', async () => {
  const [indonesian, english] = [await readReference('id'), await readReference('en')]
  const remarksOf = ({ groups, schemas }: Reference) => [
    ...groups.flatMap(({ operations }) =>
      operations.flatMap(({ description, parameters, body, answers }) => [
        description,
        ...[...parameters, ...(body?.fields ?? []), ...answers].map((one) => one.description),
      ]),
    ),
    ...schemas.flatMap(({ description, fields }) => [description, ...fields.map((one) => one.description)]),
  ]
  const [own, source] = [remarksOf(indonesian), remarksOf(english)]
  for (const [i, { text }] of source.entries()) {
    const { problem, remarks } = wordsOf('id').apiReference
    const codes = /^Problem: (.*)$/.exec(text)?.[1]
    const said = codes ? problem(codes) : remarks[text]
    expect(own[i]).toEqual(said || !text ? { text: said ?? '' } : { text, lang: 'en' })
  }
  expect(source.some(({ lang }) => lang)).toBe(false)
  expect(indonesian.partlyEnglish).toBe(own.some(({ lang }) => lang))
})

test('answers an unknown address and a wrong method as problems', async () => {
  for (const path of ['/tiada', '', '/survey/a/b/c']) {
    const response = await api.request(path === '' ? '/' : path)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  }
  const wrong = await api.request('/survey/ktp/results', { method: 'DELETE' })
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  const posted = await api.request('/survey/ktp/answers')
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'POST'])
})

test.each([
  [undefined, 'id'],
  ['', 'id'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['id-ID,id;q=0.9,en;q=0.8', 'id'],
  ['en;q=0.5, id;q=0.4', 'en'],
  ['jv,id;q=0.7,en;q=0.7', 'id'],
  ['de', 'id'],
  ['en;q=0', 'id'],
])('speaks to %s in %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale)
})
