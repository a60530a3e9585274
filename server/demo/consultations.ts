/** The demonstration's consultations: one for each of the five places on what that place asks, and one that is over. */
import type { ConsultationInput } from '../consultation/schema.ts'

export interface DemoConsultation {
  /** By which other parts of the demonstration find it. */
  key: 'amplas' | 'belawan' | 'kemuning' | 'bungo' | 'dumai' | 'closed'
  /** Name of the responsible unit. */
  unit: string
  title: string
  summary: string
  about: ConsultationInput['about']
  statements: string[]
  /** Days from today; what isn't asked is left out. */
  plan: { announced: number; need?: [number, number]; draft?: [number, number]; answerBy: number }
  /** File of the text, days from today, and what changed since the one before. */
  versions: { file: string; on: number; note: string }[]
}

export const CONSULTATIONS: DemoConsultation[] = [
  {
    key: 'bungo',
    unit: 'Loket Pelayanan Kecamatan Jujuhan',
    title: 'Cara menangani pengaduan pelayanan di Kabupaten Bungo',
    summary:
      'Rancangan peraturan bupati: pengaduan diterima, dicatat, dan dijawab dengan batas waktu yang jelas, supaya warga tahu kabarnya dan petugas tahu apa yang harus dilakukan.',
    about: 'draft',
    statements: [
      'Pengaduan warga sering tidak dijawab, dan pelapor tidak tahu harus bertanya kepada siapa.',
      'Petugas tidak punya pedoman kapan pengaduan harus selesai.',
    ],
    plan: { announced: -48, need: [-47, -40], draft: [-34, 12], answerBy: 40 },
    versions: [
      { file: 'pengaduan-1', on: -34, note: '' },
      {
        file: 'pengaduan-2',
        on: -20,
        note: 'Batas menjawab dipercepat dari sepuluh menjadi lima hari kerja, nama pelapor tidak lagi diminta, dan pengaduan yang mengancam keselamatan didahulukan, sesuai masukan warga Jujuhan dan Pelepat.',
      },
      {
        file: 'pengaduan-3',
        on: -6,
        note: 'Nama pelapor dilindungi, perpanjangan waktu harus diberitahukan, dan keterbatasan anggaran diumumkan. Ayat tentang pengawasan camat dihapus karena sudah diatur dalam peraturan lain.',
      },
    ],
  },
  {
    key: 'amplas',
    unit: 'Loket Pelayanan Kecamatan Medan Amplas',
    title: 'Menyusun kebijakan kepegawaian bersama warga Medan Amplas',
    summary:
      'Kebijakan tentang pegawai disusun bersama warga dan pegawai, dimulai dari kebutuhan, lalu dinilai enam bulan setelah berlaku. Bila pelayanan tidak membaik, pelatihannya diperbaiki.',
    about: 'draft',
    statements: [
      'Warga dan pegawai baru mengetahui kebijakan setelah ditetapkan.',
      'Kebijakan yang sudah berjalan tidak pernah dinilai apakah berhasil.',
    ],
    plan: { announced: -26, need: [-25, -15], draft: [-10, 14], answerBy: 35 },
    versions: [{ file: 'bersama-asn-1', on: -10, note: '' }],
  },
  {
    key: 'belawan',
    unit: 'Loket Pelayanan Kecamatan Medan Belawan',
    title: 'Hasil survei warga dalam penilaian kinerja pegawai Belawan',
    summary:
      'Apakah nilai survei kepuasan ikut menentukan penilaian kinerja pegawai, seberapa besar, dan bagaimana agar pengangkatan serta pelatihan terbuka bagi semua.',
    about: 'draft',
    statements: ['Nilai survei warga tidak berpengaruh apa-apa pada pegawai yang melayani.'],
    plan: { announced: -9, draft: [-8, 13], answerBy: 30 },
    versions: [{ file: 'survei-kinerja-1', on: -9, note: '' }],
  },
  {
    key: 'kemuning',
    unit: 'Loket Pelayanan Kecamatan Kemuning',
    title: 'Pelatihan yang dibutuhkan pegawai Kecamatan Kemuning',
    summary:
      'Musyawarah di balai desa meminta pelatihan bagi pegawai. Sebelum rancangannya ditulis, warga diminta menilai apakah kebutuhannya sudah tepat.',
    about: 'need',
    statements: [
      'Pegawai kecamatan belum lancar memakai komputer dan internet untuk melayani.',
      'Cara pegawai berbicara kepada warga perlu dibina: komunikasi dan etika pelayanan.',
      'Warga tidak bisa melihat bagaimana kinerja pegawai dinilai.',
    ],
    plan: { announced: -5, need: [-4, 10], draft: [17, 31], answerBy: 52 },
    versions: [],
  },
  {
    key: 'dumai',
    unit: 'Loket Disdukcapil Kota Dumai',
    title: 'Seleksi pegawai yang terbuka dan diawasi pihak mandiri di Dumai',
    summary:
      'Rancangan keputusan tentang cara menyeleksi pegawai: diumumkan lewat internet, diuji dengan komputer, diawasi pihak ketiga yang mandiri, dan bisa disanggah.',
    about: 'draft',
    statements: ['Warga tidak percaya seleksi pegawai berjalan adil karena prosesnya tidak terlihat.'],
    plan: { announced: -13, draft: [-12, 16], answerBy: 44 },
    versions: [{ file: 'seleksi-1', on: -13, note: '' }],
  },
  {
    key: 'closed',
    unit: 'Loket Uji Kendaraan Kota Dumai',
    title: 'Penilaian pegawai oleh atasan, rekan, dan bawahan di Dumai',
    summary:
      'Penilaian 360 derajat, pendampingan pegawai baru oleh yang senior, dan pemeriksaan kesehatan setahun sekali.',
    about: 'evaluation',
    statements: ['Penilaian dari atasan saja sering tidak adil.'],
    plan: { announced: -91, draft: [-90, -62], answerBy: -30 },
    versions: [
      { file: 'penilaian-360-1', on: -91, note: '' },
      {
        file: 'penilaian-360-2',
        on: -45,
        note: 'Ringkasan penilaian kini diterima pegawai yang dinilai, sesuai masukan pegawai dan organisasinya.',
      },
    ],
  },
]
