/** Inputs of the demonstration: three hundred in one consultation, some in each of the others, spread over their days. */
import { enterInput } from '../consultation/desk-inputs.ts'
import { getDraft, type Passage } from '../consultation/drafts.ts'
import { groupsOffered } from '../consultation/input-gates.ts'
import { placeOfInputs } from '../consultation/input-lists.ts'
import type { InputFields } from '../consultation/input-schema.ts'
import { submitInput } from '../consultation/inputs.ts'
import { makeOrganisation, submitRoom, writeInRoom } from '../consultation/organisations.ts'
import { newSubmissionKey } from '../ids.ts'
import type { Scope } from '../scope.ts'
import type { DemoConsultation } from './consultations.ts'
import { momentOf, type ConsultationDemo } from './fill-consultations.ts'
import type { Act } from './fill.ts'
import { demoResident } from './fill-people.ts'
import { granted } from './fill-places.ts'
import { ADVERTISEMENTS, CIRCUMSTANCES, ENDINGS, GREETINGS, LETTER, POINTS, WISHES } from './input-texts.ts'

/** The one that is over has its own, each with its answer. */
const INPUTS: Partial<Record<DemoConsultation['key'], number>> = {
  bungo: 300,
  amplas: 26,
  belawan: 34,
  kemuning: 18,
  dumai: 41,
}
/** So many at most come on one day. */
const ON_ONE_DAY = 25

/** Written on the days on which inputs are taken, as far as they have passed. */
export function inputActs(demo: ConsultationDemo, plan: DemoConsultation): Act[] {
  const [from, until] = plan.plan.draft ?? plan.plan.need ?? [0, 0]
  const last = Math.min(until, -1)
  const days = Array.from({ length: Math.max(1, last - from) }, (_, i) => from + 1 + i)
  const total = INPUTS[plan.key] ?? 0
  const share = Math.min(ON_ONE_DAY, Math.ceil(total / days.length))
  return days.flatMap((day, i): Act[] => {
    const count = Math.min(share, total - i * share)
    if (count <= 0) return []
    return [
      {
        when: momentOf(demo, day, 5),
        act: async (when) => writeInputs(demo, plan, { when, first: i * share, count }),
      },
    ]
  })
}

async function writeInputs(
  demo: ConsultationDemo,
  plan: DemoConsultation,
  { when, first, count }: { when: Date; first: number; count: number },
): Promise<void> {
  const officer = demo.actAs('officer', when)
  const anyone: Scope = { ...officer, actor: null }
  const slug = demo.slugs.get(plan.key) ?? ''
  const place = await placeOfInputs(anyone, slug)
  const draft = place.phase === 'draft' ? await getDraft(anyone, place.consultation.id) : undefined
  const passages = (draft?.passages ?? []).filter(({ kind, text }) => kind !== 'chapter' && text.length > 30)
  const groups = await groupsOffered(anyone.db, place.consultation, when)
  const resident = await demoResident(anyone)
  const numbers = Array.from({ length: count }, (_, i) => first + i)
  await Promise.all(
    numbers.map((n) => {
      const fields = fieldsOf(plan.key, n, { passages, taken: first })
      const group = n % 4 === 3 ? '' : (groups[(n * 5) % groups.length]?.id ?? '')
      const isPaper = n % 23 === 9 && fields.supports === undefined
      const own = n % 40 === 12 && fields.supports === undefined ? { way: { via: 'account' as const, resident } } : {}
      if (!isPaper) return submitInput(anyone, slug, { ...fields, group }, newSubmissionKey(), own)
      const sheet = { via: 'paper', provenance: `Lembar nomor ${n + 1}` }
      return enterInput(officer, slug, { ...fields, group, ...sheet }, newSubmissionKey())
    }),
  )
  if (plan.key === 'bungo' && first > 0 && first <= count) await writeTogether(anyone, slug, passages)
}

/** Always the same text for the same number. */
function fieldsOf(
  key: DemoConsultation['key'],
  n: number,
  { passages, taken }: { passages: Passage[]; taken: number },
): InputFields {
  if (key === 'bungo' && n % 150 === 77) return { text: ADVERTISEMENTS[n % 2] ?? '' }
  if (n % 10 === 6 && taken > 0) return { supports: 1 + ((n * 7) % taken) }
  const text = key === 'bungo' && n % 8 === 2 ? letter(n) : written(key, n)
  const passage = n % 5 === 4 ? undefined : passages[(n * 3) % passages.length]
  if (!passage) return { text, stance: n % 3 === 0 ? 'agree' : 'disagree' }
  const stance = (['disagree', 'agree', 'change', 'disagree', 'agree'] as const)[n % 5] ?? 'agree'
  return { block: passage.blockId, stance, text, ...(stance === 'change' ? { proposal: mended(passage.text, n) } : {}) }
}

function written(key: DemoConsultation['key'], n: number): string {
  const points = POINTS[key] ?? []
  const point = points[n % points.length] ?? ''
  const circumstance = CIRCUMSTANCES[Math.floor(n / 2) % CIRCUMSTANCES.length] ?? ''
  const wish = WISHES[Math.floor(n / 3) % WISHES.length] ?? ''
  return [`${point}.`, n % 6 === 5 ? '' : `${circumstance}.`, wish].filter(Boolean).join(' ')
}

function letter(n: number): string {
  const greeting = GREETINGS[Math.floor(n / 8) % GREETINGS.length]
  const ending = ENDINGS[Math.floor(n / 40) % ENDINGS.length]
  return [greeting, LETTER, ending].filter(Boolean).join(' ')
}

const ADDED = [', dan diumumkan di papan pengumuman', ', dengan tanda terima tertulis', ' tanpa dipungut biaya']

/** A passage as somebody would have it. */
function mended(text: string, n: number): string {
  const sooner = text.replace(/lima hari kerja|sepuluh hari kerja/, 'tiga hari kerja')
  if (sooner !== text) return sooner
  const [, body = text, end = ''] = /^([\s\S]*?)([.;:]?)$/.exec(text) ?? []
  return body + (ADDED[n % ADDED.length] ?? '') + end
}

async function writeTogether(anyone: Scope, slug: string, passages: Passage[]): Promise<void> {
  const name = 'Forum Warga Peduli Pelayanan Bungo'
  const { joinCode, leadCode } = granted(await makeOrganisation(anyone, slug, { name }))
  const texts = [
    { author: 'Sari', text: 'Kami mendukung nomor aduan bagi setiap pelapor, dan siap membantu sosialisasinya.' },
    {
      author: 'Badu',
      text: 'Forum kami meminta laporan bulanan yang bisa dibaca semua warga, dengan angka per kecamatan.',
    },
  ]
  const chosen: string[] = []
  for (const [i, text] of texts.entries()) {
    const block = i === 0 ? (passages[0]?.blockId ?? '') : ''
    chosen.push(granted(await writeInRoom(anyone, slug, joinCode, { ...text, block, stance: 'agree' })).id)
  }
  granted(await submitRoom(anyone, slug, leadCode, chosen))
}
