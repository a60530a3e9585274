/** What is wrong with a form of answers, as sentences in the order of the form, each with the place to jump to. */
import type { Words } from '#server/words/words.ts'
import type { ElementKey } from '#server/survey/rules/elements.ts'
import type { InstrumentContent } from '#server/survey/rules/instrument.ts'

export interface PlacedIssue {
  /** Id of the input to jump to. */
  field: string
  text: string
}

/** "Pertanyaan 4 (biaya) belum diisi." */
export function missingSentence(words: Words, key: ElementKey, number: number): string {
  return words.surveyForm.missing(number, words.instrument.elements[key].short)
}

/** `issues` are codes by field, as the form's schema gives them. */
export function placeIssues(words: Words, content: InstrumentContent, issues: Record<string, string>): PlacedIssue[] {
  const placed: PlacedIssue[] = []
  for (const [index, { key }] of content.elements.entries()) {
    if (key in issues) placed.push({ field: `${key}-1`, text: missingSentence(words, key, index + 1) })
  }
  if (issues.comment) placed.push({ field: 'comment', text: words.surveyForm.tooLong(content.comment.longest) })
  if (Object.keys(issues).length > placed.length) placed.push({ field: 'isi', text: words.surveyForm.notUnderstood })
  return placed
}
