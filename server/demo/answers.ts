/** Invented respondents: answers that hang together as people's do, drawn from a seed so that every demonstration is alike. */
import { ELEMENT_KEYS } from '../survey/rules/elements.ts'
import type { DemoUnit } from './places.ts'

export interface InventedAnswer {
  answers: Record<string, number>
  comment?: string
  respondent: Record<string, string>
}

const COMMENTS = [
  'Antreannya mohon dipercepat.',
  'Petugas ramah dan jelas.',
  'Tempat duduk di ruang tunggu kurang.',
  'Mohon ada papan alur yang mudah dibaca.',
  'Sudah bagus, pertahankan.',
  'Parkir sempit kalau pagi.',
  'Tolong ada loket khusus lansia.',
]

/** `period` counts from 0; `choices` are the profile's options by question. */
export function inventAnswers(
  unit: DemoUnit,
  period: number,
  choices: Record<string, readonly string[]>,
): InventedAnswer[] {
  const plan = unit.periods[period]
  if (!plan) return []
  const random = seeded(`${unit.name} ${period}`)
  return Array.from({ length: plan.respondents }, () => {
    const mood = 0.45 * gauss(random)
    const scores = ELEMENT_KEYS.map((key) => {
      if (key === 'cost' && !unit.service.paid) return [key, random() < 0.97 ? 4 : 3]
      return [key, clamp(plan.mean + (unit.bias[key] ?? 0) + mood + 0.42 * gauss(random))]
    })
    const respondent = Object.entries(choices).map(([question, options]) => [question, pick(options, random)])
    return {
      answers: Object.fromEntries(scores) as Record<string, number>,
      respondent: Object.fromEntries(respondent) as Record<string, string>,
      ...(random() < 0.08 ? { comment: pick(COMMENTS, random) } : {}),
    }
  })
}

function clamp(value: number): number {
  return Math.min(4, Math.max(1, Math.round(value)))
}

function pick<T>(options: readonly T[], random: () => number): T {
  return options[Math.floor(random() * options.length)] as T
}

function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** A small generator of even numbers in [0, 1) (mulberry32), good enough for inventing. */
function seeded(text: string): () => number {
  let state = [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619), 2_166_136_261)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
