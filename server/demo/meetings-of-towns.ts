/** Shorter forums of the demonstration's other places, each on what its residents ask about: invented words. */
import type { DemoCourse, DemoMeeting } from './meeting-shape.ts'
import { people } from './meeting-people.ts'

const AGENDA = ['Pembukaan', 'Masukan warga', 'Kesepakatan']
const NONE = { objection: null, amended: null, vote: null }
const SHORT: Pick<DemoCourse, 'walkIns' | 'dissent' | 'closed'> = { walkIns: [], dissent: null, closed: '10.50' }

export const OTHER_FORUMS: DemoMeeting[] = [
  {
    region: 'amplas',
    unit: 'Loket Pelayanan Kecamatan Medan Amplas',
    plan: {
      kind: 'public-forum',
      title: 'Evaluasi pelayanan kecamatan setelah enam bulan',
      basis: 'Enam bulan setelah aturan pelayanan berlaku, warga dan petugas menilai bersama apakah pelayanan membaik.',
      convener: 'Camat Medan Amplas',
      venue: 'Aula Kantor Camat Medan Amplas',
      chair: 'Camat Medan Amplas',
      minuteTaker: 'Sekretaris Camat Medan Amplas',
      agenda: AGENDA,
      letterNumber: '005/87/KC-MA',
      rules: 'forum-konsultasi-publik',
    },
    announced: -55,
    held: -45,
    course: {
      ...SHORT,
      come: 14,
      points: [
        { item: 0, speaker: 'Camat Medan Amplas', text: 'Membuka forum dan membacakan hasil survei dua semester.' },
        { item: 1, speaker: 'warga', text: 'Antrean lebih cepat, tetapi kursi ruang tunggu masih kurang.' },
        { item: 1, speaker: 'Wakil Korpri kecamatan', text: 'Petugas perlu dilatih ulang memakai aplikasi surat.' },
      ],
      decisions: [
        { ...NONE, item: 2, text: 'Pelatihan petugas disusun ulang menurut unsur yang nilainya belum membaik.' },
      ],
      proposals: [
        {
          proposal: { text: 'Tambah kursi ruang tunggu', group: 'service-users' },
          outcome: 'accepted',
          outcomeNote: null,
        },
        {
          proposal: { text: 'Loket buka hari Sabtu', group: 'residents' },
          outcome: 'reserve',
          outcomeNote: 'Menunggu tambahan petugas.',
        },
      ],
      signed: {
        after: 8,
        number: '005/91/BA/KC-MA',
        names: ['Camat Medan Amplas', 'Nurhayati', 'Ketua LPM Harjosari I'],
      },
      promises: [
        {
          decision: 0,
          after: 9,
          due: 90,
          what: 'Menyusun ulang pelatihan petugas loket menurut hasil survei',
          why: 'Forum menyepakati pelatihan menurut unsur yang nilainya belum membaik.',
          owner: 'Subbagian Kepegawaian Kecamatan Medan Amplas',
          taken: [{ after: 20, step: 'running' }],
        },
      ],
    },
    invited: [
      { group: 'residents', standing: 'participant', people: people(9, (n) => `warga lingkungan ${n}`) },
      { group: 'service-users', standing: 'participant', people: people(5, (n) => `pemohon surat ${n}`) },
      { group: 'civil-servants', standing: 'invited', people: people(2, (n) => `pengurus Korpri ${n}`) },
    ],
  },
  {
    region: 'bungo',
    unit: 'Rawat Jalan Puskesmas Rantau Pandan',
    plan: {
      kind: 'unit-forum',
      title: 'Kebutuhan petugas dan penanganan keluhan di puskesmas',
      basis: 'Penduduk bertambah, petugas tidak. Forum membahas kebutuhan petugas dan cara keluhan dijawab.',
      convener: 'Kepala Puskesmas Rantau Pandan',
      venue: 'Ruang rapat Puskesmas Rantau Pandan',
      chair: 'Kepala Puskesmas Rantau Pandan',
      minuteTaker: 'Kepala Tata Usaha Puskesmas Rantau Pandan',
      agenda: AGENDA,
      rules: 'forum-konsultasi-publik',
    },
    announced: -10,
    held: -2,
    course: {
      ...SHORT,
      come: 12,
      points: [
        {
          item: 0,
          speaker: 'Kepala Puskesmas Rantau Pandan',
          text: 'Menjelaskan jumlah kunjungan dan petugas lima tahun.',
        },
        { item: 1, speaker: 'Pengurus IBI Bungo', text: 'Satu bidan melayani dua desa; kunjungan rumah sering batal.' },
        { item: 1, speaker: 'warga', text: 'Keluhan lewat kotak saran tidak pernah dijawab.' },
        {
          item: 2,
          speaker: 'Kepala Puskesmas Rantau Pandan',
          text: 'Anggaran tambahan petugas tahun ini belum ada; itu kami katakan terus terang.',
        },
      ],
      decisions: [
        { ...NONE, item: 2, text: 'Setiap keluhan dijawab tertulis paling lama tiga hari kerja.' },
        { ...NONE, item: 2, text: 'Kebutuhan dua bidan diusulkan ke bupati dengan data penduduk.' },
      ],
      proposals: [
        {
          proposal: { text: 'Nomor WhatsApp untuk keluhan', group: 'residents' },
          outcome: 'accepted',
          outcomeNote: null,
        },
        {
          proposal: { text: 'Tambah dua bidan', group: 'professional' },
          outcome: 'reserve',
          outcomeNote: 'Anggaran tahun ini belum tersedia.',
        },
      ],
      // The minutes are still open to corrections.
      signed: null,
      promises: [],
    },
    invited: [
      { group: 'residents', standing: 'participant', people: people(8, (n) => `warga dusun ${n}`) },
      { group: 'professional', standing: 'participant', people: people(4, (n) => `pengurus profesi ${n}`) },
      { group: 'civil-servants', standing: 'invited', people: people(3, (n) => `perawat ${n}`) },
    ],
  },
]

export const DUMAI_FORUM: DemoMeeting = {
  region: 'dumai',
  unit: 'Loket Disdukcapil Kota Dumai',
  plan: {
    kind: 'public-forum',
    title: 'Seleksi petugas loket yang terbuka',
    basis: 'Warga diminta pendapat tentang seleksi petugas loket yang diumumkan dan diawasi pihak luar.',
    convener: 'Kepala Disdukcapil Kota Dumai',
    venue: 'Aula Disdukcapil Kota Dumai',
    directions: 'Lantai dua, ada lift.',
    chair: 'Kepala Disdukcapil Kota Dumai',
    minuteTaker: 'Sekretaris Disdukcapil Kota Dumai',
    agenda: [...AGENDA, 'Penutup'],
    letterNumber: '005/142/DUKCAPIL',
    rules: 'forum-konsultasi-publik',
  },
  announced: -4,
  held: 5,
  course: 'coming',
  invited: [
    {
      group: 'residents',
      standing: 'participant',
      people: people(12, (n) => `warga RT ${String(n).padStart(2, '0')}`),
    },
    { group: 'civil-society', standing: 'participant', people: people(5, (n) => `pengurus organisasi ${n}`) },
    { group: 'experts', standing: 'invited', people: people(2, (n) => `pengajar ${n}, Universitas Dumai`) },
  ],
}
