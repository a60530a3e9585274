/** Takes what the import page was sent: a file to look at, its applying, or an earlier import's undoing. */
import {
  importTree,
  LARGEST_TREE_FILE,
  previewTree,
  type TreeImport,
  type TreePreview,
} from '#server/directory/tree-import.ts'
import { undoImport, type Hindrance } from '#server/directory/tree-undo.ts'
import type { Scope } from '#server/scope.ts'

export type ImportAct =
  | { kind: 'no-file' | 'too-large' }
  | { kind: 'preview'; preview: TreePreview; packed: string; moved: boolean }
  | { kind: 'imported'; added: number; changed: number }
  | { kind: 'undone' }
  | { kind: 'hindered'; hindrance: Hindrance }

/** @throws Refused as the use cases do */
export async function takeImport(scope: Scope, slug: string, form: FormData): Promise<ImportAct> {
  const said = (name: string) => String(form.get(name) ?? '')
  if (said('act') === 'apply') {
    const packed = said('text')
    const text = Buffer.from(packed, 'base64').toString('utf8')
    return afterImport(await importTree(scope, slug, { text, shown: said('shown') }), packed)
  }
  if (said('act') === 'undo') {
    const undone = await undoImport(scope, slug, said('id'))
    return undone.ok ? { kind: 'undone' } : { kind: 'hindered', hindrance: undone.hindrance }
  }
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return { kind: 'no-file' }
  if (file.size > LARGEST_TREE_FILE) return { kind: 'too-large' }
  const bytes = Buffer.from(await file.arrayBuffer())
  const text = bytes.toString('utf8')
  const preview = await previewTree(scope, slug, text)
  return { kind: 'preview', preview, packed: Buffer.from(text, 'utf8').toString('base64'), moved: false }
}

function afterImport(outcome: TreeImport, packed: string): ImportAct {
  if (outcome.ok) return { kind: 'imported', added: outcome.added, changed: outcome.changed }
  return { kind: 'preview', preview: outcome.preview, packed, moved: outcome.why === 'moved' }
}
