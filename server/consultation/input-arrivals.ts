/** An input on its way in, and what may come of it. */
import type { InputVia } from '#db/consultation/input-tables.ts'
import type { GivenFile } from '../files.ts'
import type { Issues } from '../forms.ts'
import type { Suspicion } from '../moderation/rules/suspicion.ts'
import type { Resident } from '../identity/resident-sessions.ts'
import type { Locale } from '../paths.ts'
import type { InputBody } from './input-schema.ts'

/** How an input came. */
export interface Way {
  via: InputVia
  /** What the way it came gave away: see `arrivalSuspicions`. */
  suspicion?: Suspicion[]
  /** Account of the officer who entered it, and where what was entered comes from. */
  enteredBy?: string
  provenance?: string
  organisationId?: string
  /** The resident's account that it comes from. */
  resident?: Resident
  /** The language in which its writer is to be told. */
  locale?: Locale
}

export interface InputArrival {
  slug: string
  key: string
  /** Binds the key to this very input. */
  tag: string
  body: InputBody
  file: GivenFile | null
  way: Way
  at: Date
}

export interface ReceivedInput {
  kind: 'received'
  /** Formatted for reading. */
  receipt: string
  number: number
  state: 'shown' | 'held'
  /** Day by which somebody looks at a held one. */
  promisedBy: string | null
  /** Day by which an answer is promised. */
  answerBy: string
  /** False when the same was sent before. */
  first: boolean
}

export type InputSubmission =
  | ReceivedInput
  | { kind: 'refused'; reason: 'bad-key' | 'not-open' | 'closed' }
  /** Another input is stored under this key; it stays, and this is its receipt. */
  | { kind: 'refused'; reason: 'other-body'; receipt: string }
  /** The draft moved on: the passage reads otherwise now, or is gone. */
  | { kind: 'moved'; reason: 'changed' | 'vanished' }
  | { kind: 'invalid'; issues: Issues }

/** `missing`: there is no such consultation. */
export type InputEntry = InputSubmission | { kind: 'missing' }
