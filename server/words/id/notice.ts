/** Words of mails, and of the pages that ask for one. */
export const notice = {
  greeting: (name: string) => `Yth. ${name},`,
  /** Who is known by an address alone. */
  anyone: 'Yth. penulis,',
  foot: (url: string) => `Surat ini dikirim otomatis oleh portal Balai di ${url}. Tidak perlu dibalas.`,
  invitation: {
    subject: 'Undangan petugas Balai',
    text: 'Anda diundang menjadi petugas di portal Balai. Buat kata sandi lewat tautan ini:',
    holds: 'Tautan berlaku 24 jam dan hanya sekali. Tidak merasa diundang? Abaikan saja surat ini.',
  },
  password: {
    subject: 'Tautan kata sandi Balai',
    text: 'Ada yang meminta kata sandi baru untuk akun Anda. Bila itu Anda, buat lewat tautan ini:',
    holds:
      'Tautan berlaku 24 jam dan hanya sekali. Bukan Anda yang meminta? Abaikan surat ini; kata sandi lama tetap berlaku.',
  },
  resetAsked: {
    subject: 'Seorang admin meminta kode masuk Anda dihapus',
    text: 'Seorang admin meminta kode masuk akun Anda dihapus karena ponsel hilang. Bila admin lain menyetujui dalam 24 jam, Anda menyiapkan kode baru saat masuk. Bukan Anda yang kehilangan ponsel? Masuk sekarang dengan kode dari ponsel: permintaan itu langsung batal. Lalu beri tahu admin portal.',
  },
  resetDone: {
    subject: 'Kode masuk Anda sudah dihapus',
    text: 'Dua admin menghapus kode masuk akun Anda; semua sesi dan token mesinnya berakhir. Siapkan kode baru saat masuk. Bukan permintaan Anda? Segera hubungi admin portal.',
  },
  resident: {
    subject: 'Tautan masuk Balai',
    text: 'Ada yang ingin masuk ke “Masukan saya” dengan surel ini. Bila itu Anda, buka tautan ini lalu tekan Masuk:',
    code: (code: string) =>
      `Membaca surat ini di perangkat lain? Ketik kode ini di halaman tempat Anda memintanya: ${code}`,
    holds: (minutes: number) =>
      `Keduanya berlaku ${minutes} menit dan hanya sekali. Bukan Anda yang meminta? Abaikan surat ini dan jangan berikan kodenya kepada siapa pun.`,
  },
  heads: {
    subject: (day: string) => `Kepala buku catatan sampai ${day}`,
    text: 'Inilah kepala buku catatan, ditandatangani:',
    save: 'Simpan surat ini. Dengan kepala yang disimpan, siapa pun dapat memeriksa kelak apakah catatan sebelumnya diubah (simpan daftar di atas sebagai berkas JSON, lalu npm run balai -- verify --heads BERKAS). Berhenti berlangganan di halaman Akun:',
  },
  forgotten: {
    title: 'Lupa kata sandi',
    lead: 'Tulis surel akun petugas Anda. Kami kirim tautan untuk membuat kata sandi baru.',
    email: 'Surel',
    button: 'Kirim tautan',
    sent: 'Periksa surel Anda',
    sentText:
      'Bila ada akun dengan surel itu, suratnya sampai dalam beberapa menit. Tautannya berlaku 24 jam. Tidak datang? Lihat folder spam, atau minta tautan kepada admin.',
    failed: 'Belum terkirim',
    kept: 'Surel tetap terisi.',
    tooManyUntil: (moment: string) => `Terlalu banyak permintaan. Coba lagi setelah ${moment}.`,
    back: 'Kembali ke halaman masuk',
  },
  choice: {
    label: 'Cara menyampaikan tautan',
    copy: 'Tampilkan tautan, saya sampaikan sendiri',
    mail: 'Kirim lewat surel',
    mailed: 'Undangan sedang dikirim lewat surel.',
    linkMailed: 'Tautan kata sandi sedang dikirim ke surel orangnya.',
    mailLink: 'Kirim tautan kata sandi lewat surel',
    noServer:
      'Portal ini belum punya server surel: surat ditulis sebagai berkas di folder data, dan tidak sampai ke orangnya.',
  },
  daily: {
    title: 'Kepala buku catatan harian',
    text: 'Kepala buku catatan yang ditandatangani, lewat surel setiap hari. Siapa pun yang menyimpannya dapat membuktikan bila catatan lama diubah.',
    on: 'Anda berlangganan.',
    subscribe: 'Berlangganan',
    unsubscribe: 'Berhenti berlangganan',
  },
}
