/** Consultations in which every field of text holds an attack: asked, answered, objected to, closed. */
import type { OpenDatabase } from '#db/database.ts'
import type { Actor } from '#server/access.ts'
import { announce, changeDates, changeWording } from '#server/consultation/announcing.ts'
import { answer } from '#server/consultation/answering.ts'
import { addAttachment } from '#server/consultation/attachments.ts'
import { readDeskQuery } from '#server/consultation/answer-desk.ts'
import { makeBundle } from '#server/consultation/bundles.ts'
import { keepDeskFilter } from '#server/consultation/desk-filters.ts'
import { closeConsultation } from '#server/consultation/closing.ts'
import { draftConsultation, getConsultation } from '#server/consultation/consultations.ts'
import { enterInput } from '#server/consultation/desk-inputs.ts'
import { getDraft } from '#server/consultation/drafts.ts'
import { noteOnInputs, tagInputs } from '#server/consultation/input-marking.ts'
import { submitInput, type ReceivedInput } from '#server/consultation/inputs.ts'
import { listNeeds, takeStance } from '#server/consultation/needs.ts'
import { confirmAnswer, objectToAnswer } from '#server/consultation/objections.ts'
import { makeOrganisation, submitRoom, writeInRoom } from '#server/consultation/organisations.ts'
import { HASIL } from '#server/consultation/rules/outcomes.ts'
import { publishVersion, saveDraft } from '#server/consultation/versions.ts'
import { granted } from '#server/demo/fill-places.ts'
import type { GivenFile } from '#server/files.ts'
import { newSubmissionKey } from '#server/ids.ts'
import { scopeOf, type Scope } from '#server/scope.ts'
import { dayFromNow } from '../support/days.ts'
import { SCRIPTS } from './attacks.ts'

export interface AttackedConsultations {
  /** It takes inputs today, on the whole and on its passages. */
  open: string
  /** Its need is asked about today. */
  asked: string
  /** Its inputs are being answered. */
  answered: string
  /** Closed, with inputs that have no answer. */
  closed: string
  /** In preparation. */
  prepared: string
  need: string
  block: string
  /** Codes of receipts: of what was answered, of what was objected to, and of all inputs to the open one. */
  receipts: { answered: string; objected: string; open: string[] }
  /** The code of an organisation's lead. */
  room: string
}

interface Consulted {
  unit: string
  groups: string[]
  /** Somebody with every role. */
  staff: Actor
  attacks: readonly string[]
}

type At = (days: number, actor?: Actor | null) => Scope

const DAY_MS = 86_400_000
const SCRIPT_LINES = SCRIPTS.join('\n')

/** As long as the field takes, and no shorter than it asks. */
export function fit(attack: string, least: number, most: number): string {
  return attack.trim().slice(0, most).padEnd(least, '.')
}

/** By a name that runs, and what it is by its bytes. */
export function attackedFile(attack: string): GivenFile {
  return { name: `${attack}.txt`, bytes: Buffer.from('Usul warga RW 03.') }
}

