/**
 * The nine elements (unsur) of PermenPANRB 14/2017. This is the order in which they are stored, and the order in which
 * the regulation's list names them. "U8" and "U9" are labels only: the annex's questionnaire swaps the last two.
 */
export const ELEMENT_KEYS = [
  'requirements',
  'procedure',
  'completion_time',
  'cost',
  'product',
  'competence',
  'behaviour',
  'complaint_handling',
  'facilities',
] as const

export type ElementKey = (typeof ELEMENT_KEYS)[number]

export const ELEMENT_NAMES: Readonly<Record<ElementKey, string>> = {
  requirements: 'Persyaratan',
  procedure: 'Sistem, Mekanisme, dan Prosedur',
  completion_time: 'Waktu Penyelesaian',
  cost: 'Biaya/Tarif',
  product: 'Produk Spesifikasi Jenis Pelayanan',
  competence: 'Kompetensi Pelaksana',
  behaviour: 'Perilaku Pelaksana',
  complaint_handling: 'Penanganan Pengaduan, Saran dan Masukan',
  facilities: 'Sarana dan Prasarana',
}

export type ElementOrder = 'regulation' | 'annex'

/** What U1 to U9 stand for under each declared order. */
export const ELEMENT_ORDERS: Readonly<Record<ElementOrder, readonly ElementKey[]>> = {
  regulation: ELEMENT_KEYS,
  annex: [...ELEMENT_KEYS.slice(0, 7), 'facilities', 'complaint_handling'],
}

/** A level of the four-point scale, 4 being the best. */
export type Score = 1 | 2 | 3 | 4

/** One respondent's scores; null is a question left blank. */
export type Scores = Record<ElementKey, Score | null>

/** The label of an element under a declared order: "U1" to "U9". */
export function elementLabel(key: ElementKey, order: ElementOrder): string {
  return `U${ELEMENT_ORDERS[order].indexOf(key) + 1}`
}
