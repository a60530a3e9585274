/** A region with units of one kind, whose sheets are imported and published. */
import type { OpenDatabase } from '#db/database.ts'
import type { Actor } from '#server/access.ts'
import { granted } from '#server/demo/fill-places.ts'
import { addInstitution } from '#server/directory/institutions.ts'
import { addUnit } from '#server/directory/units.ts'
import { findRegionByCode } from '#db/directory/regions.ts'
import { importAnswers } from '#server/survey/import.ts'
import { handIn, publish } from '#server/survey/publication.ts'
import { draftSurvey, openSurvey } from '#server/survey/surveys.ts'
import { actor, AFTER, BEFORE, csvOf, makeWorld, type World } from '../survey/world.ts'

export interface Region {
  slug: string
  world: World
  officer: Actor
  publisher: Actor
  /** Slugs of five health centres, in code order. */
  centres: string[]
}

export async function makeRegion(database: OpenDatabase): Promise<Region> {
  const world = await makeWorld(database)
  const code = world.regionCode
  const admin = world.as(actor('admin', 'region', code), BEFORE)
  const centres: string[] = []
  for (const name of ['Empat', 'Satu', 'Lima', 'Dua', 'Tiga']) {
    const kind = 'health_centre' as const
    const { institution } = granted(await addInstitution(admin, { region: code, kind, name: `Puskesmas ${name}` }))
    const place = { institution: institution.id, sector: 'health' as const }
    centres.push(granted(await addUnit(admin, { ...place, name: `Rawat Jalan ${name}` })).unit.slug)
  }
  const region = await findRegionByCode(database.db, code)
  return {
    slug: region?.slug ?? '',
    world,
    officer: actor('officer', 'region', code),
    publisher: actor('publisher', 'region', code),
    centres: centres.sort(),
  }
}

let made = 0

/** Opens a survey for July 2026, or the days given. @returns its slug */
export async function openedFor({ world, officer }: Region, unit: string, days: Partial<Days> = {}): Promise<string> {
  const draft = { unit, period: `Periode ${++made}`, firstDay: '2026-07-01', lastDay: '2026-07-31', ...days }
  const { survey } = granted(await draftSurvey(world.as(officer, BEFORE), draft))
  await openSurvey(world.as(officer, BEFORE), survey.slug)
  return survey.slug
}

interface Days {
  firstDay: string
  lastDay: string
}

/** With a row of nine scores for each respondent, or one score for all nine. @returns the survey's slug */
export async function publishedFor(region: Region, unit: string, rows: string[], days?: Days): Promise<string> {
  const { world, officer, publisher } = region
  const slug = await openedFor(region, unit, days)
  const text = csvOf(rows.map((row) => row.padEnd(9, row)))
  await importAnswers(world.as(officer, AFTER), slug, { name: 'a.csv', read: () => new Blob([text]).stream() })
  await handIn(world.as(officer, AFTER), slug)
  granted(await publish(world.as(publisher, AFTER), slug))
  return slug
}

/** So many rows of 3, then so many of 4. */
export function rows(threes: number, fours: number): string[] {
  return [...Array<string>(threes).fill('3'), ...Array<string>(fours).fill('4')]
}
