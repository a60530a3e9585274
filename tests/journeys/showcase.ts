/** The demonstration, and beside it one survey in each state that it lacks: something to see on every page. */
import type { OpenDatabase } from '#db/database.ts'
import { fillDemo } from '#server/demo/fill.ts'
import { granted } from '#server/demo/fill-places.ts'
import { submitInput, type InputFields } from '#server/consultation/inputs.ts'
import { makeOrganisation, writeInRoom } from '#server/consultation/organisations.ts'
import type { GivenFile } from '#server/files.ts'
import { newSubmissionKey } from '#server/ids.ts'
import { makeResidentLink } from '#server/identity/resident-sign-in.ts'
import { inviteAccount } from '#server/identity/roles.ts'
import { listInviteesFor } from '#server/musyawarah/invitees.ts'
import { listMeetings } from '#server/musyawarah/lists.ts'
import { scopeOf, transaction, type Scope } from '#server/scope.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { importAnswers } from '#server/survey/import.ts'
import { listSurveys } from '#server/survey/lists.ts'
import { correct, handIn, publish, withdraw } from '#server/survey/publication.ts'
import { draftSurvey, openSurvey } from '#server/survey/surveys.ts'
import { answeredDraft, type AnsweredDraft } from '../consultation/answered-draft.ts'
import { actorWith, portalAdmin } from '../directory/actors.ts'
import { dayFromNow } from '../support/days.ts'
import { openDraft, type OpenDraft } from '../consultation/open-draft.ts'
import { fillFollowUp, followDumai, plannedSurvey } from './follow-up.ts'
import { bodyOf, csvOf } from '../survey/world.ts'
import { fillTexts, type ShownTexts } from './showcase-texts.ts'
import { showConsultations, type ShownConsultations } from './showcase-consultations.ts'

/** Surveyed each quarter, while all others are surveyed each half-year. */
const LONG_UNIT = 'loket-perizinan-kota-dumai'
const REASON = 'Contoh alasan yang cukup panjang.'

export interface Showcase {
  /** Slugs of surveys, by what they show. */
  surveys: Record<(typeof STATES)[number], string>
  unit: string
  quietUnit: string
  /** With twelve periods and more. */
  longUnit: string
  shortCode: string
  /** Code of a stored answer. */
  receipt: string
  /** A consultation whose draft is open, with inputs on its first passage and on the whole. */
  consultation: OpenDraft
  /** Codes of an organisation's room, in which something was written. */
  room: { lead: string; member: string }
  /** Code of an input. */
  inputReceipt: string
  /** A consultation that is being answered, in Dumai. */
  answered: AnsweredDraft
  /** Token of a link for a resident to sign in with. */
  residentLink: string
  /** Links of mails to a follower: the one that asks, and the one that lets go. */
  followed: { token: string; code: string }
  /** Slug of a survey with a follow-up plan. */
  plan: string
  /** Token of a link to set a password. */
  invitation: string
  /** Code of an invitation to a meeting that is to come. */
  guest: string
  texts: ShownTexts
  /** More of what consultations show. */
  asked: ShownConsultations
}

const STATES = [
  ...(['draft', 'scheduled', 'open', 'answered', 'shown', 'closed', 'handed-in', 'unpublishable'] as const),
  ...(['published', 'corrected', 'withdrawn', 'too-few', 'partly-hidden', 'real'] as const),
]

export async function fillShowcase(database: OpenDatabase): Promise<Showcase> {
  await fillDemo(database, () => undefined)
  await fillFollowUp(database)
  const anyone = scopeOf(database)
  const officer = scopeOf(database, { actor: actorWith('officer', 'portal') })
  const publisher = scopeOf(database, { actor: actorWith('publisher', 'portal') })
  const of = async (region: string, state: 'open' | 'published') =>
    (await listSurveys(anyone, { region, state, limit: 100 })).items.filter(({ unit }) => unit.slug !== LONG_UNIT)
  const [open, published, small] = [
    await of('dumai', 'open'),
    await of('dumai', 'published'),
    await of('kemuning', 'published'),
  ]
  const [real] = await of('sekadau', 'published')
  const unit = open[0]!.unit.slug
  const make = surveyMaker(officer, unit)
  const surveys = {
    draft: await make('Rancangan', 10, 40, { open: false }),
    scheduled: await make('Terjadwal', 10, 40),
    open: open[0]!.slug,
    answered: await make('Dijawab', -5, 5, { answers: 31 }),
    shown: await make('Sementara', -5, 5, { answers: 45, showWhileOpen: true }),
    closed: await make('Ditutup', -30, -5, { rows: 12 }),
    'handed-in': await make('Diserahkan', -30, -5, { rows: 35 }),
    unpublishable: await make('Kurang', -30, -5, { rows: 35, served: 900 }),
    published: published[0]!.slug,
    corrected: await make('Diralat', -60, -31, { rows: 30, served: 30 }),
    withdrawn: await make('Dicabut', -90, -61, { rows: 30, served: 30 }),
    'too-few': small.find(({ unit }) => /Balai Desa/.test(unit.name))!.slug,
    'partly-hidden': await make('Sedikit', -120, -91, { rows: 4 }),
    real: real!.slug,
  }
  for (const slug of [
    surveys['handed-in'],
    surveys.unpublishable,
    surveys.corrected,
    surveys.withdrawn,
    surveys['partly-hidden'],
  ])
    await handIn(officer, slug)
  for (const slug of [surveys.corrected, surveys.withdrawn, surveys['partly-hidden']])
    granted(await publish(publisher, slug, { reason: REASON }))
  granted(await correct(publisher, surveys.corrected, { served: 33, note: 'Catatan yang diralat.', reason: REASON }))
  granted(await withdraw(publisher, surveys.withdrawn, { reason: REASON }))
  const consultation = await openDraft(database, { unit, officer: actorWith('officer', 'portal') })
  return {
    surveys,
    unit,
    consultation,
    room: await furnishRoom(anyone, consultation),
    inputReceipt: await writeInputs(anyone, consultation),
    quietUnit: real!.unit.slug,
    longUnit: LONG_UNIT,
    shortCode: open[0]!.shortCode,
    receipt: await answer(anyone, surveys.open),
    answered: await answeredDraft(database, { unit, officer: actorWith('officer', 'portal') }),
    residentLink: await residentLink(anyone),
    followed: await followDumai(anyone),
    plan: await plannedSurvey(anyone),
    invitation: await invite(scopeOf(database, { actor: portalAdmin })),
    guest: await guestOf(officer),
    texts: await fillTexts(database, '14.72'),
    asked: await showConsultations(anyone, officer, unit),
  }
}

