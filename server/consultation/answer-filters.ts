/** The filters of the public matrix: what an address may ask for, and what it can choose from. */
import { countByBlock, countByGroup, type InputFilter } from '#db/consultation/answered-inputs.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import { listPassagesThrough } from '#db/consultation/passages-answered.ts'
import { findGroups } from '../directory/stakeholder-groups.ts'
import { asHeading, namePassages } from './passage-names.ts'
import type { Locale } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { answerWords } from './matrix-cells.ts'
import { HASIL, isHasil } from './rules/outcomes.ts'

export interface AnswerQuery {
  filter: InputFilter
  after: number
  /** What was asked for besides the place in the list, as an address has it. */
  params: Record<string, string>
  filtered: boolean
}

const WAITING = 'waiting'
const LARGEST = 2_147_483_647

/** What it doesn't know is left out. */
export function readAnswerQuery(search: URLSearchParams): AnswerQuery {
  const said = (name: string) => (search.get(name) ?? '').slice(0, 64)
  const [block, hasil, group, cursor] = ['block', 'hasil', 'group', 'cursor'].map(said)
  const filter: InputFilter = {
    ...(block === 'whole' ? { blockId: null } : block ? { blockId: block } : {}),
    ...(isHasil(hasil) ? { hasil } : hasil === WAITING ? { state: 'waiting' as const } : {}),
    ...(group ? { groupId: group } : {}),
  }
  const after = Number(cursor)
  const params = Object.fromEntries(Object.entries({ block, hasil, group }).filter(([, value]) => value)) as Record<
    string,
    string
  >
  return {
    filter,
    after: Number.isSafeInteger(after) && after > 0 && after < LARGEST ? after : 0,
    params,
    filtered: Object.keys(filter).length > 0,
  }
}

export interface AnswerFilter {
  name: 'block' | 'hasil' | 'group'
  label: string
  options: { value: string; label: string }[]
}

/** Only passages and groups that have inputs. */
export async function answerFilters(
  { db }: Scope,
  { id }: PlacedConsultation,
  locale: Locale,
): Promise<AnswerFilter[]> {
  const t = answerWords(locale)
  const blocks = await countByBlock(db, id)
  const named = blocks.flatMap(({ blockId }) => blockId ?? [])
  const labels = new Map((await listPassagesThrough(db, id, named)).map((passage) => [passage.blockId, passage]))
  const passages = [...labels.values()].sort((a, b) => a.position - b.position)
  const names = await namePassages(db, id)
  const nameOf = (blockId: string) => asHeading(names.last(blockId)?.name[locale] ?? '')
  const groups = await findGroups(
    db,
    (await countByGroup(db, id)).flatMap(({ groupId }) => groupId ?? []),
  )
  const whole = blocks.some(({ blockId }) => blockId === null) ? [{ value: 'whole', label: t.whole }] : []
  return [
    {
      name: 'block',
      label: t.matrix.block,
      options: [...whole, ...passages.map(({ blockId }) => ({ value: blockId, label: nameOf(blockId) }))],
    },
    {
      name: 'hasil',
      label: t.matrix.outcome,
      options: [
        ...HASIL.map((value) => ({ value, label: t.hasil[value] ?? value })),
        { value: WAITING, label: t.waiting },
      ],
    },
    {
      name: 'group',
      label: t.matrix.group,
      options: [...groups.values()].map(({ id, name }) => ({ value: id, label: name[locale] })),
    },
  ]
}
