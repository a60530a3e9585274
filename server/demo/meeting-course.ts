/** What was proposed and decided at the demonstration's forum: invented, and plainly so. */
import type { ProposalOutcome } from '../musyawarah/rules/decisions.ts'
import type { DemoCourse } from './meeting-shape.ts'

type Line = [text: string, group: string, outcome: ProposalOutcome, note: string | null]

const LINES: Line[] = [
  ['Pelatihan dasar komputer untuk semua petugas loket', 'residents', 'accepted', null],
  ['Pelatihan memakai aplikasi kependudukan terbaru', 'service-users', 'accepted', null],
  ['Pelatihan berbicara dengan warga lanjut usia', 'residents', 'accepted', null],
  ['Pelatihan bahasa isyarat dasar untuk satu petugas tiap loket', 'civil-society', 'accepted', null],
  ['Pelatihan etika pelayanan setiap enam bulan', 'residents', 'accepted', null],
  ['Pelatihan menulis surat jawaban yang mudah dipahami', 'experts', 'accepted', null],
  ['Pelatihan mengelola arsip digital', 'civil-servants', 'accepted', null],
  ['Pelatihan keamanan data warga', 'experts', 'accepted', null],
  ['Petugas desa ikut pelatihan kecamatan', 'residents', 'accepted', null],
  ['Pelatihan diadakan di balai desa, bukan di kota', 'residents', 'accepted', null],
  ['Jadwal pelatihan tidak pada hari pelayanan padat', 'service-users', 'accepted', null],
  ['Hasil pelatihan diumumkan di papan kecamatan', 'civil-society', 'accepted', null],
  ['Pelatihan menangani keluhan di loket', 'service-users', 'accepted', null],
  ['Pelatihan memakai surat elektronik dinas', 'civil-servants', 'accepted', null],
  ['Belajar ke loket Kota Dumai', 'civil-servants', 'reserve', 'Menunggu kepastian anggaran perjalanan.'],
  ['Pelatihan bahasa Inggris untuk petugas', 'residents', 'reserve', 'Didahulukan yang dipakai setiap hari.'],
  ['Pelatihan membuat grafik pelayanan', 'experts', 'reserve', 'Bila pelatihan dasar sudah selesai.'],
  ['Kursus mengemudi untuk petugas keliling', 'civil-servants', 'reserve', 'Bila mobil pelayanan sudah ada.'],
  ['Pelatihan pertolongan pertama', 'civil-society', 'reserve', 'Dibicarakan dengan puskesmas.'],
  ['Menambah dua petugas honorer', 'residents', 'not-accepted', 'Bukan pelatihan; disampaikan ke kabupaten.'],
  ['Laptop baru untuk setiap petugas', 'civil-servants', 'not-accepted', 'Bukan pelatihan; masuk usulan sarana.'],
  ['Petugas yang dikeluhkan langsung dipindahkan', 'residents', 'not-accepted', 'Diatur dalam aturan disiplin.'],
  ['Pelatihan di luar negeri', 'civil-servants', 'not-accepted', 'Tidak sebanding dengan manfaatnya.'],
  ['Loket buka 24 jam', 'service-users', 'not-accepted', 'Di luar pokok bahasan forum ini.'],
  ['Uang saku pelatihan dinaikkan', 'civil-servants', 'not-accepted', 'Besarnya sudah diatur standar biaya.'],
]

const POINTS: DemoCourse['points'] = [
  {
    item: 0,
    speaker: 'Camat Kemuning',
    text: 'Membuka forum dan membacakan tata tertib. Tidak ada yang berkeberatan.',
  },
  { item: 1, speaker: 'Sekretaris Kecamatan Kemuning', text: 'Waktu penyelesaian dan sarana mendapat nilai terendah.' },
  { item: 1, speaker: 'warga', text: 'Petugas baik, tetapi sering harus menunggu satu orang yang mengerti komputer.' },
  { item: 2, speaker: 'warga', text: 'Orang tua kami sering tidak paham penjelasan di loket.' },
  {
    item: 2,
    speaker: 'Kepala BKPSDM Kabupaten Indragiri Hilir',
    text: 'Anggaran kabupaten cukup untuk tiga pelatihan tahun ini; selebihnya tahun depan.',
  },
  { item: 4, speaker: 'Camat Kemuning', text: 'Berterima kasih dan menutup forum.' },
]

const NONE = { objection: null, amended: null, vote: null }

