/** How a paper ends: corrections and dissent, who signs it, and what was added or covered since. */
import type { Part } from '../documents/document.ts'
import { dayIn } from '../directory/rules/days.ts'
import { formatDate, formatNumber } from '../words/format.ts'
import { wordsOf } from '../words/words.ts'
import { heading, list, paragraph } from './paper-head.ts'
import type { PaperFrame } from './papers.ts'
import type { PublicRecord } from './record-public.ts'

export function afterParts({ corrections, dissents }: PublicRecord, { locale }: PaperFrame): Part[] {
  const t = wordsOf(locale).musyawarahRecord
  const outcomeOf = ({ outcome, reason }: PublicRecord['corrections'][number]) =>
    [t.outcomes[outcome ?? 'waiting'], reason].filter(Boolean).join(': ')
  const settled = corrections.map((one) => t.correction(formatNumber(locale, one.number), one.text, outcomeOf(one)))
  return [
    ...(settled.length > 0 ? [heading(t.corrections), ...list(settled)] : []),
    ...(dissents.length > 0
      ? [heading(t.dissents), ...list(dissents.map(({ who, text }) => t.dissent(who, text)))]
      : []),
  ]
}

/** Who signs it by the rules of order; who signed it, once they did. */
export function closingParts({ signed, rules }: PublicRecord, { locale }: PaperFrame): Part[] {
  const { musyawarahPapers, musyawarahRecord: t } = wordsOf(locale)
  const blocks = signed ? signed.signatures : rules.signers.map((office) => ({ office, name: '' }))
  return [paragraph(musyawarahPapers.closing), heading(t.signatures), { kind: 'signatures', blocks }]
}

/** Minutes and proceedings are signed by who chaired and who wrote. */
export function minutesEnd({ meeting }: PublicRecord, frame: PaperFrame): Part[] {
  const { facts, signatures } = wordsOf(frame.locale).musyawarahRecord
  const blocks = [
    { office: facts.chair, name: meeting.chair },
    { office: facts.minuteTaker, name: meeting.minuteTaker },
  ]
  return [heading(signatures), { kind: 'signatures', blocks }, ...addendaParts(frame)]
}

export function addendaParts({ added, locale, zone }: PaperFrame): Part[] {
  const t = wordsOf(locale).musyawarahPapers
  const addenda = added.addenda.flatMap(({ part, number, signedOn, text, signatures }): Part[] => [
    heading(t.addendum(formatNumber(locale, part), number, formatDate(locale, signedOn)), 2),
    paragraph(text),
    ...list(signatures.map(({ office, name }) => t.signedBy(office, name))),
  ])
  const covered = added.covered.map(({ at, reason }) =>
    paragraph(t.covered(formatDate(locale, dayIn(new Date(at), zone)), reason)),
  )
  return [...(addenda.length > 0 ? [heading(t.addenda), ...addenda] : []), ...covered]
}
