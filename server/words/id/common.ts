export const common = {
  skip: 'Langsung ke isi',
  otherLanguage: 'English',
  sample: 'Data contoh: angka di halaman ini dibuat untuk peragaan, bukan hasil survei sungguhan.',
  menu: { surveys: 'Survei', results: 'Hasil layanan', check: 'Cek masukan', signIn: 'Masuk petugas', account: 'Akun' },
  refusals: {
    'not-found': { title: 'Halaman tidak ditemukan', text: 'Alamatnya mungkin salah ketik atau halamannya sudah pindah.' },
    'not-signed-in': { title: 'Masuk dulu', text: 'Halaman ini hanya untuk petugas yang sudah masuk.' },
    forbidden: { title: 'Bukan wewenang Anda', text: 'Akun Anda tidak punya peran untuk halaman ini. Minta kepada admin bila perlu.' },
    conflict: { title: 'Sudah berubah', text: 'Data ini sudah diubah orang lain. Muat ulang halaman, lalu coba lagi.' },
    unavailable: { title: 'Sedang sibuk', text: 'Coba lagi sebentar. Yang sudah terkirim tetap aman.' },
  },
}
