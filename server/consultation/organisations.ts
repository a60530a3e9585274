/**
 * An organisation writes together: its members behind one code, its lead behind another, who chooses and submits once. The
 * codes are kept as their hashes alone; whoever has one needs no account.
 */
import { z } from 'zod'
import { ORGANISATION_SUBJECT } from '#db/consultation/input-lists.ts'
import { findOrganisation, insertOrganisation, insertOrganisationText } from '#db/consultation/organisations.ts'
import * as organisations from '#db/consultation/organisations.ts'
import type { OrganisationRow } from '#db/consultation/input-tables.ts'
import { listPassages } from '#db/consultation/passages.ts'
import type { Transaction } from '#db/database.ts'
import { Refused } from '../errors.ts'
import { requiredPublicText } from '../form-fields.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { newId, newSubmissionKey } from '../ids.ts'
import { sha256 } from '../ledger/commitments.ts'
import { formatCode, receiptCode, receiptHash } from '../ledger/receipts.ts'
import { shownTexts, takeText } from '../moderation/texts.ts'
import { pathTo } from '../paths.ts'
import { publicText } from '../plain-text.ts'
import { transaction, type Scope } from '../scope.ts'
import { placeOfInputs, type InputPlace } from './input-lists.ts'
import { inputFormSchema } from './input-schema.ts'
import { storeInputs } from './input-store.ts'
import { placeOf } from './places.ts'
import { readArrival } from './inputs.ts'
import { takesInputs } from './rules/phases.ts'

const LONGEST_NAME = 120
const LONGEST_AUTHOR = 60
const MOST_TEXTS = 200

const organisationSchema = z.object({
  name: requiredPublicText(LONGEST_NAME).pipe(z.string().min(3, 'name')),
  email: z
    .string()
    .trim()
    .nullish()
    .transform((text) => text || null)
    .pipe(z.email('email').nullable()),
})

/** Both codes, said once. @throws Refused not-found, conflict while no inputs are taken */
export async function makeOrganisation(
  scope: Scope,
  slug: string,
  input: Record<string, unknown>,
): Promise<Outcome<{ name: string; joinCode: string; leadCode: string }>> {
  const { consultation, phase } = await placeOfInputs(scope, slug)
  if (!takesInputs(phase)) throw new Refused('conflict')
  const reading = readInput(organisationSchema, input)
  if (!reading.ok) {
    const issues = { ...reading.issues, ...(reading.issues.name === 'required' ? { name: 'name' } : {}) }
    return { ...reading, issues }
  }
  const [joinCode, leadCode] = [newSubmissionKey(), newSubmissionKey()]
  const { name, email } = reading.value
  await insertOrganisation(scope.db, {
    id: newId(),
    consultationId: consultation.id,
    name,
    email,
    groupId: null,
    joinCodeHash: sha256(joinCode),
    leadCodeHash: sha256(leadCode),
    createdAt: scope.now.toISOString(),
    submittedAt: null,
  })
  return { ok: true, name, joinCode, leadCode }
}

export interface Room {
  place: InputPlace
  name: string
  lead: boolean
  /** Whether something can still be written or sent. */
  open: boolean
  submittedAt: string | null
  texts: RoomText[]
  /** For the lead, once it was sent: what moderators make of the name, and its receipt. */
  nameState: { state: 'shown' | 'held' | 'hidden'; receipt: string } | null
  receipts: { number: number; receipt: string }[]
}

export interface RoomText {
  id: string
  author: string
  blockId: string | null
  stance: 'agree' | 'disagree' | 'change' | null
  text: string
  proposal: string | null
  chosen: boolean
}

/** What is behind a code. @throws Refused not-found */
export async function getRoom(scope: Scope, slug: string, code: string): Promise<Room> {
  const { place, organisation, lead } = await findRoom(scope, slug, code)
  const rows = await organisations.listOrganisationTexts(scope.db, organisation.id)
  const texts = rows.map(({ id, author, blockId, stance, text, proposal, chosen }) => {
    return { id, author, blockId, stance, text, proposal, chosen: chosen === 1 }
  })
  const open = organisation.submittedAt === null && takesInputs(place.phase)
  const { name, submittedAt } = organisation
  const receipts = lead && submittedAt ? await receiptsOf(scope, place, organisation, code, texts) : []
  const named = lead && submittedAt ? await shownTexts(scope.db, ORGANISATION_SUBJECT, [organisation.id]) : undefined
  const state = named?.get(organisation.id)?.state
  const nameState = state ? { state, receipt: formatCode(nameCode(organisation.id, code)) } : null
  return { place, name, lead, open, submittedAt, texts, nameState, receipts }
}

