/** A unit that surveys each quarter on paper: each file is imported as an officer would. */
import type { Scope } from '../scope.ts'
import { importAnswers } from '../survey/import.ts'
import { handIn } from '../survey/publication.ts'
import { ELEMENT_KEYS } from '../survey/rules/elements.ts'
import { inventAnswers } from './answers.ts'
import type { FilledUnit } from './fill-places.ts'
import { openDemoSurvey, publishDemoSurvey } from './fill-surveys.ts'
import type { Act, ActAs, Say } from './fill.ts'
import { quarter } from './periods.ts'

/** What is done for each quarter before this one, the oldest first. */
export function quarterlyActs(actAs: ActAs, unit: FilledUnit, today: Date, say: Say): Act[] {
  const past = unit.plan.periods.length
  return Array.from({ length: past }, (_, index): Act[] => {
    const period = quarter(today, past - index)
    let slug = ''
    return [
      {
        when: period.opening,
        act: async (when) => {
          slug = await openDemoSurvey(actAs('officer', when), unit, period, index)
        },
      },
      { when: period.handingIn, act: (when) => importSheets(actAs('officer', when), slug, unit, index) },
      {
        when: period.publishing,
        act: async (when) => {
          // The last one waits for whoever tries what a publisher does.
          if (index < past - 1) return publishDemoSurvey(actAs('publisher', when), slug)
          say(`${past - 1} triwulan dari kertas: hasil terbit, satu menunggu pengesah`)
        },
      },
    ]
  }).flat()
}

async function importSheets(officer: Scope, slug: string, { plan }: FilledUnit, index: number): Promise<void> {
  const rows = inventAnswers(plan, index, {}).map(({ answers }) => ELEMENT_KEYS.map((key) => answers[key]).join(','))
  const text = [ELEMENT_KEYS.join(','), ...rows].join('\n')
  const outcome = await importAnswers(officer, slug, {
    name: 'lembar-kertas.csv',
    read: () => new Blob([text]).stream(),
  })
  if (outcome.kind !== 'imported') throw new Error(`The sheets were refused: ${JSON.stringify(outcome)}`)
  await handIn(officer, slug)
}
