/** The questionnaire of PermenPANRB 14/2017: the annex's own questions, each with the same in everyday words. */
import type { ElementKey } from '#server/survey/rules/elements.ts'
import type { FourLabels } from '#server/survey/rules/instrument.ts'
import type { PROFILE_OPTIONS, ProfileKey } from '#server/survey/rules/profile.ts'

export interface ElementWords {
  name: string
  /** For a sentence: "Pertanyaan 4 (biaya)". */
  short: string
  question: string
  plain: string
  answers: FourLabels
}

export interface InstrumentWords {
  elements: Record<ElementKey, ElementWords>
  /** The cost element of a service that charges a fee. */
  paidCost: Pick<ElementWords, 'question' | 'plain' | 'answers'>
  comment: { question: string; hint: string }
  profile: { [key in ProfileKey]: { question: string; options: Record<(typeof PROFILE_OPTIONS)[key][number], string> } }
  /** Who left the question out. */
  unanswered: string
}

const FITTING: FourLabels = ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai']

export const instrument: InstrumentWords = {
  elements: {
    requirements: {
      name: 'Persyaratan',
      short: 'persyaratan',
      question: 'Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?',
      plain: 'Syarat yang diminta sesuai dengan layanan yang Anda urus?',
      answers: FITTING,
    },
    procedure: {
      name: 'Sistem, Mekanisme, dan Prosedur',
      short: 'prosedur',
      question: 'Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?',
      plain: 'Langkah-langkah mengurusnya mudah dipahami dan diikuti?',
      answers: ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah'],
    },
    completion_time: {
      name: 'Waktu Penyelesaian',
      short: 'waktu',
      question: 'Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?',
      plain: 'Dari datang sampai selesai, seberapa cepat Anda dilayani?',
      answers: ['Tidak cepat', 'Kurang cepat', 'Cepat', 'Sangat cepat'],
    },
    cost: {
      name: 'Biaya/Tarif',
      short: 'biaya',
      question: 'Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?',
      plain: 'Bagaimana biaya yang Anda bayar? Pilih “Gratis” bila tidak membayar apa pun.',
      answers: ['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis'],
    },
    product: {
      name: 'Produk Spesifikasi Jenis Pelayanan',
      short: 'hasil layanan',
      question:
        'Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan?',
      plain: 'Hasil yang Anda terima sesuai dengan yang dijanjikan?',
      answers: FITTING,
    },
    competence: {
      name: 'Kompetensi Pelaksana',
      short: 'kemampuan petugas',
      question: 'Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?',
      plain: 'Petugas paham dan mampu mengerjakan tugasnya?',
      answers: ['Tidak kompeten', 'Kurang kompeten', 'Kompeten', 'Sangat kompeten'],
    },
    behaviour: {
      name: 'Perilaku Pelaksana',
      short: 'sikap petugas',
      question: 'Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?',
      plain: 'Petugas sopan dan ramah kepada Anda?',
      answers: ['Tidak sopan dan ramah', 'Kurang sopan dan ramah', 'Sopan dan ramah', 'Sangat sopan dan ramah'],
    },
    complaint_handling: {
      name: 'Penanganan Pengaduan, Saran dan Masukan',
      short: 'penanganan pengaduan',
      question: 'Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?',
      plain: 'Ada tempat mengadu di sini, dan aduannya ditangani?',
      answers: ['Tidak ada', 'Ada tetapi tidak berfungsi', 'Berfungsi kurang maksimal', 'Dikelola dengan baik'],
    },
    facilities: {
      name: 'Sarana dan Prasarana',
      short: 'sarana',
      question: 'Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?',
      plain: 'Ruang tunggu, loket, toilet, dan alatnya bagaimana?',
      answers: ['Buruk', 'Cukup', 'Baik', 'Sangat baik'],
    },
  },
  paidCost: {
    question: 'Bagaimana pendapat Saudara tentang kesesuaian biaya yang dibayar dengan biaya yang ditetapkan?',
    plain: 'Yang Anda bayar sama dengan tarif resminya?',
    answers: FITTING,
  },
  comment: {
    question: 'Saran untuk layanan ini',
    hint: 'Boleh dikosongkan. Jangan tulis nama, NIK, atau nomor telepon di kolom ini.',
  },
  profile: {
    sex: { question: 'Jenis kelamin', options: { male: 'Laki-laki', female: 'Perempuan' } },
    ageBand: {
      question: 'Kelompok usia',
      options: {
        under_20: 'Di bawah 20 tahun',
        '20_29': '20–29 tahun',
        '30_39': '30–39 tahun',
        '40_49': '40–49 tahun',
        '50_59': '50–59 tahun',
        '60_and_over': '60 tahun ke atas',
      },
    },
    education: {
      question: 'Pendidikan terakhir',
      options: {
        primary: 'SD atau di bawahnya',
        junior_secondary: 'SMP',
        senior_secondary: 'SMA/SMK',
        diploma: 'Diploma',
        bachelor: 'S1',
        postgraduate: 'S2/S3',
      },
    },
    occupation: {
      question: 'Pekerjaan',
      options: {
        civil_servant: 'PNS/PPPK',
        soldier: 'TNI',
        police: 'Polri',
        private_employee: 'Pegawai swasta',
        self_employed: 'Wirausaha',
        other: 'Lainnya',
      },
    },
  },
  unanswered: 'Tidak menjawab',
}