/** A member's text, for the others to see. @throws Refused not-found, conflict once it was sent or the phase is over */
export async function writeInRoom(
  scope: Scope,
  slug: string,
  code: string,
  input: Record<string, string>,
): Promise<Outcome<{ id: string }>> {
  const { place, organisation } = await openRoom(scope, slug, code)
  const author = publicText(input.author ?? '')
    .slice(0, LONGEST_AUTHOR)
    .toWellFormed()
  const reading = readInput(inputFormSchema, input)
  const issues: Issues = { ...(reading.ok ? {} : reading.issues), ...(author ? {} : { author: 'author' }) }
  if (!reading.ok || !author) return { ok: false, issues, values: reading.values }
  const { block, stance, text, proposal } = reading.value
  if (block && (await listPassages(scope.db, place.consultation.id, [block])).length === 0) {
    return { ok: false, issues: { block: 'no-passage' }, values: reading.values }
  }
  if ((await organisations.listOrganisationTexts(scope.db, organisation.id)).length >= MOST_TEXTS) {
    throw new Refused('conflict')
  }
  const id = newId()
  const updatedAt = scope.now.toISOString()
  const row = { id, organisationId: organisation.id, blockId: block, author, stance, text, proposal, updatedAt }
  await insertOrganisationText(scope.db, row)
  return { ok: true, id }
}

/** @throws Refused not-found, conflict */
export async function removeFromRoom(scope: Scope, slug: string, code: string, id: string): Promise<void> {
  const { organisation } = await openRoom(scope, slug, code)
  await organisations.deleteOrganisationText(scope.db, organisation.id, id)
}

/**
 * The lead sends what was chosen, once: each text becomes an input with a receipt of its own. All or nothing: an issue is
 * named by its text. @throws Refused not-found, forbidden to members, conflict
 */
export async function submitRoom(scope: Scope, slug: string, code: string, chosen: string[]): Promise<Outcome<object>> {
  const { place, organisation, lead } = await openRoom(scope, slug, code)
  if (!lead) throw new Refused('forbidden')
  const rows = await organisations.listOrganisationTexts(scope.db, organisation.id)
  const texts = rows.filter(({ id }) => chosen.includes(id))
  if (texts.length === 0) return { ok: false, issues: { form: 'none-chosen' }, values: {} }
  const arrivals = texts.map(({ id, blockId, stance, text, proposal }) => {
    const fields = { block: blockId, stance, text, proposal, email: organisation.email, tray: true }
    const way = { via: 'organisation' as const, organisationId: organisation.id }
    return readArrival({ slug, fields, key: keyOf(code, id), file: null, way, at: scope.now })
  })
  const ready = arrivals.flatMap((arrival) => (arrival.kind === 'arrival' ? arrival.arrival : []))
  if (ready.length < arrivals.length) return { ok: false, issues: { form: 'wrong' }, values: {} }
  return transaction(scope, async (inner): Promise<Outcome<object>> => {
    if (!(await organisations.markSubmitted(inner.db, organisation.id, scope.now.toISOString()))) {
      throw new Refused('conflict')
    }
    await handOverName(inner, place, { ...organisation, leadCode: code })
    const entries = await storeInputs(inner, ready)
    const wrong = entries.find(({ kind }) => kind !== 'received')
    // Nothing of it stays: what one text lacks is mended first.
    if (wrong) throw new Refused('conflict')
    await organisations.chooseOrganisationTexts(
      inner.db,
      organisation.id,
      texts.map(({ id }) => id),
    )
    return { ok: true }
  })
}

interface FoundRoom {
  place: InputPlace
  organisation: OrganisationRow
  lead: boolean
}

async function findRoom(scope: Scope, slug: string, code: string): Promise<FoundRoom> {
  const place = await placeOfInputs(scope, slug)
  const hash = sha256(code)
  const organisation = await findOrganisation(scope.db, place.consultation.id, hash)
  if (!organisation) throw new Refused('not-found')
  return { place, organisation, lead: organisation.leadCodeHash === hash }
}

async function openRoom(scope: Scope, slug: string, code: string): Promise<FoundRoom> {
  const found = await findRoom(scope, slug, code)
  if (found.organisation.submittedAt !== null || !takesInputs(found.place.phase)) throw new Refused('conflict')
  return found
}

/** The name is a text like any other that the public reads. */
async function handOverName(
  scope: Scope<Transaction>,
  { consultation }: InputPlace,
  { id, name, email, leadCode }: OrganisationRow & { leadCode: string },
): Promise<void> {
  const { slug, title, regionCode } = consultation
  await takeText(scope, {
    subject: { kind: ORGANISATION_SUBJECT, id },
    place: { ...placeOf(consultation), regionCode },
    text: name,
    title,
    path: pathTo('id', 'inputs', { slug }),
    before: consultation.premoderated === 1,
    author: { receiptHash: receiptHash(nameCode(id, leadCode)), ...(email ? { email } : {}) },
  })
}

/** The receipt of the name, which the lead alone can have. */
function nameCode(organisationId: string, leadCode: string): string {
  return receiptCode('input', organisationId, leadCode)
}

/** The lead's code makes the keys, so that the lead alone can have the receipts again. */
function keyOf(leadCode: string, textId: string): string {
  return `${leadCode}.${textId}`
}

async function receiptsOf(
  { db }: Scope,
  { consultation }: InputPlace,
  { id }: OrganisationRow,
  leadCode: string,
  texts: RoomText[],
): Promise<Room['receipts']> {
  const numbers = new Map(
    (await organisations.listInputsOfOrganisation(db, consultation.id, id)).map((row) => [row.receiptHash, row.number]),
  )
  return texts
    .filter(({ chosen }) => chosen)
    .flatMap((text) => {
      const code = receiptCode('input', consultation.id, keyOf(leadCode, text.id))
      const number = numbers.get(receiptHash(code))
      return number === undefined ? [] : [{ number, receipt: formatCode(code) }]
    })
}
