/** Follow-up plans of the demonstration: what was done about the lowest elements of two units, and what is still to be done. */
import { makePlan, getPlan } from '../commitment/plans.ts'
import { quartersFrom } from '../commitment/rules/quarter.ts'
import { takeStep } from '../commitment/steps.ts'
import { dayIn } from '../directory/rules/days.ts'
import type { Scope } from '../scope.ts'
import { listSurveys } from '../survey/lists.ts'
import type { ElementKey } from '../survey/rules/elements.ts'
import type { Act, ActAs } from './fill.ts'
import { granted, type FilledUnit } from './fill-places.ts'
import { halfYear, type DemoPeriod } from './periods.ts'

/** What is done about an element, whichever turns out to be low. */
const ACTIVITIES: Record<ElementKey, string> = {
  requirements: 'Menempel daftar syarat satu halaman di loket dan di laman',
  procedure: 'Memasang papan alur pelayanan yang mudah dibaca',
  completion_time: 'Membuka loket kedua pada jam padat, pukul 08.00–11.00',
  cost: 'Memasang papan tarif, dengan nomor pengaduan pungutan',
  product: 'Memeriksa ulang setiap surat sebelum diserahkan',
  competence: 'Melatih petugas memakai aplikasi pelayanan, dua hari',
  behaviour: 'Pelatihan etika pelayanan bagi semua petugas loket',
  complaint_handling: 'Menjawab setiap keluhan tertulis paling lama tiga hari kerja',
  facilities: 'Menambah dua puluh kursi dan satu kipas di ruang tunggu',
}

const ROWS = 3
const DAY = 86_400_000

interface DemoPlan {
  /** Name of the unit. */
  unit: string
  /** Half-years before the one that is running. */
  back: number
  owner: string
  cost?: string
  /** Days after publication on which the rows were done, by priority; null for one that is under way. */
  done: (number | null)[]
}

const PLANS: DemoPlan[] = [
  {
    unit: 'Loket Pelayanan Kecamatan Medan Amplas',
    back: 3,
    owner: 'Kepala Seksi Pelayanan Kecamatan Medan Amplas',
    done: [70, 88, 95],
  },
  { unit: 'Rawat Jalan Puskesmas Amplas', back: 3, owner: 'Kepala Tata Usaha Puskesmas Amplas', done: [60, 90, 300] },
  {
    unit: 'Loket Pelayanan Kecamatan Medan Amplas',
    back: 1,
    owner: 'Kepala Seksi Pelayanan Kecamatan Medan Amplas',
    cost: 'Rp 9.500.000',
    done: [100, null, null],
  },
]

/** What was done by now. @param units that are there, by name. */
export function planActs(actAs: ActAs, units: FilledUnit[], today: Date): Act[] {
  return PLANS.flatMap((plan) => {
    const unit = units.find(({ plan: { name } }) => name === plan.unit)
    return unit ? actsOf(actAs, plan, unit, halfYear(today, plan.back)).filter(({ when }) => when <= today) : []
  })
}

function actsOf(actAs: ActAs, plan: DemoPlan, unit: FilledUnit, half: DemoPeriod): Act[] {
  const made: string[] = []
  const after = (days: number) => new Date(half.publishing.getTime() + days * DAY)
  const step = (index: number, days: number, does: (scope: Scope, slug: string) => Promise<unknown>): Act => ({
    when: after(days),
    act: async (when) => void (await does(actAs('officer', when), made[index] ?? '')),
  })
  return [
    {
      when: after(11),
      act: async (when) => void made.push(...(await drawUp(actAs('officer', when), plan, unit, half))),
    },
    ...plan.done.map((days, i) =>
      days === null
        ? step(i, 40, async (scope, slug) => granted(await takeStep(scope, slug, { step: 'running' })))
        : step(i, days, async (scope, slug) => granted(await takeStep(scope, slug, evidenceOf(unit)))),
    ),
  ]
}

async function drawUp(officer: Scope, plan: DemoPlan, unit: FilledUnit, half: DemoPeriod): Promise<string[]> {
  const { items } = await listSurveys(officer, { region: unit.plan.region, state: 'published', limit: 100 })
  const survey = items.find((one) => one.unit.slug === unit.slug && one.period === half.name)
  if (!survey) throw new Error(`The demonstration has no survey of ${plan.unit} for ${half.name}.`)
  const { elements } = await getPlan(officer, survey.slug)
  const quarters = quartersFrom(dayIn(officer.now, survey.timezone), ROWS)
  const rows = elements.slice(0, ROWS).map(({ key }, i) => ({
    element: key,
    what: ACTIVITIES[key],
    quarter: quarters[i] ?? '',
    owner: plan.owner,
    ...(plan.cost && i === 0 ? { cost: plan.cost } : {}),
  }))
  const { plan: stands } = granted(await makePlan(officer, survey.slug, { rows }))
  return stands.rows.map(({ commitment }) => commitment.slug)
}

function evidenceOf(unit: FilledUnit) {
  return {
    step: 'done' as const,
    evidenceText: 'Sudah berjalan; foto dan tanggalnya ada di papan informasi loket.',
    evidenceUrl: `/unit/${unit.slug}`,
  }
}
