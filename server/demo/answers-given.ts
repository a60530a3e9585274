/** Invented inputs and answers of the demonstration. */
import type { AnswerInput } from '../consultation/answer-schema.ts'

export interface DemoInput {
  text: string
  /** Words of the passage that it speaks of; left out: the whole. */
  passage?: string
  stance: 'agree' | 'disagree' | 'change'
  proposal?: string
  /** The same letter that others sent too: answered as one. */
  letter?: boolean
  given?: AnswerInput
  objects?: boolean
}

const LETTER =
  'Kami pegawai loket meminta hasil penilaian diberikan kepada pegawai yang dinilai, supaya kami tahu apa yang harus diperbaiki.'

const PROPOSAL = 'Isian penilai dirahasiakan, dan ringkasannya diberikan kepada pegawai yang dinilai.'

export const CLOSED_INPUTS: DemoInput[] = [
  { text: LETTER, passage: 'Isian penilai', stance: 'change', proposal: PROPOSAL, letter: true },
  { text: `${LETTER} Terima kasih.`, passage: 'Isian penilai', stance: 'change', proposal: PROPOSAL, letter: true },
  { text: `${LETTER} Hormat kami.`, passage: 'Isian penilai', stance: 'change', proposal: PROPOSAL, letter: true },
  { text: `Bersama ini: ${LETTER}`, passage: 'Isian penilai', stance: 'change', proposal: PROPOSAL, letter: true },
  {
    text: 'Penilaian oleh bawahan bisa dipakai untuk membalas dendam. Siapa yang menjaga kerahasiaannya?',
    passage: 'atasan, rekan kerja',
    stance: 'disagree',
    given: {
      hasil: 'partly',
      reason: 'Penilaian bawahan tetap dipakai, tetapi hanya rata-rata dari sedikitnya lima orang yang dibaca atasan.',
    },
    objects: true,
  },
  {
    text: 'Pegawai baru selama ini dilepas sendiri. Pendampingan oleh yang senior sangat membantu.',
    stance: 'agree',
    given: {
      hasil: 'accepted',
      reason: 'Pendampingan enam bulan dipertahankan dalam naskah akhir.',
      promise: 'Menyusun jadwal pendampingan pegawai baru di semua loket',
    },
  },
  {
    text: 'Pemeriksaan kesehatan setahun sekali sudah ada dari BPJS.',
    stance: 'disagree',
    given: {
      hasil: 'already',
      reason: 'Benar: pemeriksaan tahunan sudah berlaku lewat BPJS Kesehatan, jadi tidak diatur lagi di sini.',
    },
  },
  {
    text: 'Gaji honorer di loket juga harus dinaikkan.',
    stance: 'disagree',
    given: {
      hasil: 'outside-scope',
      reason: 'Besaran gaji diatur dalam peraturan lain. Masukan ini diteruskan kepada badan keuangan.',
    },
  },
  {
    text: 'Jangan ada penilaian sama sekali, cukup absen.',
    stance: 'disagree',
    given: {
      hasil: 'not-accepted',
      reason: 'Kehadiran saja tidak menunjukkan bagaimana warga dilayani. Penilaian tetap ada.',
    },
  },
]

export const OBJECTION = 'Yang saya tanyakan siapa yang menjaga kerahasiaannya, bukan cara menghitungnya.'

export const OBJECTION_ANSWER: AnswerInput = {
  hasil: 'accepted',
  reason:
    'Anda benar, pertanyaannya belum terjawab. Isian disimpan oleh inspektorat tanpa nama penilai, dan pembocoran dikenai sanksi.',
}

/** To those whose passage a later version has changed. */
export const CHANGED_ANSWER: AnswerInput = {
  hasil: 'accepted',
  reason: 'Bagian ini sudah diubah sesuai masukan Anda. Bunyi yang lama dan yang baru dapat dibandingkan.',
}

export const LIVE_ANSWERS: AnswerInput[] = [
  {
    hasil: 'accepted',
    reason: 'Batas waktunya memang terlalu panjang bagi warga yang menunggu. Usul ini dibawa ke naskah berikutnya.',
  },
  {
    hasil: 'partly',
    reason: 'Kotak aduan dipasang di kantor camat lebih dulu; di kantor desa menyusul setelah ada petugasnya.',
  },
  {
    hasil: 'not-accepted',
    reason: 'Aduan tanpa penjelasan kejadiannya tidak dapat ditelusuri, jadi uraian singkat tetap diminta.',
  },
  { hasil: 'already', reason: 'Sudah berlaku: pengaduan lewat telepon dicatat petugas dengan nomor yang sama.' },
  { hasil: 'outside-scope', reason: 'Perbaikan jalan ditangani dinas lain; masukan ini sudah diteruskan ke sana.' },
]
