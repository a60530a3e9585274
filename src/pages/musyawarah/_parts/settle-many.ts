/** The outcomes that a posted form has for many proposals: those that were chosen, each with its note. */
import type { Issues } from '#server/forms.ts'
import { keyOfForm } from '#server/musyawarah/once.ts'
import { settleProposals } from '#server/musyawarah/settling.ts'
import type { Scope } from '#server/scope.ts'

/** Issues: `outcome-<id>`, `note-<id>`, decision; none where nothing was chosen. @throws Refused as `settleProposals` */
export async function settleMany(
  scope: Scope,
  slug: string,
  values: Record<string, string>,
): Promise<{ ok: true; count: string } | { ok: false; issues: Issues }> {
  const ids = Object.keys(values).flatMap((name) => /^outcome-(.+)$/.exec(name)?.[1] ?? [])
  const decision = values.decision || null
  const outcomes = ids.map((id) => ({
    proposal: id,
    outcome: values[`outcome-${id}`] as never,
    outcomeNote: values[`note-${id}`] ?? null,
    decision,
  }))
  const [first] = Object.keys(values).filter((name) => name.startsWith('note-'))
  if (outcomes.length === 0) return { ok: false, issues: { [first?.replace('note-', 'outcome-') ?? 'form']: 'none' } }
  const outcome = await settleProposals(scope, slug, { outcomes, key: keyOfForm(values) })
  if (outcome.ok) return { ok: true, count: String(outcome.settled) }
  return { ok: false, issues: onRows(outcome.issues, ids) }
}

/** From `outcomes.3.outcomeNote` to the field of the row. */
function onRows(issues: Issues, ids: string[]): Issues {
  const named = { outcome: 'outcome', outcomeNote: 'note', proposal: 'outcome' } as Record<string, string>
  return Object.fromEntries(
    Object.entries(issues).map(([path, issue]) => {
      const [, index = '', field = ''] = /^outcomes\.(\d+)\.(\w+)$/.exec(path) ?? []
      const place = named[field]
      return [place ? `${place}-${ids[Number(index)]}` : field === 'decision' ? 'decision' : path, issue]
    }),
  )
}
