/** Words of the pages of figures: results of a survey, how they were made, a unit's periods. Numbers arrive as printed text. */
import type { ElementKey } from '#server/survey/rules/elements.ts'
import type { Grade } from '#server/survey/rules/skm.ts'

const elements: Record<ElementKey, string> = {
  requirements: 'Persyaratan',
  procedure: 'Prosedur',
  completion_time: 'Waktu penyelesaian',
  cost: 'Biaya/tarif',
  product: 'Produk pelayanan',
  competence: 'Kompetensi pelaksana',
  behaviour: 'Perilaku pelaksana',
  complaint_handling: 'Penanganan pengaduan',
  facilities: 'Sarana dan prasarana',
}

const grades: Record<Grade, string> = { A: 'Sangat baik', B: 'Baik', C: 'Kurang baik', D: 'Tidak baik' }

export const results = {
  elements,
  grades,
  title: (survey: string) => `Hasil: ${survey}`,
  official: (ikm: string, grade: Grade) => `IKM ${ikm} · Mutu ${grade} (${grades[grade]})`,
  gradeName: 'Mutu',
  officialTitle: (ikm: string, grade: Grade, unit: string) => `IKM ${ikm}, mutu ${grade}: ${unit}`,
  ikm: 'Indeks Kepuasan Masyarakat (IKM)',
  lede: (unit: string, period: string) => `Survei Kepuasan Masyarakat · ${unit} · ${period}`,
  ledeAnswers: (answers: string, served: string | null) =>
    served ? `${answers} jawaban dari ${served} yang dilayani` : `${answers} jawaban`,
  ledePublished: (day: string, version: number) => `diterbitkan ${day}, versi ${version}`,

  sure: {
    heading: 'Seberapa pasti',
    from: (respondents: string) => `Dari ${respondents} responden.`,
    fromComplete: (complete: string, all: string) =>
      `Angka di atas memakai ${all} jawaban; rentangnya dihitung dari ${complete} orang yang mengisi kesembilan pertanyaan.`,
    rangeBefore: 'Bila semua pengguna layanan ditanya, nilainya kira-kira',
    reachesUp: (grade: Grade, bound: string) => `Mutu ${grade} mulai ${bound}.`,
    reachesDown: (grade: Grade, bound: string) => `Mutu ${grade} mulai ${bound}; di bawah itu mutunya turun.`,
    sameGrade: (grade: Grade) => `Di seluruh rentang itu mutunya tetap ${grade}.`,
    noRange: 'Jawaban terlalu sedikit untuk memperkirakan rentangnya; angkanya bisa jauh berbeda bila semua ditanya.',
    caution:
      'Rentang ini menganggap jawaban seperti hasil undian dari semua pengguna layanan. Siapa yang memilih menjawab, atau tekanan dari petugas, tidak tercakup.',
  },

  change: {
    heading: 'Berubah?',
    up: (points: string, period: string) => `Naik ${points} dari ${period}.`,
    down: (points: string, period: string) => `Turun ${points} dari ${period}.`,
    same: (period: string) => `Sama dengan ${period}.`,
    shown: (low: string, high: string) =>
      `Perubahan ini lebih besar daripada yang biasa terjadi karena kebetulan: kira-kira ${low} sampai ${high}.`,
    shownUp: 'Ini dapat disebut peningkatan.',
    shownDown: 'Ini dapat disebut penurunan.',
    notShownUp: 'Selisih sekecil ini bisa karena kebetulan, jadi belum dapat disebut peningkatan.',
    notShownDown: 'Selisih sekecil ini bisa karena kebetulan, jadi belum dapat disebut penurunan.',
    notShown: 'Belum ada perubahan yang terlihat.',
    tooFew: (least: string) =>
      `Salah satu periode punya kurang dari ${least} jawaban lengkap, jadi belum dapat dikatakan berubah.`,
    visible: (points: string) => `Dengan jumlah responden ini, perubahan di bawah ${points} poin sulit terlihat.`,
    elements: (names: string) => `Unsur yang berubah: ${names}.`,
    manyElements: (count: string) => `${count} dari 9 unsur ikut berubah; rinciannya di halaman cara menghitung.`,
    noElement: 'Tidak ada satu unsur pun yang perubahannya terlihat.',
    first: 'Belum ada periode sebelumnya yang dapat dibandingkan.',
  },

  weakest: {
    heading: 'Yang paling rendah',
    two: (first: string, firstMean: string, second: string, secondMean: string) =>
      `${first} (${firstMean} dari 4), lalu ${second.toLowerCase()} (${secondMean}).`,
    overlap: 'Rentang unsur-unsur terendah berhimpit, jadi urutannya belum pasti.',
    chartTitle: (first: string, second: string) => `${first} dan ${second.toLowerCase()} paling rendah`,
    allSame: 'Semua unsur bernilai sama',
  },

  chart: {
    subtitle: (unit: string, period: string, n: string) =>
      `Nilai rata-rata (NRR) tiap unsur, skala 1–4, dengan perkiraan rentangnya · ${unit}, ${period}, ${n} responden`,
    name: 'Bagan nilai sembilan unsur; angkanya ada di tabel sesudah bagan',
    bands: 'Huruf di atas bagan: mutu menurut PermenPANRB 14/2017.',
  },

  table: {
    heading: 'Nilai tiap unsur',
    caption: 'Unsur, dari yang tertinggi',
    element: 'Unsur',
    mean: 'NRR',
    weighted: 'NRR tertimbang',
    range: 'Rentang',
    grade: 'Mutu',
    answers: 'Terjawab',
    blanks: 'Kosong',
    total: 'Jumlah (NI)',
    explain: (weight: string) =>
      `NRR = nilai rata-rata unsur, 1 sampai 4. NRR tertimbang = NRR × bobot; bobotnya ${weight}. Jumlahnya (NI) × 25 = IKM. Rentang = perkiraan nilai bila semua pengguna ditanya.`,
  },

  levels: {
    heading: 'Pilihan jawaban',
    caption: 'Berapa orang memilih tiap jawaban',
    hint: 'Nilai 4 paling baik. Kata-kata jawabannya berbeda untuk tiap pertanyaan.',
    blank: 'Kosong',
  },

  who: {
    heading: 'Siapa yang menjawab',
    received: 'Jawaban diterima',
    complete: 'Menjawab sembilan pertanyaan',
    blanks: 'Pertanyaan dikosongkan',
    blanksOf: (blanks: string, questions: string) => `${blanks} dari ${questions}`,
    served: 'Orang yang dilayani',
    servedUnknown: 'tidak dicatat',
    rate: 'Bagian yang menjawab',
    rateTooHigh: 'Lebih banyak jawaban daripada orang yang dilayani: salah satu angkanya keliru.',
    sample: 'Target responden',
    sampleReached: (target: string) => `${target}, tercapai`,
    sampleMissed: (target: string, missing: string) => `${target}, kurang ${missing}`,
    sampleUnknown: 'tidak dapat dihitung tanpa jumlah yang dilayani',
    shortReason: 'Alasan target tidak tercapai',
    note: 'Catatan petugas',
    profile: 'Ciri responden',
    option: 'Pilihan',
    people: 'Orang',
    mean: 'IKM kelompok',
    hidden: 'Tidak ditampilkan',
    hiddenWhy: 'Tidak ditampilkan karena terlalu sedikit responden, agar jawaban perorangan tidak dapat ditebak.',
  },

  hidden: {
    tooFew: 'Terlalu sedikit jawaban',
    tooFewText: 'Tidak ditampilkan karena terlalu sedikit responden, agar jawaban perorangan tidak dapat ditebak.',
    noIndex: 'Indeks tidak dapat dihitung: ada unsur yang tidak dijawab siapa pun.',
    levels:
      'Nilai tiap unsur tidak ditampilkan karena terlalu sedikit responden, agar jawaban perorangan tidak dapat ditebak.',
    cell: '–',
  },

  waiting: {
    draft: 'Survei ini belum dibuka',
    draftText: 'Hasilnya akan ada di alamat ini setelah survei selesai dan diterbitkan.',
    scheduled: (day: string) => `Survei dibuka ${day}`,
    open: 'Survei masih berlangsung',
    openText:
      'Selama survei berlangsung hanya jumlah jawaban yang ditampilkan, supaya angka yang bergerak tidak memengaruhi jawaban.',
    openUntil: (moment: string) => `Ditutup ${moment}.`,
    closed: 'Survei sudah ditutup, hasilnya sedang diperiksa',
    closedText: 'Hasil terbit setelah disahkan oleh pengesah, orang lain dari penyusunnya.',
    answers: (count: string) => `${count} jawaban sudah diterima.`,
    noAnswers: 'Belum ada jawaban.',
    target: (target: string) => `Target ${target} responden.`,
    answer: 'Isi survei ini',
    early: 'Angka sementara, dihitung dari jawaban yang sudah disegel. Bukan hasil resmi.',
  },

  versions: {
    heading: 'Versi hasil',
    withdrawn: 'Hasil ini dicabut',
    withdrawnText: (day: string) => `Dicabut ${day}. Angka lama tetap terlihat di bawah, tetapi tidak berlaku lagi.`,
    corrected: (day: string, version: number) => `Angka ini ralat dari versi ${version}, diterbitkan ${day}.`,
    kind: { result: 'Hasil', correction: 'Ralat', withdrawal: 'Pencabutan' },
    item: (version: number, kind: string) => `Versi ${version}: ${kind.toLowerCase()}`,
    figureOf: (ikm: string, grade: string) => `IKM ${ikm}, mutu ${grade}`,
    digest: 'Sidik versi terbaru (SHA-256), sama dengan yang ada di buku catatan:',
    reason: 'Alasan',
    old: 'tidak berlaku lagi',
  },

  proof: {
    heading: 'Asal angka ini',
    method: 'Cara menghitung',
    csv: 'Tabel (.csv)',
    json: 'Lengkap (.json)',
    published: (by: string, moment: string) => `Diterbitkan oleh ${by}, ${moment}.`,
    source: (unit: string, weight: string) => `Sumber: ${unit}. Bobot unsur: ${weight}.`,
    check: 'Buku catatan',
    unit: 'Semua periode unit ini',
    weights: { exact: '1/9 (bobot tanpa pembulatan)', '0.111': '0,111', '0.11': '0,11' },
  },
}
