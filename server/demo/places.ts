/**
 * The demonstration's institutions, units and services. The regions are real; what is said of their service is invented
 * and marked as sample data, but for Kabupaten Sekadau, whose table of answers was published.
 */
import type { InstitutionKind } from '#db/directory/tables.ts'
import type { Sector } from '../directory/schema.ts'

export interface DemoUnit {
  region: string
  institution: { kind: InstitutionKind; name: string }
  name: string
  sector: Sector
  service: { name: string; paid: boolean; standard: string }
  /** Per past period, the oldest first: mean answer (1–4), respondents, people served. */
  periods: { mean: number; respondents: number; served: number }[]
  /** Elements that stand out from the unit's mean. */
  bias: Record<string, number>
}

const periods = (means: number[], respondents: number[], served: number): DemoUnit['periods'] =>
  means.map((mean, index) => ({ mean, respondents: respondents[index] ?? respondents[0] ?? 0, served }))

const FREE_AND_SAME_DAY = 'Syarat: KTP-el dan kartu keluarga. Selesai hari itu juga. Tidak dipungut biaya.'

export const UNITS: DemoUnit[] = [
  {
    region: 'amplas',
    institution: { kind: 'agency', name: 'Kantor Camat Medan Amplas' },
    name: 'Loket Pelayanan Kecamatan Medan Amplas',
    sector: 'district',
    service: { name: 'Surat keterangan dan pengantar', paid: false, standard: FREE_AND_SAME_DAY },
    periods: periods([3.05, 3.12, 3.42], [140, 152, 163], 620),
    bias: { completion_time: -0.25, behaviour: 0.15, facilities: -0.1 },
  },
  {
    region: 'amplas',
    institution: { kind: 'health_centre', name: 'Puskesmas Amplas' },
    name: 'Rawat Jalan Puskesmas Amplas',
    sector: 'health',
    service: { name: 'Pemeriksaan umum', paid: false, standard: 'Syarat: kartu BPJS atau KTP. Pelayanan Senin–Sabtu.' },
    periods: periods([3.2, 3.22, 3.19], [170, 165, 181], 2100),
    bias: { completion_time: -0.3, competence: 0.2 },
  },
  {
    region: 'belawan',
    institution: { kind: 'agency', name: 'Kantor Camat Medan Belawan' },
    name: 'Loket Pelayanan Kecamatan Medan Belawan',
    sector: 'district',
    service: { name: 'Surat keterangan usaha', paid: false, standard: FREE_AND_SAME_DAY },
    periods: periods([2.95, 2.98, 3.01], [120, 118, 126], 540),
    bias: { facilities: -0.3, procedure: -0.1 },
  },
  {
    region: 'belawan',
    institution: { kind: 'ward', name: 'Kelurahan Belawan Bahari' },
    name: 'Loket Kelurahan Belawan Bahari',
    sector: 'village',
    service: { name: 'Surat pengantar warga', paid: false, standard: FREE_AND_SAME_DAY },
    periods: periods([2.8, 3.1, 3.34], [84, 92, 97], 260),
    bias: { complaint_handling: -0.25 },
  },
  {
    region: 'kemuning',
    institution: { kind: 'agency', name: 'Kantor Camat Kemuning' },
    name: 'Loket Pelayanan Kecamatan Kemuning',
    sector: 'district',
    service: {
      name: 'Perekaman KTP-el',
      paid: false,
      standard: 'Syarat: kartu keluarga. Perekaman 10 menit, cetak 1 hari.',
    },
    periods: periods([3.1, 3.08, 3.14], [96, 101, 99], 330),
    bias: { facilities: -0.2, completion_time: -0.2 },
  },
  {
    region: 'kemuning',
    institution: { kind: 'village_government', name: 'Pemerintah Desa Kemuning Tua' },
    name: 'Balai Desa Kemuning Tua',
    sector: 'village',
    service: { name: 'Surat keterangan desa', paid: false, standard: FREE_AND_SAME_DAY },
    periods: periods([3.3, 3.35, 3.2], [42, 38, 7], 60),
    bias: { complaint_handling: -0.2 },
  },
  ...[
    { area: 'Tanah Tumbuh', means: [3.02, 3.05, 3.08], respondents: [110, 115, 112] },
    { area: 'Rantau Pandan', means: [2.85, 2.9, 3.2], respondents: [88, 93, 101] },
    { area: 'Jujuhan', means: [3.15, 3.12, 3.1], respondents: [97, 104, 99] },
    { area: 'Pelepat', means: [3.25, 3.24, 3.28], respondents: [130, 127, 133] },
    { area: 'Rimbo Tengah', means: [3.4, 3.38, 3.41], respondents: [145, 150, 139] },
    { area: 'Bathin III', means: [2.95, 3.0, 2.62], respondents: [76, 81, 90] },
  ].map(({ area, means, respondents }): DemoUnit => ({
    region: 'bungo',
    institution: { kind: 'health_centre', name: `Puskesmas ${area}` },
    name: `Rawat Jalan Puskesmas ${area}`,
    sector: 'health',
    service: { name: 'Pemeriksaan umum', paid: false, standard: 'Syarat: kartu BPJS atau KTP. Pelayanan Senin–Sabtu.' },
    periods: periods(means, respondents, 900),
    bias: { completion_time: -0.25, facilities: -0.15, behaviour: 0.1 },
  })),
  {
    region: 'dumai',
    institution: { kind: 'agency', name: 'Dinas Kependudukan dan Pencatatan Sipil Kota Dumai' },
    name: 'Loket Disdukcapil Kota Dumai',
    sector: 'civil_registration',
    service: {
      name: 'Pelayanan KTP-el',
      paid: false,
      standard: 'Syarat: kartu keluarga. Perekaman 10 menit, cetak 1 hari.',
    },
    periods: periods([3.05, 3.2, 3.44], [205, 214, 221], 1180),
    bias: { requirements: -0.1, complaint_handling: 0.15 },
  },
  {
    region: 'dumai',
    institution: { kind: 'technical_unit', name: 'UPTD Pengujian Kendaraan Bermotor Kota Dumai' },
    name: 'Loket Uji Kendaraan Kota Dumai',
    sector: 'transport',
    service: {
      name: 'Uji berkala kendaraan',
      paid: true,
      standard: 'Tarif menurut Perda. Selesai 1 jam setelah giliran.',
    },
    periods: periods([3.18, 3.15, 3.17], [160, 158, 171], 760),
    bias: { completion_time: -0.3, cost: -0.2 },
  },
]

