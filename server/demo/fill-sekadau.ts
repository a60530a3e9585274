/**
 * The one real survey: a published table of answers from Kabupaten Sekadau, imported through the same door as anyone's.
 * It is about a unit, not a service, for the table doesn't say what was served or what it cost.
 */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { addInstitution } from '../directory/institutions.ts'
import { addRegion } from '../directory/regions.ts'
import { addUnit } from '../directory/units.ts'
import { importAnswers } from '../survey/import.ts'
import { handIn } from '../survey/publication.ts'
import { openSurvey, draftSurvey } from '../survey/surveys.ts'
import { granted } from './fill-places.ts'
import { publishDemoSurvey } from './fill-surveys.ts'
import type { ActAs } from './fill.ts'
import { halfYearOf } from './periods.ts'
import { SEKADAU } from './places.ts'

const FILE = 'sekadau-2019-s1.csv'
const REASON = 'Tabel jawaban yang diterbitkan memuat 49 responden; jumlah yang dilayani tidak disebut.'

export async function fillSekadau(actAs: ActAs): Promise<void> {
  const half = halfYearOf(2019, true)
  const admin = actAs('admin', half.opening)
  const { region } = granted(
    await addRegion(admin, { ...SEKADAU.region, parents: [...SEKADAU.region.parents], areas: [], sample: false }),
  )
  const { institution } = granted(await addInstitution(admin, { region: region.code, ...SEKADAU.institution }))
  const { unit } = granted(
    await addUnit(admin, { institution: institution.id, name: SEKADAU.unit, sector: 'other', contact: undefined }),
  )
  const officer = actAs('officer', half.opening)
  const { survey } = granted(
    await draftSurvey(officer, {
      unit: unit.slug,
      period: half.name,
      firstDay: half.firstDay,
      lastDay: half.lastDay,
      order: 'regulation',
      note: 'Data nyata: tabel jawaban yang diterbitkan.',
    }),
  )
  await openSurvey(officer, survey.slug)
  const file = { name: FILE, read: () => createReadStream(join(import.meta.dirname, 'data', FILE)) }
  const outcome = await importAnswers(actAs('officer', half.handingIn), survey.slug, file)
  if (outcome.kind !== 'imported') throw new Error(`The published table was refused: ${JSON.stringify(outcome)}`)
  await handIn(actAs('officer', half.handingIn), survey.slug)
  await publishDemoSurvey(actAs('publisher', half.publishing), survey.slug, REASON)
}
