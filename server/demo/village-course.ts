/** A village council's deliberation on the village's yearly plan, from the first who signs in to the signed record: invented. */
import type { ProposalOutcome } from '../musyawarah/rules/decisions.ts'
import type { DemoCourse } from './meeting-shape.ts'

type Line = [
  text: string,
  group: string,
  work: { field: string; place: string; volume: string; cost: string },
  outcome: ProposalOutcome,
  note: string | null,
]

const work = (field: string, place: string, volume: string, cost: string) => ({ field, place, volume, cost })

const LINES: Line[] = [
  [
    'Semen jalan setapak ke kebun',
    'residents',
    work('Pembangunan', 'RT 04', '320 meter', 'Rp 64.000.000'),
    'accepted',
    null,
  ],
  [
    'Perbaikan saluran air sawah',
    'civil-society',
    work('Pembangunan', 'Parit Baru', '600 meter', 'Rp 45.000.000'),
    'accepted',
    null,
  ],
  [
    'Tambahan kader posyandu',
    'residents',
    work('Pembinaan', 'Lima posyandu', '5 orang', 'Rp 18.000.000'),
    'accepted',
    null,
  ],
  [
    'Kursus menjahit bagi ibu rumah tangga',
    'civil-society',
    work('Pemberdayaan', 'Balai desa', '20 orang', 'Rp 15.000.000'),
    'accepted',
    null,
  ],
  [
    'Bibit karet unggul',
    'civil-society',
    work('Pemberdayaan', 'Kelompok tani', '2.000 batang', 'Rp 24.000.000'),
    'accepted',
    null,
  ],
  [
    'Papan informasi anggaran di tiap dusun',
    'residents',
    work('Pemerintahan', 'Tiga dusun', '3 buah', 'Rp 6.000.000'),
    'accepted',
    null,
  ],
  [
    'Lampu jalan tenaga surya',
    'residents',
    work('Pembangunan', 'RT 07', '12 titik', 'Rp 54.000.000'),
    'reserve',
    'Bila dana desa turun penuh.',
  ],
  [
    'Lapangan voli',
    'residents',
    work('Pembangunan', 'RT 02', '1 buah', 'Rp 30.000.000'),
    'reserve',
    'Menunggu hibah tanah.',
  ],
  [
    'Jembatan Sungai Gansal',
    'residents',
    work('Pembangunan', 'Batas desa', '40 meter', 'Rp 900.000.000'),
    'not-accepted',
    'Wewenang kabupaten; diteruskan ke musrenbang kecamatan.',
  ],
]

export const VILLAGE_COURSE: DemoCourse = {
  come: 33,
  walkIns: ['Bidan desa'],
  points: [
    {
      item: 0,
      speaker: 'Ketua BPD Kemuning Tua',
      text: 'Membuka musyawarah dan membacakan tata tertib; kuorum tercapai.',
    },
    {
      item: 1,
      speaker: 'Kepala Desa Kemuning Tua',
      text: 'Dari sebelas kegiatan tahun ini, sembilan selesai dan dua berjalan.',
    },
    { item: 1, speaker: 'warga', text: 'Jalan setapak RT 04 sudah dua tahun diusulkan dan belum dikerjakan.' },
    { item: 2, speaker: 'Kader posyandu', text: 'Dua posyandu hanya dilayani satu kader.' },
    { item: 2, speaker: 'warga', text: 'Mohon anggaran ditempel di dusun, bukan hanya di balai desa.' },
    {
      item: 3,
      speaker: 'Ketua BPD Kemuning Tua',
      text: 'Usulan diurutkan menurut jumlah warga yang memakai dan biayanya.',
    },
  ],
  decisions: [
    {
      item: 3,
      text: 'Enam usulan yang diterima masuk Rencana Kerja Pemerintah Desa tahun depan menurut urutannya.',
      objection: {
        who: 'Wakil RT 07',
        reason: 'Lampu jalan RT 07 lebih mendesak daripada kursus menjahit.',
        answer: 'Lampu jalan menjadi cadangan pertama bila dana desa turun penuh.',
      },
      amended:
        'Enam usulan yang diterima masuk Rencana Kerja Pemerintah Desa tahun depan menurut urutannya; lampu jalan RT 07 menjadi cadangan pertama.',
      vote: null,
    },
    {
      item: 3,
      text: 'Tiga wakil desa ke musrenbang kecamatan: Ketua BPD, Ketua PKK, dan wakil kelompok tani.',
      objection: null,
      amended: null,
      vote: null,
    },
  ],
  proposals: LINES.map(([text, group, rest, outcome, outcomeNote]) => ({
    proposal: { text, group, ...rest },
    outcome,
    outcomeNote,
  })),
  closed: '11.50',
  dissent: null,
  signed: {
    after: 6,
    number: '04/BPD-KT/BA',
    names: ['Ketua BPD Kemuning Tua', 'Kepala Desa Kemuning Tua', 'Siti Aminah'],
  },
  promises: [
    {
      decision: 0,
      after: 7,
      due: 120,
      what: 'Menempel rincian anggaran desa di papan tiap dusun',
      why: 'Musyawarah desa meminta anggaran bisa dibaca di dusun, bukan hanya di balai desa.',
      owner: 'Sekretaris Desa Kemuning Tua',
      cost: 'Rp 6.000.000',
      taken: [],
    },
  ],
}
