/** What can be wrong with accounts, links and passwords, by issue code. */
export const identity = {
  issues: {
    required: 'Belum diisi.',
    choose: 'Pilih salah satu.',
    'too-short': 'Terlalu pendek.',
    'too-long': 'Terlalu panjang. Ringkas sedikit.',
    email: 'Surel ini tampaknya salah tulis. Contoh: nama@instansi.go.id',
    'scope-unknown': 'Tempat ini tidak ditemukan. Muat ulang halaman, lalu pilih lagi.',
    disabled: 'Akun dengan surel ini dinonaktifkan. Aktifkan dulu, lalu beri perannya.',
    'pending-elsewhere':
      'Surel ini sudah diundang admin lain dan kata sandinya belum dibuat. Minta orangnya membuat kata sandi dulu, lalu undang lagi.',
    'role-held': 'Orang ini sudah memegang peran itu di sana.',
    day: 'Tulis tanggal yang ada di kalender.',
    'term-reversed': 'Hari terakhir jatuh sebelum hari pertama.',
    'term-past': 'Hari ini sudah lewat. Pilih hari ini atau sesudahnya.',
    'last-admin': 'Ini admin portal yang terakhir. Tunjuk admin portal lain dulu.',
    'link-spent': 'Tautan ini sudah dipakai, diganti, atau lewat 24 jam. Minta tautan baru kepada admin.',
    'password-short': 'Terlalu pendek. Pakai sedikitnya 10 karakter.',
    'password-long': 'Terlalu panjang. Pakai paling banyak 200 karakter.',
    'password-is-email': 'Kata sandi tidak boleh sama dengan surel.',
    'password-common': 'Kata sandi ini terlalu mudah ditebak. Beberapa kata biasa yang digabung lebih kuat.',
    'repeat-differs': 'Kedua kata sandi tidak sama.',
    'sign-in-wrong': 'Surel dan kata sandi tidak cocok. Periksa lagi, atau minta tautan baru kepada admin.',
    'sign-in-later': 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
    wrong: 'Kata sandi sekarang tidak cocok.',
    later: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
  },
}
