/** Consultations at the size of a busy province: each with a draft in passages, and inputs taken in as anyone's are. */
import type { OpenDatabase } from '#db/database.ts'
import { announce } from '#server/consultation/announcing.ts'
import { draftConsultation, getConsultationRow } from '#server/consultation/consultations.ts'
import { readArrival } from '#server/consultation/inputs.ts'
import { storeInputs } from '#server/consultation/input-store.ts'
import { getDraft } from '#server/consultation/drafts.ts'
import { saveDraft } from '#server/consultation/versions.ts'
import { dayIn } from '#server/directory/rules/days.ts'
import { granted } from '#server/demo/fill-places.ts'
import { newSubmissionKey } from '#server/ids.ts'
import { transaction } from '#server/scope.ts'
import { actAs } from './world.ts'

export interface ConsultationSizes {
  consultations: number
  /** In each consultation. */
  passages: number
  /** In all; the first consultation has `inOne` of them, half of those on one passage. */
  inputs: number
  inOne: number
}

export interface ConsultationWorld {
  slug: string
  id: string
  /** The passage that most speak of. */
  passage: string
  inOne: number
  inputs: number
  /** Slugs of all, and of some that have about 10,000 between them. */
  all: string[]
  some: string[]
}

const TOGETHER = 500
const SOME = 10_000
const DAY_MS = 86_400_000

export async function fillConsultations(
  database: OpenDatabase,
  unit: string,
  { consultations, passages, inputs, inOne }: ConsultationSizes,
): Promise<ConsultationWorld> {
  const first = await addConsultation(database, unit, 0, passages)
  await addInputs(database, first, inOne, (index) => (index % 2 === 0 ? 0 : index))
  const all = [first.slug]
  const rest = consultations - 1
  for (let nth = 1; nth <= rest; nth += 1) {
    const other = await addConsultation(database, unit, nth, passages)
    const share = Math.floor(((inputs - inOne) * nth) / rest) - Math.floor(((inputs - inOne) * (nth - 1)) / rest)
    await addInputs(database, other, share, (index) => index)
    all.push(other.slug)
  }
  const some = all.slice(1, 1 + Math.ceil((SOME * rest) / (inputs - inOne)))
  return { slug: first.slug, id: first.id, passage: first.passages[0] ?? '', inOne, inputs, all, some }
}

interface Filled {
  slug: string
  id: string
  passages: string[]
}

async function addConsultation(database: OpenDatabase, unit: string, nth: number, passages: number): Promise<Filled> {
  const officer = actAs(database, 'officer')
  const days = (count: number) => dayIn(new Date(Date.now() + count * DAY_MS), 'Asia/Jakarta')
  const { slug } = granted(
    await draftConsultation(officer, {
      title: `Rancangan layanan kepegawaian ${nth + 1}`,
      summary: 'Warga diminta membaca rancangan ini dan menyampaikan pendapatnya pasal demi pasal.',
      about: 'draft',
      units: [unit],
      needNoneReason: 'Rancangan ini diminta oleh peraturan yang lebih tinggi.',
      draftFrom: days(0),
      draftUntil: days(30),
      answerBy: days(60),
    }),
  )
  granted(await saveDraft(officer, slug, { text: draftOf(passages) }))
  granted(await announce(officer, slug))
  const { id } = await getConsultationRow(officer, slug)
  const draft = await getDraft(officer, id)
  return { slug, id, passages: draft?.passages.map(({ blockId }) => blockId) ?? [] }
}

function draftOf(passages: number): string {
  return Array.from({ length: passages }, (_, nth) => `Pasal ${nth + 1}\n${articleOf(nth)}`).join('\n\n')
}

function articleOf(nth: number): string {
  return `Setiap pegawai mengikuti pelatihan ${word(nth)} paling sedikit ${(nth % 40) + 2} jam setahun, dan hasilnya diumumkan.`
}

async function addInputs(
  database: OpenDatabase,
  { slug, passages }: Filled,
  count: number,
  passageOf: (index: number) => number,
): Promise<void> {
  const anyone = { ...actAs(database, 'officer'), actor: null }
  for (let done = 0; done < count; done += TOGETHER) {
    const arrivals = Array.from({ length: Math.min(TOGETHER, count - done) }, (_, offset) => {
      const index = done + offset
      const block = passages[passageOf(index) % passages.length] ?? null
      const fields = {
        block,
        stance: index % 3 === 0 ? ('agree' as const) : ('disagree' as const),
        text: opinion(index),
      }
      const key = newSubmissionKey()
      const read = readArrival({ slug, fields, key, file: null, way: { via: 'web' }, at: anyone.now })
      if (read.kind !== 'arrival') throw new Error(`not an input: ${JSON.stringify(read)}`)
      return read.arrival
    })
    const entries = await transaction(anyone, (inner) => storeInputs(inner, arrivals))
    const odd = entries.find(({ kind }) => kind !== 'received')
    if (odd) throw new Error(`not received: ${JSON.stringify(odd)}`)
  }
}

/** One text in ten is a campaign's letter with a word of its own; the others share few words. */
export function opinion(index: number): string {
  if (index % 10 === 0) {
    return `Kami menolak jam layanan yang dikurangi karena warga yang bekerja tidak sempat datang pagi hari, demikian ${word(index)}.`
  }
  const words = Array.from({ length: 24 }, (_, nth) => word(index * 31 + nth * nth * 7 + nth))
  return `${words.join(' ')}.`
}

const PARTS = [
  'pela',
  'tihan',
  'karya',
  'warga',
  'jalan',
  'kerja',
  'tanda',
  'mulai',
  'rumah',
  'kantor',
  'desa',
  'antre',
  'cepat',
  'hari',
  'surat',
  'tarif',
  'jujur',
]

function word(seed: number): string {
  const [a, b, c] = [seed % 17, Math.floor(seed / 17) % 17, Math.floor(seed / 289) % 17]
  return `${PARTS[a]}${PARTS[b]}${PARTS[c]}`
}