export async function attackConsultations(database: OpenDatabase, given: Consulted): Promise<AttackedConsultations> {
  const { attacks } = given
  const at: At = (days, actor = given.staff) => scopeOf(database, { actor, now: new Date(Date.now() + days * DAY_MS) })
  const plan = (first: number) => ({
    needFrom: dayFromNow(first),
    needUntil: dayFromNow(first + 4),
    draftFrom: dayFromNow(first + 5),
    draftUntil: dayFromNow(first + 15),
    answerBy: dayFromNow(first + 40),
  })
  const plain = async (title: string, first: number) => {
    const words = { title: fit(title, 8, 160), summary: fit(SCRIPT_LINES, 20, 2000) }
    const asks = { units: [given.unit], groups: given.groups, statements: attacks.slice(0, 20) }
    const input = { ...words, about: 'draft' as const, ...asks, needNoneReason: SCRIPT_LINES, ...plan(first) }
    return granted(await draftConsultation(at(first - 1), input)).slug
  }
  const draft = async (title: string, first: number) => {
    const slug = await plain(title, first)
    granted(await saveDraft(at(first - 1), slug, { text: articles(attacks) }))
    const attached = await addAttachment(at(first - 1), slug, attackedFile(title))
    if (!attached.ok) throw new Error(JSON.stringify(attached.issues))
    return slug
  }
  const begin = async (title: string, first: number) => {
    const slug = await draft(title, first)
    granted(await announce(at(first - 1), slug))
    return { slug, need: await speakOfNeeds(at, slug, first + 1, attacks) }
  }
  const [asked, open, answered, closed] = [
    await begin(SCRIPTS[2]!, -1),
    await begin(SCRIPTS[0]!, -10),
    await begin(SCRIPTS[1]!, -18),
    await begin(SCRIPTS[3]!, -20),
  ]
  for (const { slug } of [open, answered, closed]) granted(await publishVersion(at(-9.5), slug, {}))
  const written = await writeInputs(at, open.slug, { days: -0.5, group: given.groups[0]!, attacks })
  const toAnswer = await writeInputs(at, answered.slug, { days: -8, group: given.groups[1]!, attacks })
  await writeInputs(at, closed.slug, { days: -8, group: given.groups[2]!, attacks })
  await moveAlong(at, open.slug, plan(-10))
  granted(await closeConsultation(at(-0.5), closed.slug, { reason: SCRIPT_LINES }))
  for (const title of attacks) granted(await announce(at(-2), await plain(title, -1)))
  const prepared = await draft(SCRIPTS[4]!, 5)
  const slugs = { asked: asked.slug, open: open.slug, answered: answered.slug, closed: closed.slug, prepared }
  const { room, block } = written
  const receipts = {
    ...(await answerAll(at, answered.slug, toAnswer.receipts, attacks)),
    open: written.receipts.map(({ receipt }) => receipt),
  }
  return { ...slugs, need: asked.need, room, block, receipts }
}

function articles(texts: readonly string[]): string {
  return texts.map((text, i) => `Pasal ${i + 1}\n${text}`).join('\n\n')
}

/** @returns the id of a need that people spoke of */
async function speakOfNeeds(at: At, slug: string, days: number, attacks: readonly string[]): Promise<string> {
  const anyone = at(days, null)
  const [need] = await listNeeds(anyone, (await getConsultation(anyone, slug)).id)
  for (const reason of attacks) {
    await takeStance(anyone, slug, need!.id, { stance: 'dispute', reason }, { key: newSubmissionKey() })
  }
  return need!.id
}

interface Written {
  days: number
  group: string
  attacks: readonly string[]
}

/** Of everyone's, an officer's and an organisation's hand; then a version that says most passages otherwise. */
async function writeInputs(at: At, slug: string, { days, group, attacks }: Written) {
  const anyone = at(days, null)
  const { passages = [] } = (await getDraft(anyone, (await getConsultation(anyone, slug)).id)) ?? {}
  const blocks = passages.map(({ blockId }) => blockId)
  const receipts: ReceivedInput[] = []
  for (const [i, text] of attacks.entries()) {
    const about = i % 2 ? { block: blocks[(i + 1) % 4], stance: 'change' as const, proposal: text } : {}
    const fields = { ...about, text, group, email: 'warga@contoh.balai' }
    const file = i < SCRIPTS.length ? attackedFile(text) : null
    const outcome = await submitInput(anyone, slug, fields, newSubmissionKey(), { file })
    if (outcome.kind !== 'received') throw new Error(`${text} was not taken in: ${JSON.stringify(outcome)}`)
    receipts.push(outcome)
    const entered = { text, group, via: 'meeting', provenance: fit(text, 1, 200) }
    const atDesk = await enterInput(at(days), slug, entered, newSubmissionKey())
    if (atDesk.kind !== 'received') throw new Error(`${text} was not entered: ${JSON.stringify(atDesk)}`)
  }
  const { leadCode } = granted(await makeOrganisation(anyone, slug, { name: SCRIPTS[1]! }))
  const sent: string[] = []
  // The last passage says what the last of them says: nothing to propose.
  for (const text of attacks.slice(0, -1)) {
    const written = { author: text, block: blocks.at(-1)!, stance: 'change', text, proposal: text }
    sent.push(granted(await writeInRoom(anyone, slug, leadCode, written)).id)
  }
  const { leadCode: room } = granted(await makeOrganisation(anyone, slug, { name: SCRIPTS[0]! }))
  granted(await writeInRoom(anyone, slug, room, { author: SCRIPTS[0]!, text: SCRIPT_LINES }))
  granted(await submitRoom(anyone, slug, leadCode, sent))
  granted(
    await saveDraft(at(days), slug, { text: articles(attacks.map((text, i) => (i % 3 ? text : `${text} lagi`))) }),
  )
  granted(await publishVersion(at(days), slug, { note: SCRIPT_LINES }))
  granted(await saveDraft(at(days), slug, { text: articles(attacks.slice(3)) }))
  granted(await publishVersion(at(days), slug, { note: SCRIPT_LINES }))
  return { receipts, room, block: blocks[4]! }
}

