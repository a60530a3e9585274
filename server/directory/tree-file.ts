/** A region's list as a file: every thing on a line, in columns that an import reads back without changing anything. */
import { stringify } from 'csv-stringify/sync'
import { findRegionBySlug } from '#db/directory/regions.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { COLUMNS, FIELDS_OF, type Column, type Field } from './rules/tree-columns.ts'
import { readTree, type TreeThing } from './tree-text.ts'
import { headerOf, writeCell, type TreeLocale } from './tree-values.ts'

/** Closed things too, each behind what it stands in. Public: all of it stands on pages. @throws Refused not-found */
export async function writeTreeFile(scope: Scope, slug: string, locale: TreeLocale): Promise<string> {
  const region = await findRegionBySlug(scope.db, slug)
  if (!region) throw new Refused('not-found')
  const tree = await readTree(scope.db, region.code)
  const slugs = new Map(tree.map(({ id, slug }) => [id, slug]))
  const rows = inTreeOrder(tree).map((thing) => COLUMNS.map((column) => cellOf(thing, column, slugs, locale)))
  // Where the decimal sign is a comma, a spreadsheet begins a new cell at a semicolon too: quoted, text stays in its own.
  return stringify([headerOf(locale), ...rows], { record_delimiter: 'windows', quoted_match: /[;\t\r\n]/ })
}

function cellOf(thing: TreeThing, column: Column, slugs: ReadonlyMap<string, string>, locale: TreeLocale): string {
  const { level, slug, parentId, fields } = thing
  if (column === 'level') return writeCell(locale, column, level)
  if (column === 'slug') return slug
  if (column === 'part_of') return (parentId && slugs.get(parentId)) ?? ''
  return FIELDS_OF[level].includes(column as Field) ? writeCell(locale, column, fields[column] ?? '') : ''
}

function inTreeOrder(tree: readonly TreeThing[]): TreeThing[] {
  const below = Map.groupBy(tree, ({ parentId }) => parentId)
  const walk = (parentId: string | null): TreeThing[] => {
    const here = below.get(parentId) ?? []
    const units = here.filter(({ level }) => level !== 'institution')
    const institutions = here.filter(({ level }) => level === 'institution')
    return [...units, ...institutions].flatMap((thing) => [thing, ...walk(thing.id)])
  }
  return walk(null)
}
