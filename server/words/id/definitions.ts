/** Words of the page that defines the figures of regions and units. Numbers arrive as printed text. */
export const definitions = {
  title: 'Arti setiap angka',
  lead: 'Begini angka di halaman wilayah dan unit dibuat. Ambangnya sama dengan yang dipakai mesin hitung.',
  survey: 'Cara menghitung satu survei ada di halaman hasilnya masing-masing, di bawah “Cara menghitung”.',
  sections: {
    participation: {
      heading: 'Sudah mengadakan survei',
      text: () => [
        'Sebuah unit dianggap sudah mengadakan survei dalam satu semester bila ada surveinya yang dibuka dan masa survei itu menyentuh semester tersebut, juga bila hasilnya belum terbit. Survei yang hasilnya dicabut tidak dihitung.',
        'Menurut PermenPANRB 14/2017 setiap penyelenggara wajib mengadakan survei sedikitnya sekali setahun; banyak daerah melaporkannya per semester.',
        'Hasil masuk ke semester tempat hari terakhir surveinya berada.',
      ],
    },
    pooled: {
      heading: 'Angka gabungan',
      text: ({ group }: Thresholds) => [
        `Jawaban semua hasil yang terbit untuk semester itu dijumlahkan, lalu dihitung seperti satu survei: tiap responden dihitung sekali, di mana pun ia dilayani. Hanya hasil yang berlaku, dengan sedikitnya ${group} jawaban untuk setiap unsur, yang ikut; hasil yang dicabut tidak.`,
        'Akibatnya unit dengan banyak responden lebih menentukan daripada unit kecil. Cara lain, rata-rata dari nilai unit, memberi bobot sama kepada unit yang ditanyai sepuluh orang dan seribu orang; cara itu tidak dipakai di sini.',
        'Rentang 95% menganggap semua jawaban itu satu undian dari semua pengguna layanan. Bobot unsur mengikuti ketetapan wilayah untuk tahun itu.',
      ],
    },
    elements: {
      heading: 'Nilai unsur',
      text: ({ group }: Thresholds) => [
        `NRR adalah rata-rata jawaban satu unsur pada skala 1 sampai 4, dari semua yang menjawabnya. Rentangnya dihitung dengan sebaran t sesudah ditambahkan satu responden semu yang jawabannya terbagi rata. Unsur ditampilkan mulai ${group} jawaban.`,
        'Bila rentang dua unsur berhimpit, urutan keduanya belum pasti.',
      ],
    },
    change: {
      heading: 'Kapan sebuah unsur disebut berubah',
      text: ({ p, points, respondents }: Thresholds) => [
        `Sembilan unsur diuji sekaligus dengan uji t Welch, dan nilai p-nya disesuaikan menurut Holm, supaya sembilan kali menguji tidak melahirkan perubahan yang tidak ada. Disebut terlihat bila p yang disesuaikan kurang dari ${p}, selisihnya sedikitnya ${points} poin IKM, dan kedua periode punya sedikitnya ${respondents} responden.`,
      ],
    },
    funnel: {
      heading: 'Unit berdampingan (bagan corong)',
      text: ({ units, group }: Thresholds) => [
        `Hanya unit sejenis yang disandingkan: bidang yang sama, dalam perangkat daerah yang sejenis. Digambar mulai ${units} unit dengan sedikitnya ${group} responden lengkap. Urutannya menurut kode unit, tidak pernah menurut nilai.`,
        'Nilai sebuah unit adalah rata-rata responden yang menjawab sembilan pertanyaan, dengan bobot 1/9, dikali 25. Karena itu ia dapat sedikit berbeda dari IKM resmi bila ada pertanyaan yang dikosongkan atau bobot lain dipakai.',
        'Rata-rata bersama adalah rata-rata semua responden. Batas 95% dan 99,8% adalah rata-rata bersama ± 1,96 dan ± 3,09 galat baku, yaitu simpangan satu responden di dalam unit dibagi akar jumlah responden. Makin banyak responden, makin sempit batasnya (Spiegelhalter 2005).',
        'Batas itu menganggap responden seperti hasil undian. Perbedaan dalam siapa yang dilayani, apa urusannya, dan siapa yang mau menjawab tidak diperhitungkan. Unit di luar batas layak ditanya, bukan dihukum atau dipuji.',
      ],
    },
    control: {
      heading: 'Batas wajar dari waktu ke waktu (bagan XmR)',
      text: ({ periods, side, trend }: Thresholds) => [
        `Dihitung mulai ${periods} periode dengan bobot yang sama. Garis tengah adalah rata-rata IKM. Batasnya rata-rata ± 2,66 × rata-rata selisih dua periode berurutan.`,
        `Tanda: satu periode di luar batas; ${side} periode atau lebih berturut-turut di satu sisi rata-rata; ${trend} periode atau lebih yang terus naik atau terus turun; dua dari tiga periode berurutan dekat batas yang sama (sepertiga terluar).`,
        'Periode yang dicabut dilewati. Tanda menunjukkan bahwa cara kerjanya mungkin berubah; sebabnya harus dicari di lapangan.',
      ],
    },
    answers: {
      heading: 'Masukan dan tanggapan',
      text: () => [
        '“Diterima” menghitung setiap masukan yang bernomor: dari situs, akun, kertas, loket, pertemuan, atau lembaga, juga yang ditahan atau disembunyikan moderator dan yang isinya dihapus atas permintaan penulisnya.',
        '“Dibahas” adalah masukan yang sudah masuk sebuah kelompok, diambil seorang petugas, atau dijawab. “Dijawab” adalah masukan yang sudah mendapat hasil pembahasan dengan alasannya, sendiri atau bersama kelompoknya.',
        '“Menunggu” adalah yang diterima dikurangi yang dijawab; yang paling lama menunggu disebut nomornya dan hari datangnya. “Terlambat” adalah semua yang masih menunggu sesudah hari yang dijanjikan lewat. Hari itu termasuk, menurut waktu setempat, dan keterlambatan dihitung dari jam, bukan diisi orang.',
        '“Keberatan menunggu” adalah keberatan penulis atas jawabannya yang belum dijawab lagi atau dipertahankan.',
      ],
    },
    hidden: {
      heading: 'Yang tidak ikut',
      text: ({ cell, group }: Thresholds) => [
        `Hasil dengan kurang dari ${cell} jawaban tidak punya indeks. Hasil dengan kurang dari ${group} jawaban hanya menampilkan indeks, dan tidak ikut digabung atau disandingkan, supaya jawaban perorangan tidak dapat dihitung mundur.`,
        'Semua angka di sini dibuat dari hasil yang sudah terbit; siapa pun dapat menghitungnya ulang dari berkas .json tiap hasil.',
      ],
    },
  },
}

/** The engine's own settings, printed. */
export interface Thresholds {
  cell: string
  group: string
  units: string
  periods: string
  side: string
  trend: string
  p: string
  points: string
  respondents: string
}