/** Surveyed each quarter on paper: long enough in a row for a process chart, with something to see in it. */
export const QUARTERLY: DemoUnit = {
  region: 'dumai',
  institution: { kind: 'agency', name: 'Dinas Penanaman Modal dan PTSP Kota Dumai' },
  name: 'Loket Perizinan Kota Dumai',
  sector: 'licensing',
  service: { name: 'Nomor induk berusaha', paid: false, standard: FREE_AND_SAME_DAY },
  periods: periods([3.05, 3.12, 3.02, 3.08, 3.0, 3.1, 3.04, 3.07, 3.01, 3.09, 3.06, 3.42, 3.45], [45], 160),
  bias: { procedure: -0.2, completion_time: -0.15, competence: 0.1 },
}

/** Has held no survey yet, as many haven't. */
export const QUIET: DemoUnit = {
  region: 'bungo',
  institution: { kind: 'agency', name: 'Kantor Camat Jujuhan' },
  name: 'Loket Pelayanan Kecamatan Jujuhan',
  sector: 'district',
  service: { name: 'Surat keterangan dan pengantar', paid: false, standard: FREE_AND_SAME_DAY },
  periods: [],
  bias: {},
}

export const SEKADAU = {
  region: {
    code: '61.09',
    slug: 'sekadau',
    name: 'Kabupaten Sekadau',
    kind: 'kabupaten',
    timezone: 'Asia/Jakarta',
    parents: ['Kalimantan Barat'],
    areas: [],
    population: null,
  },
  institution: { kind: 'agency', name: 'Pemerintah Kabupaten Sekadau' },
  unit: 'Unit pelayanan dalam tabel SKM 2019 (data nyata)',
} as const
