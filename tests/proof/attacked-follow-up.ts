/** Policies, promises and decisions of moderators in which every field of text holds an attack. */
import type { OpenDatabase } from '#db/database.ts'
import type { Actor } from '#server/access.ts'
import { addCommitment } from '#server/commitment/commitments.ts'
import { answerDispute, disputeCommitment } from '#server/commitment/disputes.ts'
import { getPlan, makePlan } from '#server/commitment/plans.ts'
import { quartersFrom } from '#server/commitment/rules/quarter.ts'
import { takeStep } from '#server/commitment/steps.ts'
import { granted } from '#server/demo/fill-places.ts'
import { parseCode } from '#server/ledger/receipts.ts'
import { judge } from '#server/moderation/judging.ts'
import { textOfAuthor } from '#server/moderation/own-text.ts'
import { reportText } from '#server/moderation/reporting.ts'
import { askReview, decideReview } from '#server/moderation/reviews.ts'
import { follow } from '#server/notice/following.ts'
import { closeEvaluation, openEvaluation, promiseInEvaluation, saveEvaluation } from '#server/policy/evaluation.ts'
import { recordEvent } from '#server/policy/events.ts'
import { explainPolicy } from '#server/policy/explanation.ts'
import { addPolicy, changePolicy, getPolicyRow } from '#server/policy/policies.ts'
import { promiseForPolicy } from '#server/policy/promises.ts'
import { POLICY_TOPICS } from '#server/policy/schema.ts'
import { scopeOf, type Scope } from '#server/scope.ts'
import { actorWith } from '../directory/actors.ts'
import { dayFromNow } from '../support/days.ts'
import { attackedFile, fit } from './attacked-consultations.ts'
import { SCRIPTS } from './attacks.ts'

const SCRIPT_LINES = SCRIPTS.join('\n')
/** An address of another site, as far as an attack can be one. */
const ADDRESS = `https://contoh.go.id/${SCRIPTS[0]}`

export interface AttackedPolicies {
  /** Its evaluation is open. */
  evaluated: string
  /** Revised and explained; its evaluation is closed. */
  explained: string
}

/** One for each attack, for the lists; the first ones live through all that can happen to a policy. */
export async function attackPolicies(
  officer: Scope,
  place: string,
  attacks: readonly string[],
): Promise<AttackedPolicies> {
  const slugs: string[] = []
  for (const attack of attacks) slugs.push(granted(await addPolicy(officer, { ...factsOf(attack), place })).slug)
  const [evaluated, explained, revoked] = slugs.slice(1) as [string, string, string]
  const { id } = await getPolicyRow(officer, explained)
  granted(await follow(officer, { kind: 'policy', id }, { email: 'pengikut@contoh.id', address: '10.0.0.1' }, 'id'))
  for (const slug of [evaluated, explained, revoked]) {
    granted(await changePolicy(officer, slug, factsOf(SCRIPTS[slugs.indexOf(slug)]!)))
    await enact(officer, slug)
    granted(await explainPolicy(officer, slug, explanationOf(attacks.slice(0, 30))))
    const promise = { ...promiseOf(SCRIPTS[0]!), place }
    granted(await promiseForPolicy(officer, slug, promise))
  }
  granted(await recordEvent(officer, revoked, { kind: 'revoked', day: dayFromNow(0), note: SCRIPT_LINES }))
  const finding = { verdict: 'not-improved' as const, finding: SCRIPT_LINES, evidenceUrl: ADDRESS }
  for (const slug of [evaluated, explained]) {
    await openEvaluation(officer, slug)
    granted(await promiseInEvaluation(officer, slug, promiseOf(SCRIPTS[1]!)))
    const runs = await saveEvaluation(officer, slug, { ...finding, evidenceUrl: SCRIPTS[5]! })
    if (runs.ok) throw new Error('An address that runs was taken for evidence.')
    granted(await saveEvaluation(officer, slug, finding))
  }
  granted(await closeEvaluation(officer, explained, finding))
  return { evaluated, explained }
}

function factsOf(attack: string) {
  const names = { title: fit(attack, 10, 300), initiator: fit(attack, 3, 160), enactor: fit(attack, 3, 160) }
  return { ...names, kind: 'perda' as const, topics: [POLICY_TOPICS[0]], summary: fit(attack, 20, 2000) }
}

async function enact(officer: Scope, slug: string): Promise<void> {
  const said = { day: dayFromNow(0), legalNumber: SCRIPTS[0]!, note: SCRIPT_LINES.slice(0, 1000) }
  for (const kind of ['drafting', 'consultation', 'enacted', 'in-force', 'revised'] as const) {
    granted(await recordEvent(officer, slug, { kind, ...said }))
  }
}

