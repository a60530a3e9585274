/** Consultations of the demonstration, from preparation on: what is done for each, and when. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { announce } from '../consultation/announcing.ts'
import { draftConsultation, getConsultation } from '../consultation/consultations.ts'
import { listNeeds, takeStance } from '../consultation/needs.ts'
import { publishVersion, saveDraft } from '../consultation/versions.ts'
import { dayIn } from '../directory/rules/days.ts'
import { newSubmissionKey } from '../ids.ts'
import { answerActs } from './fill-answers.ts'
import { listPolicies } from '../policy/policies.ts'
import { CONSULTATIONS, type DemoConsultation } from './consultations.ts'
import { inputActs } from './fill-inputs.ts'
import type { Act, ActAs } from './fill.ts'
import { granted, type FilledUnit } from './fill-places.ts'

/** What later acts need to know of the consultations that earlier ones made. */
export interface ConsultationDemo {
  actAs: ActAs
  today: Date
  /** Slug by key, known once it is announced. */
  slugs: Map<DemoConsultation['key'], string>
}

const PARTS: ((demo: ConsultationDemo, plan: DemoConsultation) => Act[])[] = [stanceActs, inputActs, answerActs]

/** @param units that are there, by name. */
export function consultationActs(actAs: ActAs, units: FilledUnit[], today: Date): Act[] {
  const demo: ConsultationDemo = { actAs, today, slugs: new Map() }
  return CONSULTATIONS.flatMap((plan) => {
    const unit = units.find(({ plan: { name } }) => name === plan.unit)
    return [...openingActs(demo, plan, unit?.slug ?? ''), ...PARTS.flatMap((part) => part(demo, plan))]
  })
}

/** So many days from today, in the morning or later. */
export function momentOf({ today }: Pick<ConsultationDemo, 'today'>, days: number, hour = 2): Date {
  const moment = new Date(today.getTime() + days * 86_400_000)
  moment.setUTCHours(hour, 0, 0, 0)
  return moment
}

function openingActs(demo: ConsultationDemo, plan: DemoConsultation, unit: string): Act[] {
  const [first, ...later] = plan.versions
  const isDraftFirst = plan.plan.need === undefined
  return [
    {
      when: momentOf(demo, plan.plan.announced),
      act: async (when) => {
        const officer = demo.actAs('officer', when)
        const [policy] = (await listPolicies(officer, { region: plan.key })).items
        const input = { ...inputOf(demo, plan, unit), policyId: policy?.id ?? null }
        const { slug } = granted(await draftConsultation(officer, input))
        if (isDraftFirst && first) granted(await saveDraft(officer, slug, { text: textOf(first.file) }))
        granted(await announce(officer, slug))
        demo.slugs.set(plan.key, slug)
      },
    },
    ...(isDraftFirst ? later : plan.versions).map(({ file, on, note }): Act => ({
      when: momentOf(demo, on),
      act: async (when) => {
        const officer = demo.actAs('officer', when)
        const slug = demo.slugs.get(plan.key) ?? ''
        granted(await saveDraft(officer, slug, { text: textOf(file) }))
        granted(await publishVersion(officer, slug, { note }))
      },
    })),
  ]
}

/** How many support and how many dispute each statement, and why some do. */
const STANCES: { stance: 'support' | 'dispute'; reason: string | null }[] = [
  { stance: 'support', reason: 'Saya mengalaminya sendiri dua kali tahun ini.' },
  { stance: 'support', reason: null },
  { stance: 'support', reason: 'Di desa kami keluhan seperti ini sudah lama dibicarakan.' },
  { stance: 'dispute', reason: 'Bukan itu soalnya: petugasnya mau, tetapi orangnya terlalu sedikit.' },
  { stance: 'support', reason: null },
  { stance: 'support', reason: 'Setuju, asal ada yang bertanggung jawab sampai selesai.' },
]

function stanceActs(demo: ConsultationDemo, plan: DemoConsultation): Act[] {
  const days = plan.plan.need
  if (!days) return []
  const on = Math.min(days[0] + 1, days[1])
  return [
    {
      when: momentOf(demo, on, 4),
      act: async (when) => {
        const anyone = { ...demo.actAs('officer', when), actor: null }
        const slug = demo.slugs.get(plan.key) ?? ''
        const { id } = await getConsultation(anyone, slug)
        for (const [index, need] of (await listNeeds(anyone, id)).entries()) {
          for (const stance of STANCES.slice(index)) {
            await takeStance(anyone, slug, need.id, stance, { key: newSubmissionKey() })
          }
        }
      },
    },
  ]
}

function inputOf(
  { today }: ConsultationDemo,
  { plan, title, summary, about, statements }: DemoConsultation,
  unit: string,
) {
  const day = (days: number | undefined) =>
    days === undefined ? null : dayIn(momentOf({ today }, days), 'Asia/Jakarta')
  const days = {
    needFrom: day(plan.need?.[0]),
    needUntil: day(plan.need?.[1]),
    draftFrom: day(plan.draft?.[0]),
    draftUntil: day(plan.draft?.[1]),
    answerBy: day(plan.answerBy) ?? '',
  }
  return { title, summary, about, statements, units: [unit], ...days }
}

function textOf(file: string): string {
  return readFileSync(join(import.meta.dirname, 'data', 'drafts', `${file}.txt`), 'utf8')
}
