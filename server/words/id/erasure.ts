/** Words of the page on which a writer has their own words erased. */
export const erasure = {
  title: 'Hapus data pribadi saya',
  link: 'Hapus data pribadi saya dari masukan ini',
  linkReason: 'Hapus alasan saya',
  lead: {
    input: (number: string, title: string) => `Masukan nomor ${number} pada konsultasi “${title}”.`,
    'need-stance': (title: string) => `Alasan pendapat Anda pada konsultasi “${title}”.`,
    'commitment-dispute': (title: string) => `Yang Anda tulis tentang janji “${title}”.`,
  },
  yours: 'Yang Anda tulis',
  goesHeading: 'Yang dihapus',
  goes: {
    text: 'Isi masukan, juga salinannya di moderasi dan di buku catatan.',
    proposal: 'Usul perubahan Anda.',
    file: 'Berkas lampiran Anda, juga isinya di basis data.',
    email: 'Alamat surel Anda. Sesudah ini tidak ada kabar lewat surel.',
    account: 'Kaitannya dengan akun Anda.',
    objection: 'Isi keberatan Anda atas jawaban.',
    reason: 'Alasan Anda, juga salinannya di moderasi dan di buku catatan.',
  },
  staysHeading: 'Yang tetap',
  stays: {
    input: [
      'Bahwa ada masukan dengan nomor ini, kapan tibanya, untuk bagian mana, sikapnya, dan kelompok yang dipilih.',
      'Sidik (hash) isinya di buku catatan. Dari sidik itu isinya tidak bisa dibaca lagi.',
    ],
    'need-stance': [
      'Bahwa seseorang mendukung atau membantah kebutuhan ini, dan kapan.',
      'Sidik (hash) alasannya di buku catatan. Dari sidik itu alasannya tidak bisa dibaca lagi.',
    ],
    'commitment-dispute': [
      'Bahwa seseorang mengatakan janji ini belum selesai, dan kapan.',
      'Sidik (hash) alasannya di buku catatan. Dari sidik itu alasannya tidak bisa dibaca lagi.',
    ],
  },
  answerStays: 'Jawaban pemerintah atas masukan ini, dengan alasannya.',
  code: 'Kode tanda terima Anda, untuk mengikuti kabarnya.',
  copies:
    'Yang sudah disalin atau dicetak orang lain tidak bisa kami tarik. Cadangan portal yang dibuat sebelum hari ini masih memuatnya sampai cadangan itu diganti.',
  sure: 'Ya, hapus. Saya tahu ini tidak bisa dibatalkan.',
  button: 'Hapus sekarang',
  failed: 'Belum dihapus',
  nothingYet: 'Belum ada yang dihapus.',
  notSure: 'Centang dulu bahwa Anda yakin.',
  done: 'Sudah dihapus',
  doneText:
    'Data pribadi Anda sudah dihapus dan tidak bisa dikembalikan. Penghapusannya tercatat di buku catatan, tanpa isinya.',
  before: 'Tidak ada lagi yang bisa dihapus: isinya sudah dihapus sebelumnya, atau memang tidak ada.',
  back: 'Kembali ke tanda terima',
}
