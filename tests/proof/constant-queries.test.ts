/**
 * A page asks the database no more often for many rows than for few. Two portals hold the same things, one many more of each; every
 * page is asked for once, and every statement that its portal asked meanwhile is counted.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PAGES, type PageName } from '#server/paths.ts'
import { startPortal, visitorOf, type TestPortal } from '../support/portal.ts'
import { addressOf, NO_PAGES } from './attacked-places.ts'
import { fillAttackedTown, type AttackedTown } from './attacked-town.ts'
import { ATTACKS } from './attacks.ts'

/** Enough for something in each state; the many are three times as many. */
const FEW = 15

interface Counted {
  portal: TestPortal
  town: AttackedTown
  statements: () => string[]
}

const folder = mkdtempSync(join(tmpdir(), 'balai-queries-'))
const counted: Counted[] = []
beforeAll(async () => {
  for (const attacks of [ATTACKS.slice(0, FEW), ATTACKS]) counted.push(await startCounted(attacks))
}, 120_000)
afterAll(async () => {
  for (const { portal } of counted) await portal.stop()
  rmSync(folder, { recursive: true })
})

async function startCounted(attacks: string[]): Promise<Counted> {
  const file = join(folder, String(attacks.length))
  writeFileSync(file, '')
  let town: AttackedTown | undefined
  const NODE_OPTIONS = `--import ${pathToFileURL(join(import.meta.dirname, '../support/tell-queries.ts')).href}`
  const portal = await startPortal('sqlite', {
    fill: async (database) => (town = await fillAttackedTown(database, attacks)),
    env: { NODE_OPTIONS, BALAI_QUERIES: file },
  })
  const statements = () => {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
    writeFileSync(file, '')
    return lines
  }
  return { portal, town: town!, statements }
}

/** The statements of one visit. */
async function ask({ portal, town, statements }: Counted, page: PageName, staff: boolean) {
  const { name, value } = town.session
  statements()
  const { status } = await visitorOf(portal).get(
    addressOf(town, page),
    staff ? { cookie: `${name}=${value}` } : undefined,
  )
  const asked = statements()
  return { status, asked }
}

const pages = (Object.keys(PAGES) as PageName[]).filter((page) => !NO_PAGES.includes(page))

test.each(['anyone', 'staff'])(
  'a page asks no more often for many rows than for few: as %s',
  async (who) => {
    const growing: Record<string, object> = {}
    let total = 0
    for (const page of pages) {
      const [few, many] = [await ask(counted[0]!, page, who === 'staff'), await ask(counted[1]!, page, who === 'staff')]
      total += few.asked.length
      if (few.status === many.status && many.asked.length <= few.asked.length) continue
      const more = many.asked.filter((statement, i) => many.asked.indexOf(statement) !== i)
      growing[page] = {
        few: [few.status, few.asked.length],
        many: [many.status, many.asked.length],
        again: [...new Set(more)],
      }
    }
    expect(growing).toEqual({})
    expect(total).toBeGreaterThan(pages.length)
  },
  120_000,
)
