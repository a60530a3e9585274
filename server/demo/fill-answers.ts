/** What people wrote of the consultation that is over, and what each was answered; and answers in the one that is going on. */
import { getConsultation } from '../consultation/consultations.ts'
import { matrixPage } from '../consultation/answer-matrix.ts'
import { answer } from '../consultation/answering.ts'
import { publicConsultation } from '../consultation/answering-place.ts'
import { makeBundle } from '../consultation/bundles.ts'
import { offerBundles } from '../consultation/bundle-offers.ts'
import { closeConsultation } from '../consultation/closing.ts'
import { compareVersions } from '../consultation/comparing.ts'
import { coverage } from '../consultation/coverage.ts'
import { getDraft } from '../consultation/drafts.ts'
import { submitInput } from '../consultation/inputs.ts'
import { objectToAnswer } from '../consultation/objections.ts'
import { dayIn } from '../directory/rules/days.ts'
import { newSubmissionKey } from '../ids.ts'
import type { Scope } from '../scope.ts'
import { CHANGED_ANSWER, CLOSED_INPUTS, LIVE_ANSWERS, OBJECTION, OBJECTION_ANSWER } from './answers-given.ts'
import type { ConsultationDemo } from './fill-consultations.ts'
import { momentOf } from './fill-consultations.ts'
import type { Act } from './fill.ts'
import { granted } from './fill-places.ts'

/** Of the one with most inputs, so many are answered one by one. */
const ANSWERED_ALONE = 40

export function answerActs(demo: ConsultationDemo, { key }: { key: string }): Act[] {
  if (key === 'closed') return closedActs(demo)
  return key === 'bungo' ? liveActs(demo) : []
}

function closedActs(demo: ConsultationDemo): Act[] {
  const slug = () => demo.slugs.get('closed') ?? ''
  const officer = (when: Date) => demo.actAs('officer', when)
  const anyone = (when: Date): Scope => ({ ...demo.actAs('officer', when), actor: null })
  const receipts: string[] = []
  const write = async (when: Date) => {
    for (const { text, passage, stance, proposal } of CLOSED_INPUTS) {
      const scope = anyone(when)
      const { id } = await getConsultation(scope, slug())
      const draft = await getDraft(scope, id)
      const block =
        passage === undefined ? null : (draft?.passages.find(({ text }) => text.includes(passage))?.blockId ?? null)
      const fields = { text, stance, ...(block ? { block } : {}), ...(proposal && block ? { proposal } : {}) }
      const sent = await submitInput(scope, slug(), fields, newSubmissionKey())
      if (sent.kind !== 'received') throw new Error(`An input of the demonstration was not taken: ${sent.kind}`)
      receipts.push(sent.receipt)
    }
  }
  const answerAll = async (when: Date) => {
    const scope = officer(when)
    const letters = CLOSED_INPUTS.flatMap(({ letter }, index) => (letter ? [index + 1] : []))
    const { bundle } = granted(
      await makeBundle(scope, slug(), { title: 'Pegawai ikut membaca penilaiannya', inputs: letters }),
    )
    const { id } = await getConsultation(scope, slug())
    const changed = (await compareVersions(scope, id))?.passages.find(({ what }) => what === 'changed')
    const change = changed ? { changedBlock: changed.blockId, changedVersion: 2 } : {}
    const reason =
      'Penilaian yang tidak dibaca oleh yang dinilai tidak memperbaiki apa-apa. Naskah 2 mewajibkan ringkasannya diserahkan.'
    granted(await answer(scope, slug(), { bundle }, { hasil: 'accepted', reason, ...change }))
    for (const [index, { letter, given }] of CLOSED_INPUTS.entries()) {
      const promiseBy = given?.promise ? dayIn(momentOf(demo, 60), 'Asia/Jakarta') : null
      if (!letter && given) granted(await answer(scope, slug(), { inputs: [index + 1] }, { ...given, promiseBy }))
    }
  }
  const object = async (when: Date) => {
    const at = CLOSED_INPUTS.findIndex(({ objects }) => objects)
    granted(await objectToAnswer(anyone(when), receipts[at] ?? '', { reason: OBJECTION }))
  }
  const answerAgain = async (when: Date) => {
    const number = CLOSED_INPUTS.findIndex(({ objects }) => objects) + 1
    granted(await answer(officer(when), slug(), { inputs: [number] }, OBJECTION_ANSWER))
  }
  const close = async (when: Date) => {
    granted(await closeConsultation(demo.actAs('publisher', when), slug(), {}))
  }
  return [
    { when: momentOf(demo, -70, 5), act: write },
    { when: momentOf(demo, -44, 3), act: answerAll },
    { when: momentOf(demo, -40, 6), act: object },
    { when: momentOf(demo, -36, 3), act: answerAgain },
    { when: momentOf(demo, -29, 3), act: close },
  ]
}

/** The largest groups of letters are answered as one, the first inputs one by one; most still wait. */
function liveActs(demo: ConsultationDemo): Act[] {
  const act = async (when: Date) => {
    const scope = demo.actAs('officer', when)
    const slug = demo.slugs.get('bungo') ?? ''
    const { id } = await getConsultation(scope, slug)
    const { received } = await coverage(scope.db, id, when)
    const grouped = new Set<number>()
    for (const [index, { title, numbers }] of (await offerBundles(scope, slug)).slice(0, 3).entries()) {
      const { bundle } = granted(await makeBundle(scope, slug, { title: title.padEnd(5, '.'), inputs: numbers }))
      for (const number of numbers) grouped.add(number)
      const given = LIVE_ANSWERS[index]
      if (given && index < 2) granted(await answer(scope, slug, { bundle }, given))
    }
    for (const { block, version, numbers } of await changedByInputs(scope, slug)) {
      const inputs = numbers.filter((number) => !grouped.has(number))
      for (const number of inputs) grouped.add(number)
      const change = { changedBlock: block, changedVersion: version }
      if (inputs.length > 0) granted(await answer(scope, slug, { inputs }, { ...CHANGED_ANSWER, ...change }))
    }
    for (let number = 1; number <= Math.min(received, ANSWERED_ALONE); number += 1) {
      const given = LIVE_ANSWERS[number % LIVE_ANSWERS.length]
      if (given && !grouped.has(number)) granted(await answer(scope, slug, { inputs: [number] }, given))
    }
  }
  return [{ when: momentOf(demo, -1, 8), act }]
}

/** Passages that a later version changed, each with the first inputs on it, which came before. */
async function changedByInputs(scope: Scope, slug: string) {
  const consultation = await publicConsultation(scope, slug)
  const { rows } = await matrixPage(scope.db, consultation, {}, { after: 0, limit: ANSWERED_ALONE })
  const found: { block: string; version: number; numbers: number[] }[] = []
  for (const version of [2, 3]) {
    const compared = await compareVersions(scope, consultation.id, { from: version - 1, to: version })
    for (const { blockId: block, what } of compared?.passages ?? []) {
      const numbers = rows.filter((row) => row.block?.id === block).map(({ number }) => number)
      if (what === 'changed' && !found.some((one) => one.block === block)) found.push({ block, version, numbers })
    }
  }
  return found
}
