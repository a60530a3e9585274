/**
 * The demonstration's policies: one for each place on what that place asks for. Invented, and marked as sample data. Times
 * are days back from today; days that lie ahead are negative.
 */
import type { StepInput } from '../commitment/schema.ts'
import type { EventInput, ExplanationInput, PolicyInput } from '../policy/schema.ts'
import type { Verdict } from '#db/policy/tables.ts'

export interface DemoPromise {
  what: string
  why: string
  owner: string
  budget?: string
  /** Name of the unit that it is for; the region as a whole unless given. */
  unit?: string
  back: number
  /** Days from today until it is due; negative: past. */
  due: number
  steps: (Omit<StepInput, 'dueOn'> & { back: number; due?: number; file?: { name: string; text: string } })[]
}

export interface DemoPolicy {
  region: string
  facts: Omit<PolicyInput, 'place'>
  stages: ExplanationInput['stages']
  questions: ExplanationInput['questions']
  from: number
  events: (Omit<EventInput, 'day'> & { back: number })[]
  /** Whose surveys show how things were before and after. */
  unit: string
  promises: DemoPromise[]
  evaluation?: {
    opened: number
    closed: number
    /** When the policy took force. */
    since: number
    verdict: Verdict
    finding: string
    evidenceUrl: string
    promise?: { what: string; why: string; owner: string; due: number }
  }
}

const enacted = (back: number, legalNumber: string) => ({ kind: 'enacted' as const, back, legalNumber })
const inForce = (back: number) => ({ kind: 'in-force' as const, back })

const AMPLAS: DemoPolicy = {
  region: 'amplas',
  unit: 'Loket Pelayanan Kecamatan Medan Amplas',
  facts: {
    title: 'Penyusunan kebijakan kepegawaian bersama warga dan organisasi pegawai',
    kind: 'keputusan',
    topics: ['training', 'performance', 'recruitment'],
    initiator: 'Kantor Camat Medan Amplas',
    enactor: 'Camat Medan Amplas',
    summary:
      'Kebijakan tentang pegawai disusun bersama warga dan organisasi pegawai, setelah kebutuhannya dijajaki. Enam bulan setelah berlaku, hasilnya dievaluasi; bila kinerja belum membaik, pelatihannya dibetulkan.',
  },
  stages: [
    { title: 'Menjajaki kebutuhan', explanation: 'Warga dan pegawai menyebut apa yang paling mengganggu pelayanan.' },
    {
      title: 'Tes, wawancara, dan psikotes terbuka',
      explanation: 'Cara menilai calon pegawai diumumkan sebelum dimulai, dan hasilnya ditempel di kantor camat.',
      watchedBy: 'Universitas Sumatera Utara',
    },
    { title: 'Evaluasi', explanation: 'Enam bulan kemudian hasil survei kepuasan dibandingkan dengan sebelumnya.' },
  ],
  questions: [
    {
      audience: 'residents',
      question: 'Apakah pendapat saya sungguh dipakai?',
      answer: 'Setiap masukan dijawab, dan jawabannya bisa dibaca di portal ini.',
    },
    {
      audience: 'civil-servants',
      question: 'Apakah tugas saya akan berubah?',
      answer: 'Perubahan dibicarakan dulu dengan organisasi pegawai sebelum ditetapkan.',
    },
  ],
  from: 300,
  events: [
    { kind: 'drafting', back: 280 },
    { kind: 'consultation', back: 270 },
    enacted(245, 'Nomor 12/2026'),
    inForce(240),
  ],
  promises: [],
  evaluation: {
    opened: 55,
    closed: 40,
    since: 240,
    verdict: 'not-improved',
    finding:
      'Nilai waktu penyelesaian di loket belum naik. Pelatihan yang diberikan berupa ceramah, dan pegawai loket tidak sempat berlatih.',
    evidenceUrl: '/survei?region=amplas',
    promise: {
      what: 'Mengulang pelatihan pelayanan dengan praktik di loket, bukan ceramah',
      why: 'Evaluasi enam bulan menunjukkan waktu penyelesaian belum membaik.',
      owner: 'Kantor Camat Medan Amplas',
      due: 60,
    },
  },
}

