/** Takes the step that a posted form on the page of the draft asks for. */
import { correctMatch } from '#server/consultation/matches.ts'
import { discardDraft, publishVersion, saveDraft, saveDraftFile } from '#server/consultation/versions.ts'
import type { Issues } from '#server/forms.ts'
import type { Scope } from '#server/scope.ts'

type Taken =
  | { ok: true; done: 'save' | 'publish' | 'discard' | 'match'; count: number }
  /** `text`: what stands in the box, typed or read from a file. */
  | { ok: false; issues: Issues; text: string | undefined; values: Record<string, string> }

/** @throws Refused as the use cases do */
export async function takeDraftStep(scope: Scope, slug: string, form: FormData): Promise<Taken> {
  const valueOf = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.replaceAll('\0', '') : ''
  }
  const refused = (issues: Issues, text?: string): Taken => ({
    ok: false,
    issues,
    text,
    values: { note: valueOf('note') },
  })
  switch (valueOf('step')) {
    case 'read': {
      const file = form.get('file')
      if (!(file instanceof File) || file.size === 0) return refused({ file: 'file-missing' })
      const bytes = new Uint8Array(await file.arrayBuffer())
      const saved = await saveDraftFile(scope, slug, { name: file.name, bytes })
      return saved.ok ? { ok: true, done: 'save', count: saved.blocks } : refused(saved.issues, saved.text)
    }
    case 'save': {
      const saved = await saveDraft(scope, slug, { text: valueOf('text') })
      return saved.ok ? { ok: true, done: 'save', count: saved.blocks } : refused(saved.issues, valueOf('text'))
    }
    case 'publish': {
      const published = await publishVersion(scope, slug, { note: valueOf('note') })
      return published.ok ? { ok: true, done: 'publish', count: published.number } : refused(published.issues)
    }
    case 'match': {
      const corrected = await correctMatch(scope, slug, { block: valueOf('block'), old: valueOf('old') })
      return corrected.ok ? { ok: true, done: 'match', count: 0 } : refused(corrected.issues)
    }
    case 'discard':
      await discardDraft(scope, slug)
      return { ok: true, done: 'discard', count: 0 }
    default:
      return refused({ text: 'wrong' })
  }
}
