/** Takes a spreadsheet of answers: first a look at what it would change, then exactly that. */
import { applySheet, LARGEST_SHEET, previewSheet, type SheetPreview } from '#server/consultation/answer-sheet.ts'
import type { Scope } from '#server/scope.ts'

export type SheetAct =
  | { kind: 'wrong'; why: 'noFile' | 'tooBig' | 'unreadable' | 'columns' | 'tooMany' }
  | { kind: 'preview'; preview: SheetPreview; moved: boolean }
  | { kind: 'applied' }

/** @throws Refused as the use cases do */
export async function takeSheet(scope: Scope, slug: string, form: FormData): Promise<SheetAct> {
  if (form.get('act') === 'apply') {
    const outcome = await applySheet(
      scope,
      slug,
      rowsOf(String(form.get('rows') ?? '')),
      String(form.get('digest') ?? ''),
    )
    return outcome.ok ? { kind: 'applied' } : { kind: 'preview', preview: outcome.preview, moved: true }
  }
  const file = form.get('sheet')
  if (!(file instanceof File) || file.size === 0) return { kind: 'wrong', why: 'noFile' }
  if (file.size > LARGEST_SHEET) return { kind: 'wrong', why: 'tooBig' }
  const reading = await previewSheet(scope, slug, new Uint8Array(await file.arrayBuffer()))
  return reading.ok ? { kind: 'preview', preview: reading.preview, moved: false } : { kind: 'wrong', why: reading.why }
}

/** What is no list of rows has none: then its digest is another one, and the preview comes back. */
function rowsOf(packed: string): { number: number; hasil: string; reason: string }[] {
  try {
    const rows: unknown = JSON.parse(Buffer.from(packed, 'base64').toString('utf8'))
    if (!Array.isArray(rows)) return []
    return rows.map((row: Partial<Record<string, unknown>>) => ({
      number: Number(row.number),
      hasil: String(row.hasil ?? ''),
      reason: String(row.reason ?? ''),
    }))
  } catch {
    return []
  }
}