const BELAWAN: DemoPolicy = {
  region: 'belawan',
  unit: 'Loket Pelayanan Kecamatan Medan Belawan',
  facts: {
    title: 'Survei kepuasan warga menjadi bagian penilaian kinerja pegawai',
    kind: 'keputusan',
    topics: ['performance', 'merit', 'career'],
    initiator: 'Kantor Camat Medan Belawan',
    enactor: 'Camat Medan Belawan',
    summary:
      'Hasil survei kepuasan dipakai ketika kinerja pegawai dinilai. Pengangkatan dan kenaikan jabatan memakai ukuran yang sama untuk semua, dan kemajuannya bisa dilihat siapa saja.',
  },
  stages: [
    { title: 'Survei', explanation: 'Warga menilai pelayanan tiap semester, tanpa nama.' },
    {
      title: 'Penilaian',
      explanation:
        'Hasil unit menjadi satu dari beberapa ukuran kinerja; tidak ada pegawai yang dinilai dari satu jawaban.',
      watchedBy: 'Inspektorat Kota Medan',
    },
  ],
  questions: [
    {
      audience: 'residents',
      question: 'Apakah petugas tahu siapa yang menilai?',
      answer: 'Tidak. Jawaban tidak bisa dilacak ke orangnya, juga oleh kantor camat.',
    },
  ],
  from: 190,
  events: [{ kind: 'drafting', back: 170 }, enacted(125, 'Nomor 20/2026'), inForce(120)],
  promises: [
    {
      what: 'Mengadakan forum warga tiap tiga bulan di kantor camat',
      why: 'Warga meminta tempat bertanya langsung tentang pelayanan.',
      owner: 'Kantor Camat Medan Belawan',
      back: 100,
      due: -15,
      steps: [
        { step: 'running', back: 80 },
        {
          step: 'due-moved',
          back: 30,
          due: 50,
          reason: 'Aula masih dipakai untuk pengungsian banjir rob.',
          reasonCode: 'changed',
        },
      ],
    },
  ],
}

const KEMUNING: DemoPolicy = {
  region: 'kemuning',
  unit: 'Loket Pelayanan Kecamatan Kemuning',
  facts: {
    title: 'Pelatihan teknologi informasi dan etika pelayanan bagi pegawai',
    kind: 'perkada',
    topics: ['training', 'performance'],
    initiator: 'Kantor Camat Kemuning',
    enactor: 'Bupati Indragiri Hilir',
    summary:
      'Pegawai dilatih memakai teknologi informasi, berbicara dengan warga, dan melayani dengan pantas, menurut saran musyawarah di balai desa. Cara kinerja diukur terbuka untuk semua.',
  },
  stages: [
    { title: 'Musyawarah', explanation: 'Warga menyampaikan saran di balai desa; semua saran dicatat.' },
    { title: 'Rancangan', explanation: 'Rancangan ditulis dari saran itu, lalu dibahas terbuka.' },
  ],
  questions: [
    {
      audience: 'residents',
      question: 'Di mana saya bisa melihat cara kinerja diukur?',
      answer: 'Di halaman ini, dan ditempel di tiap balai desa.',
    },
  ],
  from: 60,
  events: [
    { kind: 'drafting', back: 40 },
    { kind: 'consultation', back: 10 },
  ],
  promises: [
    {
      what: 'Mengumumkan ukuran kinerja pegawai di tiap balai desa',
      why: 'Musyawarah meminta agar cara menilai kinerja bisa dilihat semua orang.',
      owner: 'Kantor Camat Kemuning',
      back: 35,
      due: 90,
      steps: [],
    },
  ],
}

const BUNGO: DemoPolicy = {
  region: 'bungo',
  unit: 'Rawat Jalan Puskesmas Bathin III',
  facts: {
    title: 'Keluhan pelayanan dijawab paling lama tiga hari kerja',
    kind: 'perkada',
    topics: ['service', 'performance', 'discipline'],
    initiator: 'Bagian Organisasi Setda Kabupaten Bungo',
    enactor: 'Bupati Bungo',
    summary:
      'Setiap keluhan dicatat, ditangani menurut pedoman yang sama, dan dijawab paling lama tiga hari kerja. Kebutuhan pegawai kesehatan dan pendidikan dihitung dari jumlah penduduk.',
  },
  stages: [
    { title: 'Menerima', explanation: 'Keluhan dicatat di loket atau lewat ponsel; pelapor mendapat nomor.' },
    {
      title: 'Menangani',
      explanation: 'Petugas mengikuti pedoman; yang tidak bisa diputuskan di tempat naik ke atasannya hari itu juga.',
      watchedBy: 'Ombudsman Perwakilan Jambi',
    },
    { title: 'Menjawab', explanation: 'Jawaban disertai alasan. Bila anggaran menjadi kendala, itu dikatakan.' },
  ],
  questions: [
    {
      audience: 'residents',
      question: 'Bagaimana bila lewat tiga hari?',
      answer: 'Keluhan Anda tampil sebagai terlambat, dan atasan petugas mendapat kabar.',
    },
    {
      audience: 'civil-servants',
      question: 'Apakah saya dihukum bila terlambat?',
      answer: 'Yang dilihat lebih dulu adalah sebabnya: beban kerja, pedoman, atau pelatihan.',
    },
  ],
  from: 310,
  events: [{ kind: 'drafting', back: 290 }, enacted(262, 'Nomor 8 Tahun 2026'), inForce(255)],
  promises: [
    {
      what: 'Memasang nomor antrean di Puskesmas Bathin III',
      why: 'Warga menunggu tanpa tahu gilirannya; nilai waktu pelayanannya turun.',
      owner: 'Dinas Kesehatan Kabupaten Bungo',
      unit: 'Rawat Jalan Puskesmas Bathin III',
      back: 150,
      due: -23,
      steps: [{ step: 'running', back: 120 }],
    },
    {
      what: 'Menambah dua tenaga kesehatan di Puskesmas Rantau Pandan',
      why: 'Jumlah penduduk naik, jumlah perawat tetap.',
      owner: 'Dinas Kesehatan Kabupaten Bungo',
      budget: 'APBD Kabupaten Bungo; belum cukup tahun ini',
      unit: 'Rawat Jalan Puskesmas Rantau Pandan',
      back: 140,
      due: 40,
      steps: [
        {
          step: 'deferred',
          back: 20,
          reason: 'Anggaran belanja pegawai tahun ini sudah habis. Diusulkan lagi untuk tahun depan.',
          reasonCode: 'budget',
        },
      ],
    },
  ],
}

