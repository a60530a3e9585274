/** Whether an input may come in as it is, at the moment it arrives. Pure. */
import type { Phase } from '#db/consultation/tables.ts'
import { takesInputs } from './phases.ts'

/** What a consultation lets in at a moment. */
export interface Gate {
  phase: Phase
  /** The version that people see; undefined before there is one. */
  version: { id: string; number: number } | undefined
  /** Ids of the stakeholder groups that a writer may say they belong to. */
  groups: ReadonlySet<string>
}

/** A passage as it stands somewhere. */
export interface PassageText {
  versionId: string
  text: string
  textHash: string
}

export interface Passage {
  /** In the version that people see; undefined if that one doesn't have it. */
  now: PassageText | undefined
  /** In the last version that had it; undefined for what is no passage of this consultation. */
  last: PassageText | undefined
  /** As the writer read it, if they said which version. */
  seen: PassageText | undefined
}

export interface Candidate {
  block: string | null
  stance: 'agree' | 'disagree' | 'change' | null
  proposal: string | null
  group: string | null
  /** Taken although its passage is gone. */
  tray: boolean
  /** From paper or speech, entered by an officer: also while the office considers what came in. */
  entered: boolean
}

export type Admission =
  | { kind: 'admitted'; spokeOf: PassageText | null }
  | { kind: 'refused'; reason: 'not-open' | 'closed' }
  /** The draft moved on while it was being written. */
  | { kind: 'moved'; reason: 'changed' | 'vanished' }
  | { kind: 'invalid'; issues: Record<string, string> }

/** @param passage of the candidate's block; undefined for an input on the whole. */
export function admitInput(gate: Gate, candidate: Candidate, passage: Passage | undefined): Admission {
  const { phase } = gate
  const isOpen = takesInputs(phase) || (candidate.entered && phase === 'consideration')
  if (!isOpen) return { kind: 'refused', reason: phase === 'preparation' ? 'not-open' : 'closed' }
  if (candidate.group !== null && !gate.groups.has(candidate.group))
    return { kind: 'invalid', issues: { group: 'choose' } }
  if (!passage) return { kind: 'admitted', spokeOf: null }
  return admitOnPassage(candidate, passage)
}

function admitOnPassage({ stance, proposal, tray }: Candidate, { now, last, seen }: Passage): Admission {
  if (!last) return { kind: 'invalid', issues: { block: 'no-passage' } }
  if (!now) return tray ? { kind: 'admitted', spokeOf: seen ?? last } : { kind: 'moved', reason: 'vanished' }
  if (seen && seen.textHash !== now.textHash) return { kind: 'moved', reason: 'changed' }
  if (stance === 'change' && sameText(proposal ?? '', now.text))
    return { kind: 'invalid', issues: { proposal: 'same' } }
  return { kind: 'admitted', spokeOf: now }
}

function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\s+/gu, ' ').trim()
  return plain(a) === plain(b)
}