export const FORUM_COURSE: DemoCourse = {
  come: 57,
  walkIns: ['Pedagang pasar Selensen', 'Ketua karang taruna', 'Guru SD Kemuning Tua'],
  points: POINTS,
  decisions: [
    {
      ...NONE,
      item: 3,
      text: 'Pelatihan teknologi informasi didahulukan dan diadakan di ibu kota kabupaten.',
      objection: {
        who: 'Kelompok PKK desa',
        reason: 'Petugas perempuan dari desa sulit menginap di ibu kota kabupaten.',
        answer: 'Dapat diterima: pelatih yang datang ke kecamatan.',
      },
      amended: 'Pelatihan teknologi informasi didahulukan dan diadakan di Balai Desa Kemuning Tua.',
    },
    {
      ...NONE,
      item: 3,
      text: 'Pelatihan etika pelayanan wajib diikuti semua petugas setiap enam bulan.',
      objection: {
        who: 'Sebagian staf kecamatan',
        reason: 'Setiap enam bulan terlalu sering; cukup setahun sekali.',
        answer: 'Warga tetap menghendaki enam bulan sekali.',
      },
      vote: {
        statement:
          'Dua kali dibahas, sebagian staf kecamatan tetap menghendaki setahun sekali, jadi mufakat tidak tercapai.',
        inFavour: 41,
        against: 12,
        abstained: 3,
        spoilt: 1,
      },
    },
  ],
  proposals: LINES.map(([text, group, outcome, outcomeNote]) => ({ proposal: { text, group }, outcome, outcomeNote })),
  closed: '12.10',
  dissent: {
    decision: 1,
    who: 'Seorang staf kecamatan',
    text: 'Saya menghormati hasilnya, tetapi pelatihan setiap enam bulan akan mengurangi hari pelayanan.',
  },
  signed: {
    after: 7,
    number: '140/21/BA/KEC-KMN',
    names: ['Camat Kemuning', 'Siti Aminah', 'Ketua PKK Desa Kemuning Tua'],
  },
  promises: [
    {
      decision: null,
      after: 1,
      due: 14,
      what: 'Menempel jadwal pelatihan petugas di papan kecamatan dan balai desa',
      why: 'Forum menyepakati pelatihan di Balai Desa Kemuning Tua; warga ingin tahu jadwalnya.',
      owner: 'Sekretariat Kecamatan Kemuning',
      cost: 'Rp 150.000 untuk cetak',
      steps: 'Menyusun jadwal\nMencetak\nMenempel di kecamatan dan dua belas balai desa',
      disputes: [
        {
          after: 13,
          reason: 'Di Balai Desa Limau Manis jadwalnya belum ditempel.',
          answer: {
            after: 14,
            text: 'Benar, terlewat. Sudah ditempel tanggal itu juga oleh Sekretaris Desa Limau Manis.',
          },
        },
        {
          after: 17,
          reason: 'Jadwal di Desa Sekara masih jadwal bulan lalu, tanggalnya sudah lewat semua.',
          answer: null,
        },
      ],
      taken: [
        { after: 4, step: 'running' },
        {
          after: 11,
          step: 'done',
          evidenceText: 'Jadwal ditempel di papan kecamatan dan di dua belas balai desa, 9 kali pelatihan sampai Juni.',
          evidenceUrl: '/musyawarah/pelatihan-bagi-asn-kecamatan-kemuning',
        },
      ],
    },
    {
      decision: 0,
      after: 1,
      due: 16,
      what: 'Pelatihan dasar komputer bagi dua belas petugas loket',
      why: 'Petugas sering harus menunggu satu orang yang mengerti komputer.',
      owner: 'Kepala Seksi Pelayanan Kecamatan Kemuning',
      budget: 'APBD Kabupaten Indragiri Hilir, pos BKPSDM',
      taken: [{ after: 6, step: 'running' }],
    },
    {
      decision: 1,
      after: 1,
      due: 160,
      what: 'Pelatihan etika pelayanan bagi semua petugas setiap enam bulan',
      why: 'Forum memutuskan dengan suara terbanyak bahwa pelatihan ini wajib.',
      owner: 'Sekretariat Kecamatan Kemuning',
      cost: 'Rp 38.000.000 tiap angkatan',
      taken: [
        {
          after: 15,
          step: 'deferred',
          reasonCode: 'budget',
          reason:
            'Anggaran kabupaten tahun ini hanya cukup untuk pelatihan teknologi informasi; diusulkan lagi tahun depan.',
        },
      ],
    },
  ],
}
