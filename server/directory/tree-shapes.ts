/** What the API says of a region's list as it is imported. */
import { z } from 'zod'
import { COLUMNS, LEVELS } from './rules/tree-columns.ts'
import { LARGEST_TREE_FILE, type TreePreview } from './tree-import.ts'

const text = z.string('text').max(LARGEST_TREE_FILE, 'too-long').meta({ description: 'The file’s text.' })
const count = z.int()
const fields = z.record(z.string(), z.string()).meta({ description: 'By column; flags are "1" or empty.' })

export const previewBody = z.strictObject({ text }).meta({ id: 'List' })
export const importBody = z
  .strictObject({ text, shown: z.string('text').max(64, 'too-long').meta({ description: 'As the preview said it.' }) })
  .meta({ id: 'ListToApply' })

export const previewShape = z
  .strictObject({
    shown: z.string().nullable().meta({ description: 'For applying it; null when there is nothing to apply.' }),
    steps: z.array(
      z.strictObject({
        act: z.enum(['add', 'change']),
        level: z.enum(LEVELS),
        name: z.string(),
        within: z.string().nullable().meta({ description: 'Name of what it stands in.' }),
        line: count,
        before: fields,
        after: fields,
      }),
    ),
    wrong: z.array(
      z.strictObject({
        line: count,
        issue: z.string(),
        column: z.enum(COLUMNS).optional(),
        value: z.string().optional(),
      }),
    ),
    same: count.meta({ description: 'Lines that say what is stored.' }),
    left: count.meta({ description: 'Things that no line names; they stay as they are.' }),
  })
  .meta({ id: 'ListPreview' })

export const importedShape = z
  .strictObject({ id: z.string(), added: count, changed: count })
  .meta({ id: 'ListApplied' })

export const pastImportShape = z
  .strictObject({
    id: z.string(),
    importedAt: z.iso.datetime(),
    undoneAt: z.iso.datetime().nullable(),
    added: count,
    changed: count,
    hindrance: z
      .strictObject({
        why: z.enum(['changed', 'gone', 'below', 'survey', 'grant', 'above']),
        name: z.string().meta({ description: 'Of the thing that it is about.' }),
      })
      .nullable(),
  })
  .meta({ id: 'PastImport' })

export function showPreview({ shown, steps, wrong, same, left }: TreePreview) {
  const shownSteps = steps.map(({ act, level, name, within, line, before, after }) => {
    return { act, level, name, within, line, before, after }
  })
  return { shown, steps: shownSteps, wrong, same, left }
}

export function showImported({ id, added, changed }: { id: string; added: number; changed: number }) {
  return { id, added, changed }
}
