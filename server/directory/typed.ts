/** Things of the directory as their forms and their lines in a file hold them: text by field, empty where there is none. */
import type { InstitutionRow, RegionRow, ServiceRow, UnitRow } from '#db/directory/tables.ts'
import { eachPart, type StandardParts } from './rules/standard.ts'

export function typedRegion({ name, parents, areas, population, sample }: RegionRow) {
  const lines = (list: string) => (JSON.parse(list) as string[]).join('\n')
  return {
    name,
    parents: lines(parents),
    areas: lines(areas),
    population: String(population ?? ''),
    sample: flagOf(sample),
  }
}

export function typedInstitution({ name, kind, code }: Pick<InstitutionRow, 'name' | 'kind' | 'code'>) {
  return { name, code: code ?? '', kind: String(kind) }
}

type UnitText = Pick<UnitRow, 'name' | 'code' | 'sector' | 'address' | 'contact'>

export function typedUnit({ name, code, sector, address, contact }: UnitText) {
  return { name, code: code ?? '', sector, address: lined(address), contact: lined(contact) }
}

type ServiceText = Pick<ServiceRow, 'name' | 'paid' | 'standard' | 'standardParts' | 'contact' | 'complaintUrl'>

export function typedService({ name, paid, standard, standardParts, contact, complaintUrl }: ServiceText) {
  const stated = JSON.parse(standardParts ?? '{}') as Partial<StandardParts>
  return {
    name,
    paid: flagOf(paid),
    ...eachPart((part) => lined(stated[part] ?? null)),
    standard: lined(standard),
    contact: lined(contact),
    complaintUrl,
  }
}

function flagOf(column: 0 | 1): string {
  return column === 1 ? '1' : ''
}

function lined(text: string | null): string {
  return (text ?? '').replace(/\r\n?/g, '\n')
}