const DUMAI: DemoPolicy = {
  region: 'dumai',
  unit: 'Loket Disdukcapil Kota Dumai',
  facts: {
    title: 'Seleksi pegawai terbuka dengan pengawas dari luar dan penilaian 360 derajat',
    kind: 'perkada',
    topics: ['recruitment', 'merit', 'career', 'welfare'],
    initiator: 'BKPSDM Kota Dumai',
    enactor: 'Wali Kota Dumai',
    summary:
      'Lowongan dan hasil seleksi diumumkan lewat internet, pengawasnya dari luar pemerintah kota, dan pegawai dinilai oleh atasan, rekan, dan bawahannya. Pegawai senior membimbing yang baru; kesehatan, juga kesehatan jiwa, diperhatikan.',
  },
  stages: [
    { title: 'Pengumuman', explanation: 'Lowongan, syarat, dan jadwal diumumkan paling sedikit dua pekan sebelumnya.' },
    {
      title: 'Tes',
      explanation: 'Tes dikerjakan dengan komputer; nilainya tampil begitu selesai.',
      watchedBy: 'Universitas Riau',
    },
    {
      title: 'Wawancara',
      explanation: 'Tiga pewawancara, satu di antaranya dari luar. Pertanyaannya sama untuk semua.',
      watchedBy: 'Ombudsman Perwakilan Riau',
    },
    {
      title: 'Hasil',
      explanation: 'Nilai tiap tahap dan alasannya bisa dilihat peserta, dan daftar yang lulus oleh umum.',
    },
  ],
  questions: [
    {
      audience: 'residents',
      question: 'Apakah mendaftar berbayar?',
      answer: 'Tidak. Siapa pun yang meminta uang bisa dilaporkan.',
    },
    {
      audience: 'civil-servants',
      question: 'Siapa yang menilai saya?',
      answer: 'Atasan, rekan, dan bawahan, dengan pertanyaan yang sama. Nama penilai tidak dibuka.',
    },
  ],
  from: 320,
  events: [
    { kind: 'drafting', back: 300 },
    { kind: 'consultation', back: 275 },
    enacted(235, 'Nomor 5 Tahun 2026'),
    inForce(225),
  ],
  promises: [
    {
      what: 'Mengumumkan jadwal dan hasil tiap tahap seleksi di laman kota',
      why: 'Warga meminta seleksi bisa diikuti dari luar.',
      owner: 'BKPSDM Kota Dumai',
      back: 220,
      due: -100,
      steps: [
        { step: 'running', back: 200 },
        {
          step: 'done',
          back: 110,
          evidenceText: 'Jadwal dan hasil empat tahap seleksi sudah tampil, dan berita acaranya terlampir.',
          evidenceUrl: '/kebijakan?region=dumai',
          file: {
            name: 'berita-acara-seleksi.txt',
            text: 'Data contoh. Berita acara: hasil empat tahap seleksi diumumkan lengkap pada laman kota.',
          },
        },
      ],
    },
  ],
  evaluation: {
    opened: 50,
    closed: 35,
    since: 225,
    verdict: 'improved',
    finding:
      'Kepuasan di loket yang petugasnya lulus seleksi terbuka naik. Tidak ada keberatan peserta yang dibenarkan pengawas.',
    evidenceUrl: '/survei?region=dumai',
  },
}

export const POLICIES: DemoPolicy[] = [AMPLAS, BELAWAN, KEMUNING, BUNGO, DUMAI]
