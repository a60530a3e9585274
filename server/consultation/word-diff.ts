/** What changed between two texts, word by word. */
import { diffWordsWithSpace } from 'diff'

export interface WordChange {
  what: 'same' | 'added' | 'removed'
  text: string
}

/** Beyond so many changed words two texts are simply two texts. */
const MOST_EDITS = 1500

/** In reading order; joined, what isn't removed is the new text, and what isn't added is the old one. */
export function diffTexts(before: string, after: string): WordChange[] {
  if (before === after) return before ? [{ what: 'same', text: before }] : []
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (!changes) return [removed(before), added(after)].filter(({ text }) => text !== '')
  return changes.map(({ value, added: isAdded, removed: isRemoved }) =>
    isAdded ? added(value) : isRemoved ? removed(value) : { what: 'same', text: value },
  )
}

const added = (text: string): WordChange => ({ what: 'added', text })
const removed = (text: string): WordChange => ({ what: 'removed', text })
