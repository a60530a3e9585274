/** What the benchmarks act on: a region with a unit, and surveys filled through the import, like anyone's. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createReadStream } from 'node:fs'
import type { OpenDatabase } from '#db/database.ts'
import type { Actor } from '#server/access.ts'
import { granted } from '#server/demo/fill-places.ts'
import { addInstitution } from '#server/directory/institutions.ts'
import { addRegion } from '#server/directory/regions.ts'
import { addUnit } from '#server/directory/units.ts'
import { scopeOf, type Scope } from '#server/scope.ts'
import { importAnswers } from '#server/survey/import.ts'
import { handIn, publish } from '#server/survey/publication.ts'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'
import { draftSurvey, openSurvey } from '#server/survey/surveys.ts'

const YEAR = new Date().getUTCFullYear()

export function actAs(database: OpenDatabase, role: 'admin' | 'officer' | 'publisher', now = new Date()): Scope {
  const actor: Actor = { accountId: role, name: role, grants: [{ role, scopeKind: 'portal', scopeId: null }] }
  return scopeOf(database, { actor, now })
}

export async function addBenchUnit(database: OpenDatabase): Promise<string> {
  const admin = actAs(database, 'admin')
  const { region } = granted(
    await addRegion(admin, {
      code: '99.01',
      name: 'Kabupaten Ukur',
      kind: 'kabupaten',
      timezone: 'Asia/Jakarta',
      sample: true,
    }),
  )
  const { institution } = granted(
    await addInstitution(admin, { region: region.code, kind: 'agency', name: 'Dinas Ukur' }),
  )
  const { unit } = granted(await addUnit(admin, { institution: institution.id, name: 'Loket Ukur', sector: 'other' }))
  return unit.slug
}

/** A survey that runs this year, opened. */
export async function addOpenSurvey(database: OpenDatabase, unit: string, period: string): Promise<string> {
  return addSurvey(database, unit, period, `${YEAR}-01-01`, `${YEAR}-12-31`)
}

/** A survey of some years before, filled by an import and published. Returns rows stored per second too. */
export async function addPublishedSurvey(
  database: OpenDatabase,
  unit: string,
  { period, file, yearsAgo }: { period: string; file: string; yearsAgo: number },
) {
  const year = YEAR - yearsAgo
  const slug = await addSurvey(database, unit, period, `${year}-01-01`, `${year}-12-31`)
  const started = performance.now()
  const outcome = await importAnswers(actAs(database, 'officer'), slug, {
    name: 'bench.csv',
    read: () => createReadStream(file),
  })
  if (outcome.kind !== 'imported') throw new Error(`not imported: ${JSON.stringify(outcome)}`)
  const rowsPerSecond = outcome.rows / ((performance.now() - started) / 1000)
  await handIn(actAs(database, 'officer'), slug)
  granted(await publish(actAs(database, 'publisher'), slug, { reason: 'Pengukuran kecepatan.' }))
  return { slug, rowsPerSecond }
}

async function addSurvey(database: OpenDatabase, unit: string, period: string, firstDay: string, lastDay: string) {
  const officer = actAs(database, 'officer')
  const { survey } = granted(await draftSurvey(officer, { unit, period, firstDay, lastDay, served: 2_000_000 }))
  await openSurvey(officer, survey.slug)
  return survey.slug
}

/** A file of so many answers that differ, as a spreadsheet would write it. */
export async function writeAnswerFile(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file)
  out.write(`${ELEMENT_KEYS.join(',')},comment\n`)
  for (let row = 0; row < rows; row += 1) {
    const scores = ELEMENT_KEYS.map((_, index) => ((row * 7 + index * 13 + ((row * row) % 11)) % 4) + 1)
    const comment = row % 20 === 0 ? `Saran ke-${row}` : ''
    if (!out.write(`${scores.join(',')},${comment}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
