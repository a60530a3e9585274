/** What is said to who can't be let in at the moment. */
export const turnedAway = {
  titles: { busy: 'Sedang ramai', 'too-often': 'Terlalu sering' },
  wait: (seconds: number) => `Tunggu ${seconds} detik, lalu coba lagi.`,
  kept: 'Kiriman Anda belum sampai, tetapi tidak hilang: semua isian ada di halaman ini. Tekan tombol di bawah untuk mengirimnya lagi.',
  goBack: 'Kiriman Anda belum sampai. Kembali ke halaman sebelumnya: isian masih ada di sana. Kirim sekali lagi.',
  reload: 'Muat ulang halaman ini. Yang sudah terkirim tetap aman.',
  again: 'Kirim ulang',
  tooLarge: {
    title: 'Terlalu besar',
    text: (most: string) =>
      `Yang Anda kirim lebih dari ${most} MB, jadi tidak diterima dan tidak ada yang disimpan. Kembali ke halaman sebelumnya: isian masih ada di sana. Perkecil berkas atau tulisannya, lalu kirim lagi.`,
  },
}
