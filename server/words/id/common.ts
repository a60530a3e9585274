export const common = {
  skip: 'Langsung ke isi',
  otherLanguage: 'English',
  promise: 'Setiap masukan ada kabarnya.',
  sample: 'Data contoh untuk peragaan, bukan hasil survei sungguhan.',
  sampleSome: 'Yang bertanda “data contoh” dibuat untuk peragaan, bukan hasil sungguhan.',
  samplePortal: 'Sebagian isi portal ini data contoh, dibuat untuk peragaan.',
  sampleShort: 'data contoh',
  printed: 'dicetak',
  print: 'Cetak',
  crumbs: 'Letak halaman ini',
  next: 'Berikutnya',
  notSent: 'Belum terkirim',
  notSaved: 'Belum tersimpan',
  kept: 'Isian lain tetap ada.',
  menu: {
    label: 'Menu utama',
    surveys: 'Survei',
    results: 'Hasil layanan',
    commitments: 'Tindak lanjut',
    check: 'Cek masukan',
    signIn: 'Masuk petugas',
    account: 'Akun',
  },
  foot: {
    privacy: 'Privasi',
    about: 'Tentang Balai',
    ledger: 'Buku catatan',
    source: 'Kode sumber & lisensi',
  },
  refusals: {
    'not-found': {
      title: 'Halaman tidak ditemukan',
      text: 'Alamatnya mungkin salah ketik atau halamannya sudah pindah.',
    },
    'not-signed-in': { title: 'Masuk dulu', text: 'Halaman ini hanya untuk petugas yang sudah masuk.' },
    forbidden: {
      title: 'Bukan wewenang Anda',
      text: 'Akun Anda tidak punya peran untuk halaman ini. Minta kepada admin bila perlu.',
    },
    conflict: {
      title: 'Sudah berubah',
      text: 'Data ini sudah diubah orang lain. Muat ulang halaman, lalu coba lagi.',
    },
    unavailable: { title: 'Sedang sibuk', text: 'Coba lagi sebentar. Yang sudah terkirim tetap aman.' },
  },
  sendAgain:
    'Isian Anda belum tersimpan. Tunggu sebentar, lalu muat ulang halaman ini: peramban mengirim isian yang sama sekali lagi.',
  broken: {
    title: 'Halaman ini sedang bermasalah',
    text: 'Bukan karena Anda. Yang sudah terkirim tetap aman. Coba muat ulang; bila masih begini, beri tahu petugas.',
  },
  wayOut: { home: 'Ke halaman depan', surveys: 'Lihat survei yang dibuka', check: 'Cek kabar masukan' },
}
