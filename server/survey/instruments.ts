/** The questionnaire of a statutory satisfaction survey, and the versions of it that surveys have used. */
import { findInstrumentByHash, insertInstrument, listInstrumentVersions } from '#db/survey/instruments.ts'
import type { InstrumentRow } from '#db/survey/tables.ts'
import { newId } from '../ids.ts'
import { sha256 } from '../ledger/commitments.ts'
import { jcs } from '../ledger/jcs.ts'
import type { Scope } from '../scope.ts'
import { instrument as english } from '../words/en/instrument.ts'
import { instrument as indonesian } from '../words/id/instrument.ts'
import { ELEMENT_ORDERS, elementLabel, type ElementKey, type ElementOrder } from './rules/elements.ts'
import type { InstrumentContent, InstrumentElement, InstrumentQuestion } from './rules/instrument.ts'
import { PROFILE_KEYS, PROFILE_OPTIONS, type ProfileKey } from './rules/profile.ts'

export const LONGEST_COMMENT = 2000

/**
 * The template of PermenPANRB 14/2017 as this program words it today. The annex's form asks facilities 8th and complaints
 * 9th, so that is the order unless another is declared. `paid` takes the answers for a service that charges a fee.
 */
export function skmInstrument(paid: boolean, order: ElementOrder = 'annex'): InstrumentContent {
  return {
    key: 'skm',
    source: 'PermenPANRB 14/2017',
    paid,
    order,
    elements: ELEMENT_ORDERS[order].map((key) => elementOf(key, paid, order)),
    comment: {
      question: { id: indonesian.comment.question, en: english.comment.question },
      hint: { id: indonesian.comment.hint, en: english.comment.hint },
      longest: LONGEST_COMMENT,
    },
    profile: PROFILE_KEYS.map(questionOf),
  }
}

/** The stored version with this content, made if no survey used it yet. */
export async function ensureInstrument(scope: Scope, content: InstrumentContent): Promise<InstrumentRow> {
  const contentHash = sha256(jcs(content as never))
  const known = await findInstrumentByHash(scope.db, contentHash)
  if (known) return known
  const versions = await listInstrumentVersions(scope.db, content.key)
  const row = {
    id: newId(),
    key: content.key,
    version: Math.max(0, ...versions) + 1,
    content: JSON.stringify(content),
    contentHash,
  }
  await insertInstrument(scope.db, row)
  return row
}

function elementOf(key: ElementKey, paid: boolean, order: ElementOrder): InstrumentElement {
  const [id, en] = [indonesian, english].map((words) => ({
    ...words.elements[key],
    ...(key === 'cost' && paid ? words.paidCost : {}),
  })) as [typeof indonesian.elements.cost, typeof english.elements.cost]
  return {
    key,
    label: elementLabel(key, order),
    name: { id: id.name, en: en.name },
    question: { id: id.question, en: en.question },
    plain: { id: id.plain, en: en.plain },
    answers: { id: id.answers, en: en.answers },
  }
}

function questionOf(key: ProfileKey): InstrumentQuestion {
  const labels = (words: typeof indonesian): Record<string, string> => words.profile[key].options
  return {
    key,
    question: { id: indonesian.profile[key].question, en: english.profile[key].question },
    options: PROFILE_OPTIONS[key].map((option) => ({
      key: option,
      label: { id: labels(indonesian)[option] ?? option, en: labels(english)[option] ?? option },
    })),
  }
}
