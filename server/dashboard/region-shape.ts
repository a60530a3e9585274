/** What the API and the file beside its page say of a region: chosen fields, never rows. */
import { z } from 'zod'
import { INSTITUTION_KINDS, SECTORS } from '../directory/schema.ts'
import { ELEMENT_KEYS } from '../survey/rules/elements.ts'
import { SURVEY_STATES } from '../survey/rules/period.ts'
import { grade, index, interval, n, named, slug, weight } from './fields.ts'
import type { KindComparison } from './kinds.ts'
import type { UnitParticipation } from './participation.ts'
import type { RegionDashboard } from './region.ts'
import type { HalfYear } from './rules/half-year.ts'

const halfYear = z
  .strictObject({ key: z.string().meta({ example: '2026-2' }), firstDay: z.iso.date(), lastDay: z.iso.date() })
  .meta({ id: 'HalfYear', description: 'A half-year in the region’s zone; both days inclusive.' })

const participation = z
  .strictObject({
    ...named.shape,
    code: z.string().nullable().meta({ description: 'The region’s own number for it.' }),
    sector: z.enum(SECTORS),
    institution: z.strictObject({ kind: z.enum(INSTITUTION_KINDS), name: z.string() }),
    surveyed: z
      .boolean()
      .meta({ description: 'Whether it collects or has collected answers in the running half-year.' }),
    current: z
      .strictObject({ slug, period: z.string(), lastDay: z.iso.date(), state: z.enum(SURVEY_STATES) })
      .nullable()
      .meta({ description: 'Of its surveys in the running half-year the one that has come furthest.' }),
    latest: z
      .strictObject({ slug, period: z.string(), service: z.string().nullable(), n, ikm: index, grade })
      .nullable()
      .meta({ description: 'Its last published result that stands.' }),
  })
  .meta({ id: 'UnitParticipation' })

const pooled = z
  .strictObject({
    method: z.literal('sum-of-published-tallies'),
    parts: z.int().meta({ description: 'Published results that were added up; each has ten answers or more.' }),
    received: z.int(),
    respondents: z.int(),
    weight,
    ikm: index,
    grade,
    interval: interval.nullable().meta({ description: '95 %, index points, not rounded.' }),
    elements: z.array(
      z.strictObject({
        key: z.enum(ELEMENT_KEYS),
        answers: z.int(),
        blanks: z.int(),
        mean: z.number().nullable(),
        interval: interval.nullable(),
        grade,
      }),
    ),
  })
  .meta({ id: 'PooledResult', description: 'Every respondent counts once, wherever they were served.' })

const funnelShape = z
  .strictObject({
    centre: z.number().meta({ description: 'Mean of all complete respondents, exact weight, index points.' }),
    sd: z.number().meta({ description: 'Spread of one respondent within a unit, index points.' }),
    points: z.array(
      z.strictObject({
        ...named.shape,
        number: z.int().meta({ description: 'Place in code order. It is no rank.' }),
        n: z.int().meta({ description: 'Complete respondents.' }),
        value: z.number().meta({ description: 'Their mean, exact weight, index points, not rounded.' }),
        inner: interval.meta({ description: '95 % limits for a unit of that size.' }),
        outer: interval.meta({ description: '99.8 % limits.' }),
        position: z.enum(['far-below', 'below', 'inside', 'above', 'far-above']),
      }),
    ),
  })
  .meta({
    id: 'Funnel',
    description: 'Units of one kind in code order. Only from five units with ten complete answers.',
  })

const kind = z.strictObject({
  sector: z.enum(SECTORS),
  institutionKind: z.enum(INSTITUTION_KINDS),
  units: z.int(),
  funnel: funnelShape.nullable(),
  left: z.array(z.strictObject({ ...named.shape, reason: z.enum(['not-published', 'too-few']) })),
})

export const regionDashboardShape = z
  .strictObject({
    region: z.strictObject({ code: z.string(), slug, name: z.string(), sample: z.boolean() }),
    now: halfYear.meta({ description: 'The running half-year.' }),
    units: z.array(participation).meta({ description: 'In code order.' }),
    periods: z.array(halfYear).meta({ description: 'Of which results stand published, the latest first.' }),
    compared: z
      .strictObject({
        ...halfYear.shape,
        published: z.int(),
        units: z.int(),
        pooled: pooled.nullable(),
        kinds: z.array(kind),
      })
      .nullable()
      .meta({ description: 'What is published for one of the periods.' }),
  })
  .meta({ id: 'RegionDashboard' })

export function showRegionDashboard({ region, now, units, periods, compared }: RegionDashboard) {
  const { code, slug, name, sample } = region
  return {
    region: { code, slug, name, sample },
    now: showHalfYear(now),
    units: units.map(showParticipation),
    periods: periods.map(showHalfYear),
    compared: compared && {
      ...showHalfYear(compared),
      published: compared.published,
      units: compared.units,
      pooled: compared.pooled && showPooled(compared.pooled),
      kinds: compared.kinds.map(showKind),
    },
  }
}

type Compared = NonNullable<RegionDashboard['compared']>

function showPooled(pooled: NonNullable<Compared['pooled']>) {
  const { couldBe: _, ...figures } = pooled
  return { method: 'sum-of-published-tallies', ...figures }
}

function showHalfYear({ key, firstDay, lastDay }: HalfYear) {
  return { key, firstDay, lastDay }
}

function showParticipation({ slug, name, code, sector, institution, surveyed, current, latest }: UnitParticipation) {
  return { slug, name, code, sector, institution, surveyed, current, latest }
}

function showKind({ sector, institutionKind, units, funnel, left }: KindComparison) {
  const points = funnel?.points.map(({ unit: { slug, name }, ...point }) => ({ slug, name, ...point })) ?? []
  return {
    sector,
    institutionKind,
    units,
    funnel: funnel && { centre: funnel.centre, sd: funnel.sd, points },
    left: left.map(({ unit: { slug, name }, reason }) => ({ slug, name, reason })),
  }
}
