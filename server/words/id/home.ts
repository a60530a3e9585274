/** Words of the front page and of the page about the portal. */
export const home = {
  title: 'Balai: setiap masukan ada kabarnya',
  heading: 'Setiap masukan ada kabarnya',
  lead: 'Balai adalah balai desa, daring. Nilai layanan yang Anda terima, beri masukan atas rancangan kebijakan, ikuti kabarnya, dan periksa sendiri angkanya. Tanpa akun.',
  open: 'Survei yang sedang dibuka',
  openNone: 'Belum ada survei yang dibuka di sini.',
  openNoneText: 'Hasil survei sebelumnya tetap bisa dilihat di bawah.',
  consultations: 'Yang sedang ditanyakan',
  allConsultations: 'Semua konsultasi',
  allSurveys: 'Semua survei',
  latest: 'Hasil yang baru terbit',
  latestNone: 'Belum ada hasil yang terbit. Hasil pertama muncul sesudah survei ditutup dan disahkan.',
  regions: 'Wilayah',
  regionsNone: 'Belum ada wilayah yang terdaftar.',
  units: (count: string) => `${count} unit layanan`,
  respondents: (count: string) => `${count} responden`,
  check: 'Sudah pernah menjawab?',
  honest: {
    heading: 'Bagaimana angkanya dijaga',
    points: [
      ['Dihitung apa adanya.', 'Rumus, bobot, dan pembulatannya ditulis di samping tiap angka.'],
      ['Jujur soal yang tidak diketahui.', 'Perubahan yang bisa saja kebetulan tidak disebut peningkatan.'],
      ['Tidak diubah diam-diam.', 'Yang sudah terbit hanya bisa diralat atau dicabut, dengan alasan yang terbaca.'],
      ['Bisa diperiksa siapa pun.', 'Setiap tindakan masuk buku catatan berantai yang dapat diunduh.'],
    ] as [string, string][],
    more: 'Tentang Balai',
  },
}

export const about = {
  title: 'Tentang Balai',
  lead: 'Balai menghubungkan apa yang disampaikan warga dengan apa yang dilakukan pemerintah daerah, dan menunjukkan jalannya.',
  sections: [
    [
      'Apa yang bisa dilakukan di sini',
      'Warga menilai layanan yang baru diterima, menyimpan tanda terima, dan melihat hasilnya. Pemerintah daerah membuka survei, mengesahkan hasil, dan menjawab. Warga tidak perlu akun; petugas masuk dengan akun dan hanya dapat berbuat sesuai perannya.',
    ],
    [
      'Bagaimana angka dihitung',
      'Survei Kepuasan Masyarakat (SKM) mengikuti PermenPANRB 14/2017: sembilan unsur, nilai 1 sampai 4. Nilai rata-rata tiap unsur dihitung dari yang menjawab unsur itu, diberi bobot, lalu dikalikan 25 menjadi Indeks Kepuasan Masyarakat (IKM). Pembulatan dilakukan sekali saja, di akhir. Peraturan dan praktik memakai bobot yang berbeda-beda (1/9, 0,111, atau 0,11), sebab itu bobot yang dipakai selalu ditulis di samping angkanya.',
    ],
    [
      'Bagaimana angka dijaga',
      'Jawaban disegel dalam kumpulan, dan sidiknya masuk buku catatan. Yang mengesahkan hasil bukan orang yang menyusunnya. Setelah terbit, angka hanya dapat diperbaiki melalui ralat atau pencabutan; yang lama tetap terlihat.',
    ],
    [
      'Yang tidak bisa dipastikan',
      'Survei ini menanyai orang yang mau menjawab, bukan sampel acak. Perkiraan rentang menunjukkan ketidakpastian karena jumlah jawaban, bukan karena siapa yang memilih menjawab. Nama tidak ditanyakan, jadi orang yang sama bisa saja menjawab lebih dari sekali; lonjakan yang janggal terlihat oleh petugas dan auditor.',
    ],
  ] as [string, string][],
  ledger: 'Buka buku catatan',
  source: {
    heading: 'Kode sumber dan lisensi',
    text: 'Balai adalah perangkat lunak bebas berlisensi GNU AGPL versi 3 atau yang lebih baru. Siapa pun boleh memakai, memeriksa, dan mengubahnya; yang menjalankan versi yang diubah wajib membuka kodenya kepada pengguna. Mintalah kode sumber dari portal ini kepada pengelolanya.',
    data: 'Data untuk mesin',
    dataText: 'Semua angka yang terbit juga tersedia lewat API terbuka.',
    api: 'Uraian API (OpenAPI)',
  },
}
