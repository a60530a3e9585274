/** Words of the page that says how a survey's figures are made. Numbers arrive as printed text. */
export const method = {
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
      'Tanda terima dan jawaban disimpan terpisah, tanpa nama, alamat, atau jam. Bila dua puluh jawaban menunggu, semuanya kecuali sepuluh yang diundi disegel sekaligus dalam urutan acak. Tanda terimanya diundi tersendiri, jadi kumpulan tempat sebuah tanda terima disegel tidak menunjukkan kumpulan jawabannya. Sisanya disegel saat hasil diserahkan; setelah itu tidak ada yang bisa masuk.',
      'Setiap penyegelan mencatat jumlah, tanggal, dan sidik digital kumpulannya dalam buku catatan yang berantai. Sebelum disegel, orang yang memegang seluruh basis data masih mungkin menghubungkan jawaban dengan tanda terimanya; sesudahnya tidak.',
      'Siapa pun bisa mengunduh buku catatan dan menghitung ulang dari kumpulan jawaban sampai indeks dengan program ini:',
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
    free: 'Unsur biaya memakai pilihan lampiran; “Gratis” bernilai 4.',
    version: (version: string) => `Versi kuesioner ${version}, sidik:`,
  },
}
