/** What was proposed and decided at the demonstration's forum: invented, and plainly so. */
import type { ProposalInput } from '../musyawarah/hall-schema.ts'
import type { ProposalOutcome } from '../musyawarah/rules/decisions.ts'

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

export const PROPOSALS: { proposal: ProposalInput; outcome: ProposalOutcome; outcomeNote: string | null }[] = LINES.map(
  ([text, group, outcome, outcomeNote]) => ({ proposal: { text, group }, outcome, outcomeNote }),
)

/** By place on the agenda, from 0. */
export const POINTS: { item: number; speaker: string | null; text: string }[] = [
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

export const DECIDED = {
  objected: {
    text: 'Pelatihan teknologi informasi didahulukan dan diadakan di ibu kota kabupaten.',
    who: 'Kelompok PKK desa',
    reason: 'Petugas perempuan dari desa sulit menginap di ibu kota kabupaten.',
    answer: 'Dapat diterima: pelatih yang datang ke kecamatan.',
    amended: 'Pelatihan teknologi informasi didahulukan dan diadakan di Balai Desa Kemuning Tua.',
  },
  voted: {
    text: 'Pelatihan etika pelayanan wajib diikuti semua petugas setiap enam bulan.',
    who: 'Sebagian staf kecamatan',
    reason: 'Setiap enam bulan terlalu sering; cukup setahun sekali.',
    answer: 'Warga tetap menghendaki enam bulan sekali.',
    statement:
      'Dua kali dibahas, sebagian staf kecamatan tetap menghendaki setahun sekali, jadi mufakat tidak tercapai.',
    inFavour: 41,
    against: 12,
    abstained: 3,
    spoilt: 1,
  },
  dissent: {
    who: 'Seorang staf kecamatan',
    text: 'Saya menghormati hasilnya, tetapi pelatihan setiap enam bulan akan mengurangi hari pelayanan.',
  },
}
