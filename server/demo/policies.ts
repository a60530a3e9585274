/** The demonstration's policies: one for each place on what that place asks for. Invented, and marked as sample data. */
import { BUNGO, DUMAI } from './policies-of-towns.ts'
import { enacted, inForce, type DemoPolicy } from './policy-shape.ts'

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

export const POLICIES: DemoPolicy[] = [AMPLAS, BELAWAN, KEMUNING, BUNGO, DUMAI]
