/** What must hold of a region's tree, whoever changes it and however: of rows as they stand, and of a tree as it would be. */

export interface TreePart {
  what: 'institution' | 'unit'
  id: string
  /** What it stands in: an institution, or null at the top of the region. */
  parentId: string | null
  code: string | null
  closed: boolean
}

export interface TreeFault {
  id: string
  what: 'parent-missing' | 'circle' | 'open-below-closed' | 'code-double'
}

export function treeFaults(parts: readonly TreePart[]): TreeFault[] {
  const institutions = new Map(parts.filter(({ what }) => what === 'institution').map((part) => [part.id, part]))
  const standing = parts.flatMap((part) => {
    const what = faultAbove(part, institutions)
    return what ? [{ id: part.id, what }] : []
  })
  return [...standing, ...doubledCodes(parts)]
}

function faultAbove(part: TreePart, institutions: ReadonlyMap<string, TreePart>): TreeFault['what'] | undefined {
  const passed = new Set([part.id])
  for (let at = part; at.parentId !== null;) {
    const above = institutions.get(at.parentId)
    if (!above) return 'parent-missing'
    if (passed.has(above.id)) return 'circle'
    if (above.closed && !part.closed) return 'open-below-closed'
    passed.add(above.id)
    at = above
  }
  return part.what === 'unit' && part.parentId === null ? 'parent-missing' : undefined
}

/** Institutions have codes of their own, units too: within each kind none may stand twice. */
function doubledCodes(parts: readonly TreePart[]): TreeFault[] {
  const coded = parts.filter(({ code }) => code !== null)
  const alike = Map.groupBy(coded, ({ what, code }) => `${what} ${code}`)
  return [...alike.values()].flatMap(([, ...more]) => more.map(({ id }) => ({ id, what: 'code-double' as const })))
}
