/** What the manage page can add: which fields, and which use case takes them. One form is shown at a time. */
import { may, mayAnywhere } from '#server/access.ts'
import { addInstitution, listInstitutionsWhere, type Institution } from '#server/directory/institutions.ts'
import { addRegion, listRegions, type RegionSummary } from '#server/directory/regions.ts'
import { STANDARD_PARTS } from '#server/directory/rules/standard.ts'
import { INSTITUTION_KINDS, REGION_KINDS, SECTORS, TIME_ZONES } from '#server/directory/schema.ts'
import { addService } from '#server/directory/services.ts'
import { addUnit, listUnitsWhere, type Unit } from '#server/directory/units.ts'
import { WEIGHT_POLICIES } from '#server/directory/rules/weight-policy.ts'
import { fixWeight } from '#server/directory/weights.ts'
import type { Issues } from '#server/forms.ts'
import type { Scope } from '#server/scope.ts'
import type { Words } from '#server/words/words.ts'

const FORMS = ['unit', 'service', 'institution', 'region', 'weight'] as const
export type FormName = (typeof FORMS)[number]

export type Added = { ok: true; name: string } | { ok: false; issues: Issues; values: Record<string, string> }

export interface FormField {
  name: string
  /** Instead of the name's own. */
  label?: string
  hint?: string
  type?: 'checkbox' | 'number' | 'url'
  rows?: number
  options?: { value: string; label: string }[]
  required?: boolean
}

/** What the actor may choose from, by name: where they build, and the units that they keep up. */
export interface Choices {
  regions: RegionSummary[]
  institutions: Institution[]
  units: Unit[]
}

export async function listChoices(scope: Scope): Promise<Choices> {
  const regions = await listRegions(scope)
  return {
    regions: regions.filter(({ code }) => may(scope.actor, 'directory.edit', { regionCode: code })),
    institutions: await listInstitutionsWhere(scope, 'directory.edit'),
    units: await listUnitsWhere(scope, 'directory.keep'),
  }
}

/** The forms that this actor can use: a new region needs the whole portal, the rest something of one’s own. */
export function formsFor(scope: Scope, choices: Choices): FormName[] {
  if (!mayAnywhere(scope.actor, 'directory.keep')) return []
  const open: Record<FormName, boolean> = {
    unit: choices.institutions.length > 0,
    service: choices.units.length > 0,
    institution: choices.regions.length > 0 || choices.institutions.length > 0,
    region: may(scope.actor, 'portal.administer', {}),
    weight: choices.regions.length > 0,
  }
  return FORMS.filter((form) => open[form])
}

export function fieldsOf(form: FormName, choices: Choices, words: Words): FormField[] {
  const t = words.directory
  const choose = { value: '', label: words.staff.choose }
  const named = (items: readonly string[], labels: Record<string, string>) => [
    choose,
    ...items.map((value) => ({ value, label: labels[value] ?? value })),
  ]
  const regions = [choose, ...choices.regions.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))]
  const institutions = choices.institutions.map(({ id, name }) => ({ value: id, label: name }))
  const units = choices.units.map(({ id, name }) => ({ value: id, label: name }))
  const staff = words.directoryStaff
  const ownCode = { name: 'code', label: staff.fields.ownCode, hint: staff.fields.ownCodeHint }
  const fields: Record<FormName, FormField[]> = {
    unit: [
      { name: 'name', required: true },
      { name: 'institution', options: [choose, ...institutions], required: true },
      { name: 'sector', options: named(SECTORS, t.sectors), required: true },
      ownCode,
      { name: 'address', rows: 2 },
      { name: 'contact' },
    ],
    service: [
      { name: 'name', required: true },
      { name: 'unit', options: [choose, ...units], required: true },
      { name: 'paid', type: 'checkbox' },
      { name: 'contact' },
      { name: 'complaintUrl', type: 'url' },
      ...STANDARD_PARTS.map((part) => ({ name: part, label: staff.standard.parts[part], rows: 3 })),
      { name: 'standard', label: staff.standard.other, rows: 3 },
    ],
    institution: [
      { name: 'name', required: true },
      { name: 'region', options: regions, required: true },
      { name: 'kind', options: named(INSTITUTION_KINDS, t.institutionKinds), required: true },
      { name: 'parent', options: [{ value: '', label: words.staff.none }, ...institutions] },
      ownCode,
    ],
    region: [
      { name: 'name', required: true },
      { name: 'kind', options: named(REGION_KINDS, t.regionKinds), required: true },
      { name: 'code', required: true },
      { name: 'slug' },
      { name: 'timezone', options: named(TIME_ZONES, t.timezones), required: true },
      { name: 'parents', rows: 3 },
      { name: 'areas', rows: 5 },
      { name: 'population', type: 'number' },
      { name: 'sample', type: 'checkbox' },
    ],
    weight: [
      { name: 'region', options: regions, required: true },
      { name: 'year', type: 'number', required: true },
      { name: 'weight', options: named(WEIGHT_POLICIES, words.results.proof.weights), required: true },
    ],
  }
  return fields[form]
}

/** Hands the typed values to the form's use case; the use case checks the permission. */
export async function add(scope: Scope, form: FormName, values: Record<string, string>, words: Words): Promise<Added> {
  const input = values as never
  if (form === 'region') return named(await addRegion(scope, input), ({ region }) => region.name)
  if (form === 'institution') return named(await addInstitution(scope, input), ({ institution }) => institution.name)
  if (form === 'unit') return named(await addUnit(scope, input), ({ unit }) => unit.name)
  if (form === 'service') return named(await addService(scope, input), ({ service }) => service.name)
  const { region = '', year = '', weight = '' } = values
  const outcome = await fixWeight(scope, { region, year: Number(year), weight })
  return named(outcome, () => words.directory.manage.fixWeight)
}

type Failed = { ok: false; issues: Issues; values: Record<string, string> }

function named<T>(outcome: ({ ok: true } & T) | Failed, nameOf: (made: T) => string): Added {
  return outcome.ok ? { ok: true, name: nameOf(outcome) } : outcome
}