async function moveAlong(at: At, slug: string, plan: { answerBy: string }): Promise<void> {
  granted(await changeDates(at(0), slug, { ...plan, answerBy: dayFromNow(60), reason: SCRIPT_LINES }))
  const words = { title: fit(SCRIPTS[5]!, 8, 160), summary: fit(SCRIPT_LINES, 20, 2000) }
  granted(await changeWording(at(0), slug, { ...words, reason: SCRIPT_LINES }))
}

async function answerAll(
  at: At,
  slug: string,
  received: ReceivedInput[],
  attacks: readonly string[],
): Promise<{ answered: string; objected: string }> {
  const { passages = [] } = (await getDraft(at(0), (await getConsultation(at(0), slug)).id)) ?? {}
  const numbers = received.map(({ number }) => number)
  const reasonOf = (attack: string) => fit(attack, 10, 4000)
  for (const title of attacks.slice(0, attacks.length / 7)) {
    const inputs = numbers.splice(0, 2)
    const { bundle } = granted(await makeBundle(at(-1), slug, { title: fit(title, 5, 160), inputs }))
    granted(await answer(at(-1), slug, { bundle }, { hasil: 'not-accepted', reason: SCRIPT_LINES }))
    const filter = readDeskQuery(new URLSearchParams({ tag: title.slice(0, 60) }))
    granted(await keepDeskFilter(at(-1), slug, filter, { filterName: fit(title, 1, 60) }))
  }
  for (const [i, number] of numbers.entries()) {
    const attack = attacks[i]!
    const changed = { changedBlock: passages[0]?.blockId ?? null, changedVersion: 3 }
    const promise = { promise: fit(attack, 10, 300), promiseBy: dayFromNow(30) }
    const given = { hasil: HASIL[i % 5]!, reason: reasonOf(attack), ...(i % 5 ? {} : { ...changed, ...promise }) }
    granted(await answer(at(-1), slug, { inputs: [number] }, given))
  }
  for (const attack of attacks) {
    granted(await noteOnInputs(at(-1), slug, [numbers[0]], { note: attack }))
    const tag = await tagInputs(at(-1), slug, [numbers[0]], { tag: attack.slice(0, 40) })
    if (tag.ok && SCRIPTS.includes(attack)) throw new Error('A word for sorting holds signs that no word has.')
  }
  granted(await tagInputs(at(-1), slug, [numbers[0]], { tag: 'antrean' }))
  const [answered, objected, confirmed] = received.slice(-3).map(({ receipt }) => receipt)
  for (const code of [objected!, confirmed!]) {
    granted(await objectToAnswer(at(-0.5, null), code, { reason: SCRIPT_LINES.slice(0, 2000) }))
  }
  const last = received.at(-1)!.number
  granted(await confirmAnswer(at(0), slug, last, { reason: SCRIPT_LINES }))
  return { answered: answered!, objected: objected! }
}
