/** Which fields a thing of the directory is corrected by, with their labels. */
import { STANDARD_PARTS } from '#server/directory/rules/standard.ts'
import { INSTITUTION_KINDS, SECTORS } from '#server/directory/schema.ts'
import type { KeptThing } from '#server/directory/kept.ts'
import type { Words } from '#server/words/words.ts'

export interface KeepField {
  name: string
  label: string
  hint?: string
  type?: 'checkbox' | 'url'
  rows?: number
  options?: { value: string; label: string }[]
  autocomplete?: string
  inputmode?: 'numeric'
}

export function keepFields({ what, builds }: Pick<KeptThing, 'what' | 'builds'>, words: Words): KeepField[] {
  const t = words.directory.fields
  const s = words.directoryStaff
  const named = (items: readonly string[], labels: Record<string, string>) =>
    items.map((value) => ({ value, label: labels[value] ?? value }))
  const name = { name: 'name', label: t.name }
  const code = { name: 'code', label: s.fields.ownCode, hint: s.fields.ownCodeHint }
  const contact = { name: 'contact', label: t.contact, rows: 2 }
  switch (what) {
    case 'region':
      return [
        name,
        { name: 'parents', label: t.parents, rows: 3 },
        { name: 'areas', label: t.areas, rows: 5 },
        { name: 'population', label: t.population, inputmode: 'numeric' },
        { name: 'sample', label: t.sample, type: 'checkbox' },
      ]
    case 'institution':
      return [
        name,
        { name: 'kind', label: t.kind, options: named(INSTITUTION_KINDS, words.directory.institutionKinds) },
        code,
      ]
    case 'unit':
      return [
        name,
        ...(builds
          ? [{ name: 'sector', label: t.sector, options: named(SECTORS, words.directory.sectors) }, code]
          : []),
        { name: 'address', label: t.address, rows: 2 },
        contact,
      ]
    case 'service':
      return [
        name,
        { name: 'paid', label: t.paid, type: 'checkbox' },
        contact,
        { name: 'complaintUrl', label: t.complaintUrl, type: 'url' },
        ...STANDARD_PARTS.map((part) => ({ name: part, label: s.standard.parts[part], rows: 3 })),
        { name: 'standard', label: s.standard.other, rows: 3 },
      ]
  }
}
