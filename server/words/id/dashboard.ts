/** Words of a region's and a unit's figures. Numbers arrive as printed text. */
import type { SurveyState } from '#server/survey/rules/period.ts'
import type { FunnelPosition } from '#server/statistics/funnel.ts'
import type { XmrSignal } from '#server/statistics/xmr.ts'

const states: Record<SurveyState | 'none', string> = {
  published: 'hasil sudah terbit',
  closed: 'selesai, hasil belum terbit',
  open: 'sedang dibuka',
  scheduled: 'dijadwalkan',
  withdrawn: 'hasil dicabut',
  draft: 'rancangan',
  none: 'belum ada survei',
}

const positions: Record<FunnelPosition, string> = {
  'far-below': 'di bawah batas 99,8%',
  below: 'di bawah batas 95%',
  inside: 'dalam batas',
  above: 'di atas batas 95%',
  'far-above': 'di atas batas 99,8%',
}

const signals: Record<XmrSignal, string> = {
  outside: 'di luar batas',
  side: 'berturut-turut di satu sisi',
  trend: 'terus naik atau terus turun',
  'near-limit': 'dua dari tiga dekat batas',
}

export const dashboard = {
  halfYear: (half: 1 | 2, year: number) => `Semester ${half === 1 ? 'I' : 'II'} ${year}`,
  closed: (day: string) => `Unit ini ditutup ${day}`,
  closedText: 'Hasil yang pernah terbit tetap bisa dibaca.',

  files: {
    heading: 'Data di balik halaman ini',
    csv: 'Tabel (.csv)',
    json: 'Lengkap (.json)',
    definitions: 'Arti setiap angka',
  },

  participation: {
    heading: (period: string) => `Survei ${period}`,
    all: (units: string) => `Semua unit (${units}) sudah atau sedang mengadakan survei.`,
    some: (surveyed: string, units: string, missing: string) =>
      `${surveyed} dari ${units} unit sudah atau sedang mengadakan survei; ${missing} belum.`,
    nobody: (units: string) => `Belum satu pun dari ${units} unit mengadakan survei.`,
    missing: (names: string) => `Belum: ${names}.`,
    definition: 'Kapan sebuah unit dianggap sudah mengadakan survei',
    caption: 'Unit menurut urutan kodenya',
    unit: 'Unit',
    now: 'Semester ini',
    latest: 'Hasil terakhir',
    states,
    until: (day: string) => `dibuka sampai ${day}`,
    none: 'belum ada',
  },

  compared: {
    heading: (period: string) => `Hasil ${period}`,
    published: (published: string, units: string) => `${published} dari ${units} unit menerbitkan hasil.`,
    other: 'Semester lain',
    none: 'Belum ada hasil yang diterbitkan di wilayah ini.',
  },

  pooled: {
    heading: 'Angka gabungan',
    from: (answers: string, parts: string) =>
      `Gabungan ${answers} jawaban dari ${parts} hasil yang sudah terbit; tiap responden dihitung sekali.`,
    range: (range: string) => `Bila semua pengguna layanan ditanya, nilainya kira-kira ${range}.`,
    caution: 'Unit dengan banyak responden lebih menentukan. Angka ini bukan nilai unit mana pun.',
    none: 'Belum ada dua hasil terbit yang dapat digabungkan.',
    method: (weight: string) => `Cara: jumlah semua jawaban yang terbit, bobot unsur ${weight}`,
  },

  elements: {
    heading: 'Unsur yang paling rendah',
    headingUnit: (period: string) => `Nilai tiap unsur, ${period}`,
    subtitle: (place: string, period: string, n: string) =>
      `Nilai rata-rata (NRR) tiap unsur, skala 1–4, dengan perkiraan rentangnya · ${place}, ${period}, ${n} responden`,
    caption: (of: string) => `Unsur, dari yang tertinggi: ${of}`,
    change: 'Dari periode sebelumnya',
    definition: 'Arti nilai dan rentang unsur',
    changeDefinition: 'Kapan sebuah unsur disebut berubah',
    changed: (names: string) => `Perubahan terlihat pada: ${names}.`,
    manyChanged: (shown: string, elements: string) =>
      `Perubahan terlihat pada ${shown} dari ${elements} unsur; rinciannya di tabel.`,
    unchanged: 'Belum ada unsur yang perubahannya terlihat.',
    hidden: 'Nilai tiap unsur tidak ditampilkan karena terlalu sedikit responden.',
  },

  funnel: {
    heading: (kind: string) => `Berdampingan: ${kind}`,
    kind: (institution: string, sector: string) => `${institution}, ${sector.toLowerCase()}`,
    titleInside: 'Semua unit dalam batas; bedanya bisa karena kebetulan',
    titleOutside: (count: string) => `${count} unit berbeda lebih dari yang biasa karena kebetulan`,
    subtitle: (kind: string, place: string, period: string, n: string) =>
      `Nilai tiap unit menurut jumlah responden, dengan batas 95% dan 99,8% · ${kind}, ${place}, ${period}, ${n} responden`,
    name: 'Bagan corong nilai unit; angkanya ada di tabel sesudah bagan',
    inside: (units: string, centre: string) =>
      `Nilai ${units} unit ini tidak sama, tetapi semuanya dalam batas di sekitar rata-rata ${centre}: bedanya tidak lebih dari yang biasa terjadi karena siapa yang kebetulan menjawab.`,
    above: (names: string) => `Di atas batas: ${names}.`,
    below: (names: string) => `Di bawah batas: ${names}.`,
    rest: (centre: string) =>
      `Unit lain dalam batas di sekitar rata-rata ${centre}; di antara mereka, nilai yang lebih tinggi atau rendah tidak berarti apa-apa.`,
    cannot:
      'Gambar ini tidak mengatakan mengapa, dan bukan peringkat: tiap unit melayani orang dan urusan yang berbeda. Kira-kira satu dari dua puluh unit yang sama baiknya pun jatuh di luar batas 95%.',
    definition: 'Arti batas 95% dan 99,8%',
    few: (units: string, least: string) =>
      `Baru ${units} unit yang dapat dibandingkan. Unit disandingkan bila ada sedikitnya ${least}, karena dengan lebih sedikit batasnya tidak dapat dipercaya.`,
    left: (names: string) => `Tidak ikut: ${names}.`,
    leftCount: (count: string, reason: string) => `${count} unit (${reason})`,
    reasons: { 'not-published': 'belum terbit', 'too-few': 'terlalu sedikit jawaban' },
    note: 'Nomor menurut kode unit, bukan peringkat. Garis penuh atau batang tebal: batas 95%. Garis putus-putus: batas 99,8%. Segitiga: di luar batas 95%. Belah ketupat: di luar batas 99,8%.',
    caption: (kind: string) => `Nilai dan batas tiap unit, menurut kode: ${kind}`,
    number: 'No.',
    respondents: 'Responden lengkap',
    value: 'Nilai',
    inner: 'Batas 95%',
    outer: 'Batas 99,8%',
    position: 'Letak',
    mean: 'Rata-rata bersama',
    limitNames: ['95%', '99,8%'] as [string, string],
    positions,
  },

  control: {
    heading: 'Naik turun dari waktu ke waktu',
    headingOf: (series: string) => `Naik turun dari waktu ke waktu: ${series}`,
    titleCalm: 'Tidak ada tanda selain naik turun biasa',
    titleSignal: 'Ada tanda perubahan',
    subtitle: (unit: string, first: string, last: string) =>
      `IKM tiap periode dengan rata-rata dan batas wajarnya (bagan XmR) · ${unit}, ${first} sampai ${last}`,
    name: 'Bagan IKM tiap periode dengan batas wajar; angkanya ada di tabel sesudah bagan',
    limits: (lower: string, upper: string, centre: string) =>
      `Selama cara kerjanya sama, nilai satu periode biasanya antara ${lower} dan ${upper}, di sekitar ${centre}.`,
    calm: (periods: string) => `Dalam ${periods} periode tidak ada yang keluar dari pola itu.`,
    found: (periods: string) => `Keluar dari pola itu: ${periods}.`,
    cannot: 'Tanda mengatakan ada yang berubah, bukan apa sebabnya.',
    definition: 'Arti batas dan tanda',
    note: 'Garis putus-putus: batas wajar. Garis penuh: rata-rata. Belah ketupat: periode dengan tanda.',
    column: 'Tanda',
    signals,
  },

  publications: {
    heading: 'Semua yang pernah terbit',
    caption: 'Terbitan, yang terbaru lebih dulu',
    period: 'Periode',
    what: 'Terbitan',
    day: 'Tanggal',
    reason: 'Alasan',
    item: (kind: string, version: number) => `${kind}, versi ${version}`,
  },
}
