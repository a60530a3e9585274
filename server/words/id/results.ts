/** Words of the pages of figures: results of a survey, how they were made, a unit's periods. Numbers arrive as printed text. */
import type { ElementKey } from '../../survey/rules/elements.ts'
import type { Grade } from '../../survey/rules/skm.ts'

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
    rangeBefore: 'Bila semua pengguna layanan ditanya, nilainya kira-kira',
    reachesUp: (grade: Grade, bound: string) => `Mutu ${grade} mulai ${bound}.`,
    reachesDown: (grade: Grade, bound: string) => `Mutu ${grade} mulai ${bound}; di bawah itu mutunya turun.`,
    sameGrade: (grade: Grade) => `Di seluruh rentang itu mutunya tetap ${grade}.`,
    noRange: 'Jawaban lengkap belum cukup untuk memperkirakan rentangnya.',
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
    noElement: 'Tidak ada satu unsur pun yang perubahannya terlihat.',
    first: 'Ini hasil pertama yang diterbitkan di sini. Perbandingan ada mulai periode berikutnya.',
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
      `NRR = nilai rata-rata unsur, 1 sampai 4. NRR tertimbang = NRR × bobot (${weight}). Jumlahnya (NI) × 25 = IKM. Rentang = perkiraan nilai bila semua pengguna ditanya.`,
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

  method: {
    title: (period: string) => `Cara menghitung: ${period}`,
    lead: 'Ditulis dari setelan yang sama dengan yang dipakai mesin hitung, dengan angka survei ini.',
    none: 'Angka survei ini belum terbit. Caranya sudah pasti; angkanya menyusul.',
    index: {
      heading: 'Indeks dan mutu',
      steps: (weight: string) => [
        'NRR tiap unsur = jumlah nilai dibagi jumlah yang menjawab unsur itu. Pertanyaan yang dikosongkan hanya mengurangi unsurnya sendiri.',
        `NRR tertimbang = NRR × bobot. Bobot survei ini ${weight}, sama untuk sembilan unsur.`,
        'Nilai interval (NI) = jumlah sembilan NRR tertimbang.',
        'IKM = NI × 25, dihitung dengan pecahan tepat dan dibulatkan sekali di akhir, setengah ke atas, dua angka di belakang koma. Mutu ditentukan dari angka yang sudah dibulatkan.',
      ],
      sum: (ni: string, ikm: string) => `Survei ini: NI ${ni} × 25 = ${ikm}.`,
      bounds: 'Batas bawah mutu (PermenPANRB 14/2017)',
      from: 'Mulai',
    },
    weights: {
      heading: 'Dengan bobot lain',
      text: 'Laporan di daerah memakai tiga bobot. Yang tertulis dalam lampiran peraturan belum dapat dipastikan, jadi tidak ada yang disebut paling resmi; tiap wilayah menetapkan satu bobot untuk satu tahun.',
      weight: 'Bobot',
      used: 'dipakai',
      cost: (ikm: string, grade: string) =>
        `Tanpa unsur biaya, yang pada layanan gratis selalu bernilai 4, indeksnya ${ikm} (mutu ${grade}). Ini angka pembanding, bukan angka resmi.`,
    },
    interval: {
      heading: 'Perkiraan rentang',
      text: 'Rentang 95% dihitung dari nilai rata-rata tiap responden yang menjawab sembilan pertanyaan, dengan sebaran t. Sebelumnya ditambahkan satu responden semu yang jawabannya terbagi rata pada nilai 1, 2, 3 dan 4, supaya rentang tidak menjadi nol ketika semua jawaban sama. Rentang tiap unsur dihitung dengan cara yang sama dari jawaban unsur itu. Angka resminya tidak berubah.',
      numbers: (respondents: string, low: string, high: string) =>
        `Survei ini: ${respondents} responden lengkap, rentang ${low} sampai ${high}.`,
    },
    change: {
      heading: 'Kapan disebut berubah',
      rule: (p: string, points: string, respondents: string) =>
        `Dua periode dibandingkan dengan uji t Welch atas nilai rata-rata responden. Disebut berubah bila p kurang dari ${p}, selisihnya sedikitnya ${points} poin, dan kedua periode punya sedikitnya ${respondents} jawaban lengkap. Uji Mann–Whitney (dengan koreksi nilai kembar dan kontinuitas) memeriksa ulang. Untuk sembilan unsur sekaligus nilai p disesuaikan menurut Holm.`,
      against: (period: string) => `Dibandingkan dengan ${period}`,
      measure: 'Ukuran',
      value: 'Nilai',
      difference: 'Selisih responden lengkap (poin)',
      interval: 'Rentang selisih 95%',
      welch: 'Welch',
      welchOf: (t: string, df: string, p: string) => `t ${t}, df ${df}, p ${p}`,
      mannWhitney: 'Mann–Whitney',
      mannWhitneyOf: (u: string, p: string) => `U ${u}, p ${p}`,
      visible: 'Perubahan terkecil yang terlihat (poin)',
      verdict: 'Kesimpulan',
      changed: 'berubah',
      notShown: 'belum terlihat berubah',
      agree: 'Kedua uji sejalan.',
      disagree: 'Kedua uji tidak sejalan; yang dipakai uji Welch.',
      elements: 'Selisih tiap unsur',
      points: 'Selisih (poin)',
      p: 'p',
      adjusted: 'p menurut Holm',
      nothing: 'Belum ada periode sebelumnya untuk dibandingkan.',
      below: (p: string) => `< ${p}`,
    },
    sample: {
      heading: 'Target responden',
      formula:
        'Rumus Krejcie–Morgan: n = χ²·N·P·(1−P) / (d²·(N−1) + χ²·P·(1−P)), dengan χ² = 3,841, P = 0,5 dan d = 0,05, dibulatkan ke bilangan terdekat.',
      numbers: (served: string, formula: string, table: string) =>
        `Dengan ${served} orang yang dilayani: ${formula} menurut rumus, ${table} menurut tabel (baris berikutnya).`,
      used: { formula: 'Survei ini memakai rumus.', table: 'Survei ini memakai tabel.' },
      unknown: 'Jumlah yang dilayani pada survei ini tidak dicatat, jadi tidak ada target.',
      promise:
        'Target itu untuk satu bagian (ya/tidak) dengan ketelitian 5 poin dari pengambilan acak. Ia tidak menjanjikan apa pun tentang mutu.',
    },
    hidden: {
      heading: 'Yang sengaja tidak ditampilkan',
      rules: (cell: string, group: string) => [
        `Kurang dari ${cell} jawaban: hanya dikatakan terlalu sedikit. ${cell} sampai ${String(Number(group) - 1)} jawaban: hanya indeks dan jumlahnya.`,
        `Jumlah tiap pilihan jawaban ditampilkan utuh mulai ${group} jawaban.`,
        `Tabel ciri responden: sel di bawah ${cell} disembunyikan bersama satu sel lain. Rata-rata kelompok hanya bila kelompok itu dan sisanya masing-masing sedikitnya ${group} orang.`,
        'Saran tertulis tidak diterbitkan. Selama survei berlangsung hanya jumlah jawaban yang terlihat.',
      ],
    },
    seal: {
      heading: 'Bagaimana jawaban disegel, dan cara memeriksanya',
      text: [
        'Tanda terima dan jawaban disimpan terpisah, tanpa nama, alamat, atau jam. Bila dua puluh jawaban menunggu, semuanya kecuali sepuluh yang diundi disegel sekaligus dalam urutan acak. Sisanya disegel saat hasil diserahkan; setelah itu tidak ada yang bisa masuk.',
        'Setiap penyegelan mencatat jumlah, tanggal, dan sidik digital kelompoknya dalam buku catatan yang berantai. Sebelum disegel, orang yang memegang seluruh basis data masih mungkin menghubungkan jawaban dengan tanda terimanya; sesudahnya tidak.',
        'Siapa pun bisa mengunduh catatan terbuka dan menghitung ulang dari kelompok jawaban sampai indeks dengan program ini:',
      ],
      batches: (answers: string) => `Versi yang berlaku dihitung dari ${answers} jawaban tersegel.`,
      digest: 'Sidik hasil (SHA-256):',
      ledger: 'Buka buku catatan',
    },
    source: {
      heading: 'Kuesioner',
      text: (source: string) => `Sembilan unsur ${source}.`,
      order: {
        annex: 'U8 sarana dan prasarana, U9 penanganan pengaduan (urutan kuesioner lampiran).',
        regulation: 'U8 penanganan pengaduan, U9 sarana dan prasarana (urutan pasal).',
      },
      paid: 'Layanan berbayar: unsur biaya menanyakan kesesuaian dengan tarif resmi.',
      free: 'Unsur biaya memakai pilihan lampiran; "Gratis" bernilai 4.',
      version: (version: string) => `Versi kuesioner ${version}, sidik:`,
    },
  },

  unit: {
    complain: 'Ada keluhan?',
    complainText: 'Sampaikan kepada unit ini, atau lewat SP4N-LAPOR!, saluran pengaduan nasional.',
    complainLink: 'Buka SP4N-LAPOR!',
    open: 'Survei yang sedang dibuka',
    noOpen: 'Belum ada survei yang dibuka di sini.',
    until: (day: string) => `sampai ${day}`,
    trend: 'Kepuasan dari waktu ke waktu',
    trendOf: (series: string) => `Kepuasan dari waktu ke waktu: ${series}`,
    trendTitleUp: 'Kepuasan naik, lebih dari kebetulan',
    trendTitleDown: 'Kepuasan turun, lebih dari kebetulan',
    trendTitleSame: 'Belum ada perubahan yang terlihat',
    trendSubtitle: (unit: string, first: string, last: string) =>
      `IKM tiap periode dengan perkiraan rentangnya · ${unit}, ${first} sampai ${last}`,
    trendName: 'Bagan IKM tiap periode; angkanya ada di tabel sesudah bagan',
    twoPoints: 'Dua periode belum menjadi tren.',
    onePoint: 'Baru satu periode yang terbit.',
    none: 'Belum ada hasil yang diterbitkan.',
    period: 'Periode',
    ikm: 'IKM',
    range: 'Rentang',
    grade: 'Mutu',
    respondents: 'Responden',
    change: 'Dari periode sebelumnya',
    state: {
      withdrawn: 'dicabut',
      corrected: 'ralat',
      'too-few': 'terlalu sedikit jawaban',
    },
    changed: 'terlihat',
    notShown: 'belum terlihat',
  },

  regions: {
    about: 'Tentang wilayah ini',
    openCount: (count: number) => `${count} survei dibuka`,
    openIn: (period: string) => `isi survei ${period}`,
    resultOf: (period: string) => `hasil ${period}`,
    openSurveys: 'Survei yang sedang dibuka',
    noOpen: 'Belum ada survei yang dibuka di wilayah ini.',
  },
}
