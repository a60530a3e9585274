/** Takes what the desk of those who answer was sent: which act, and for which inputs. */
import type { DeskQuery } from '#server/consultation/answer-desk.ts'
import { answer } from '#server/consultation/answering.ts'
import { addToBundle, makeBundle, mergeBundles, removeFromBundle, splitBundle } from '#server/consultation/bundles.ts'
import { noteOnInputs, tagInputs, takeInputs } from '#server/consultation/input-marking.ts'
import { forgetDeskFilter, keepDeskFilter } from '#server/consultation/desk-filters.ts'
import { confirmAnswer } from '#server/consultation/objections.ts'
import type { Issues } from '#server/forms.ts'
import type { Scope } from '#server/scope.ts'

export type DeskDone = 'answer' | 'confirm' | 'bundle' | 'take' | 'tag' | 'note' | 'filter'
export type DeskOutcome = { ok: true; done: DeskDone; bundle?: string } | { ok: false; issues: Issues }

interface Sent {
  said: (name: string) => string
  inputs: number[]
  bundle: string
  query: DeskQuery
}

type Act = (scope: Scope, slug: string, sent: Sent) => Promise<DeskOutcome>

const ACTS: Record<string, Act> = {
  answer: async (scope, slug, { said, inputs, bundle }) => {
    const answered = said('whole') === '1' && bundle ? { bundle } : { inputs }
    const names = ['hasil', 'reason', 'changedBlock', 'changedVersion', 'promise', 'promiseBy']
    const given = Object.fromEntries(names.map((name) => [name, said(name)]))
    return told('answer', await answer(scope, slug, answered, given as never))
  },
  confirm: async (scope, slug, { said, inputs }) => {
    const [number, ...others] = inputs
    if (number === undefined || others.length > 0) return { ok: false, issues: { inputs: 'one' } }
    return told('confirm', await confirmAnswer(scope, slug, number, { reason: said('reason') }))
  },
  filter: async (scope, slug, { said, query }) =>
    told('filter', await keepDeskFilter(scope, slug, query, { filterName: said('filterName') })),
  unfilter: async (scope, slug, { said }) => {
    await forgetDeskFilter(scope, slug, said('filterName'))
    return { ok: true, done: 'filter' }
  },
  take: async (scope, slug, { inputs }) => told('take', await takeInputs(scope, slug, inputs)),
  give: async (scope, slug, { inputs }) => told('take', await takeInputs(scope, slug, inputs, { back: true })),
  tag: async (scope, slug, { said, inputs }) =>
    told('tag', await tagInputs(scope, slug, inputs, { tag: said('newTag') })),
  untag: async (scope, slug, { said, inputs }) =>
    told('tag', await tagInputs(scope, slug, inputs, { tag: said('newTag') }, { off: true })),
  note: async (scope, slug, { said, inputs }) =>
    told('note', await noteOnInputs(scope, slug, inputs, { note: said('note') })),
  bundle: async (scope, slug, { said, inputs }) => {
    const made = await makeBundle(scope, slug, { title: said('title'), inputs })
    return made.ok ? { ok: true, done: 'bundle', bundle: made.bundle } : made
  },
  split: async (scope, slug, { said, inputs, bundle }) => {
    const made = await splitBundle(scope, slug, bundle, { title: said('title'), inputs })
    return made.ok ? { ok: true, done: 'bundle', bundle: made.bundle } : made
  },
  add: async (scope, slug, { said, inputs }) => {
    if (inputs.length === 0 || !said('toBundle')) return { ok: false, issues: { inputs: 'choose' } }
    await addToBundle(scope, slug, said('toBundle'), inputs)
    return { ok: true, done: 'bundle' }
  },
  remove: async (scope, slug, { inputs, bundle }) => {
    if (inputs.length === 0) return { ok: false, issues: { inputs: 'choose' } }
    await removeFromBundle(scope, slug, bundle, inputs)
    return { ok: true, done: 'bundle' }
  },
  merge: async (scope, slug, { said, bundle }) => {
    if (!said('toBundle')) return { ok: false, issues: { toBundle: 'required' } }
    await mergeBundles(scope, slug, bundle, said('toBundle'))
    return { ok: true, done: 'bundle', bundle: said('toBundle') }
  },
}

/** @throws Refused as the use cases do */
export async function takeDeskAct(scope: Scope, slug: string, query: DeskQuery, form: FormData): Promise<DeskOutcome> {
  const said = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.replaceAll('\0', '') : ''
  }
  const act = Object.hasOwn(ACTS, said('act')) ? ACTS[said('act')] : ACTS.answer
  const inputs = form.getAll('input').map(Number).filter(Number.isSafeInteger)
  return act ? act(scope, slug, { said, inputs, bundle: query.bundle, query }) : { ok: false, issues: {} }
}

function told(done: DeskDone, outcome: { ok: true } | { ok: false; issues: Issues }): DeskOutcome {
  // The use cases call the form’s own fields by shorter names.
  if (outcome.ok) return { ok: true, done }
  const { tag, ...issues } = outcome.issues
  return { ok: false, issues: tag ? { ...issues, newTag: tag } : issues }
}