async function guestOf(officer: Scope): Promise<string> {
  const { items } = await listMeetings(officer, { state: 'coming' })
  const [invitee] = await listInviteesFor(officer, items[0]!.slug)
  return invitee!.code
}

function residentLink(anyone: Scope): Promise<string> {
  const asked = { email: 'warga@contoh.id', askingHash: '' }
  return transaction(anyone, async (within) => (await makeResidentLink(within, asked)).token)
}

interface Wanted {
  open?: boolean
  served?: number
  showWhileOpen?: boolean
  /** How many residents answer it. */
  answers?: number
  /** How many answers come from paper. */
  rows?: number
}

function surveyMaker(officer: Scope, unit: string) {
  return async (period: string, first: number, last: number, wanted: Wanted = {}): Promise<string> => {
    const { open = true, served = null, showWhileOpen = false, answers = 0, rows = 0 } = wanted
    const days = { firstDay: dayFromNow(first), lastDay: dayFromNow(last) }
    const { survey } = granted(await draftSurvey(officer, { unit, period, ...days, served, showWhileOpen }))
    if (open) await openSurvey(officer, survey.slug)
    for (let i = 0; i < answers; i++) await answer({ ...officer, actor: null }, survey.slug)
    const text = csvOf(Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? '432143211' : '344-34433')))
    const file = { name: 'kertas.csv', read: () => new Blob([text]).stream() }
    if (rows > 0) await importAnswers(officer, survey.slug, file)
    return survey.slug
  }
}

async function answer(scope: Scope, slug: string): Promise<string> {
  const body = bodyOf('343434343', { comment: 'Antreannya cepat.', respondent: { sex: 'female' } })
  const outcome = await submitAnswer(scope, slug, newSubmissionKey(), body)
  if (outcome.kind !== 'received') throw new Error(`Not taken in: ${JSON.stringify(outcome)}`)
  return outcome.receipt
}

async function furnishRoom(scope: Scope, { slug, blocks }: OpenDraft): Promise<Showcase['room']> {
  const { leadCode, joinCode } = granted(await makeOrganisation(scope, slug, { name: 'Paguyuban Pedagang Pasar' }))
  const written = { author: 'Sari', block: blocks[0] ?? '', stance: 'agree', text: 'Kami setuju.' }
  granted(await writeInRoom(scope, slug, joinCode, written))
  return { lead: leadCode, member: joinCode }
}

/** One of each kind: on a passage, on the whole, in support of another, waiting, and with a file. */
async function writeInputs(scope: Scope, { slug, blocks }: OpenDraft): Promise<string> {
  const [block] = blocks
  const write = async (fields: InputFields, file: GivenFile | null = null) => {
    const outcome = await submitInput(scope, slug, fields, newSubmissionKey(), { file })
    if (outcome.kind !== 'received') throw new Error(`Not taken in: ${JSON.stringify(outcome)}`)
    return outcome
  }
  const proposal = 'Loket dibuka pukul 08.00 sampai dengan pukul 17.00, termasuk hari Sabtu.'
  const { receipt } = await write({ block, stance: 'change', proposal, text: 'Agar pekerja sempat.' })
  const file = { name: 'usul.txt', bytes: Buffer.from('Usul warga RW 03.') }
  const { number } = await write({ stance: 'agree', text: 'Pelayanan akan lebih baik.' }, file)
  await write({ supports: number })
  await write({ block, stance: 'disagree', text: 'Lihat https://a.example https://b.example https://c.example' })
  return receipt
}

async function invite(admin: Scope): Promise<string> {
  const person = { email: 'baru@contoh.balai', name: 'Petugas Baru', role: 'officer', scopeKind: 'portal' }
  const { invitation } = granted(await inviteAccount(admin, person))
  return invitation.link?.split('/').at(-1) ?? ''
}