function explanationOf(attacks: readonly string[]) {
  const stages = attacks.map((attack) => {
    return { title: fit(attack, 3, 160), explanation: fit(attack, 10, 2000), watchedBy: attack }
  })
  const questions = attacks.map((attack, i) => {
    const audience = i % 2 ? ('residents' as const) : ('civil-servants' as const)
    return { audience, question: fit(attack, 5, 300), answer: fit(attack, 5, 2000) }
  })
  return { stages, questions }
}

/** What is promised in it. */
export function promiseOf(attack: string) {
  const words = { what: fit(attack, 10, 300), why: fit(attack, 10, 1000), owner: fit(attack, 3, 160) }
  const work = { steps: fit(attack, 10, 1000), cost: attack.slice(0, 160) }
  return { ...words, ...work, dueOn: dayFromNow(30), budget: attack.slice(0, 300) }
}

/** One for each attack, done, put off, dropped or moved. @returns the slug of one that is done */
export async function attackPromises(officer: Scope, place: string, attacks: readonly string[]): Promise<string> {
  const slugs: string[] = []
  for (const [i, attack] of attacks.entries()) {
    const source = { place, sourceTitle: fit(attack, 3, 300), sourcePath: i % 2 ? ADDRESS : '/survei' }
    const { commitment } = granted(await addCommitment(officer, { ...promiseOf(attack), ...source }))
    slugs.push(commitment.slug)
    const reason = fit(attack, 10, 1000)
    const step = (['done', 'deferred', 'dropped', 'due-moved'] as const)[i % 4]!
    const why = { reason, reasonCode: 'other' as const, dueOn: step === 'due-moved' ? dayFromNow(60) : null }
    const evidence = { evidenceText: reason, evidenceUrl: ADDRESS }
    const given = step === 'done' ? { step, ...evidence } : { step, ...why }
    granted(await takeStep(officer, commitment.slug, given, step === 'done' ? attackedFile(attack) : undefined))
    if (step === 'done') await attackDispute(officer, commitment.slug, attack)
  }
  return slugs[4]!
}

/** Said of what is done, and answered but for the first. */
async function attackDispute(officer: Scope, slug: string, attack: string): Promise<void> {
  const reason = fit(attack, 10, 1000)
  for (const key of ['kunci-acak-yang-cukup-panjang', 'kunci-acak-lain-yang-panjang']) {
    const said = await disputeCommitment({ ...officer, actor: null }, slug, { reason }, { key })
    if (said.kind !== 'received') throw new Error(`An attack was not taken: ${JSON.stringify(said)}`)
  }
  granted(await answerDispute(officer, slug, 2, { answer: reason }))
}

/** Rows of a survey's plan, on its two lowest elements. */
export async function attackPlan(officer: Scope, slug: string, attacks: readonly string[]): Promise<void> {
  const { elements } = await getPlan(officer, slug)
  const [quarter = ''] = quartersFrom(dayFromNow(0), 1)
  const rows = attacks.slice(0, 20).map((attack, i) => {
    const { what, owner, steps, cost, budget } = promiseOf(`${attack} ${i}`)
    return { element: elements[i % 2]!.key, quarter, what, owner, steps, cost, budget }
  })
  granted(await makePlan(officer, slug, { rows }))
}

/** What moderators see of inputs that were reported, covered, hidden and looked at again. */
export async function attackModeration(database: OpenDatabase, staff: Actor, codes: string[]): Promise<void> {
  const [anyone, first] = [scopeOf(database), scopeOf(database, { actor: staff })]
  const second = scopeOf(database, { actor: actorWith('moderator', 'portal') })
  const texts = await Promise.all(codes.map((code) => textOfAuthor(anyone, parseCode(code) ?? '')))
  for (const [i, text] of texts.entries()) {
    const [id, note, code] = [text!.id, SCRIPTS[i % SCRIPTS.length]!, parseCode(codes[i]!)!]
    if (text!.state === 'held') granted(await judge(first, id, { act: 'show' }))
    granted(await reportText(anyone, id, { reason: 'other', note }, `10.9.0.${i}`))
    if (i % 3 === 0) continue
    if (i % 3 === 1) {
      granted(await judge(first, id, { act: 'mask', pieces: text!.text.split('\n')[0]!.slice(0, 6), note }))
      continue
    }
    granted(await judge(first, id, { act: 'hide', reason: 'insult', note }))
    granted(await askReview(anyone, code, { statement: SCRIPT_LINES }))
    if (i % 2) granted(await decideReview(second, id, { outcome: i % 4 === 1 ? 'upheld' : 'reversed', note }))
  }
}
