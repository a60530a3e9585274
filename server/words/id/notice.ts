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
  follow: {
    /** Of the mail that asks. */
    subject: (title: string) => `Ikuti lewat surel: ${title}`,
    asks: (title: string) =>
      `Ada yang meminta kabar tentang “${title}” dikirim ke surel ini. Bila itu Anda, buka tautan ini lalu tekan Ya, kirimi saya kabar:`,
    holds: (days: number) =>
      `Tautan berlaku ${days} hari. Bukan Anda yang meminta? Abaikan surat ini: tidak ada yang dikirim lagi, dan surel Anda kami hapus.`,
    already: (title: string) => `Surel ini sudah mengikuti “${title}”. Tidak ada lagi yang perlu dilakukan.`,
    leave: 'Tidak ingin menerima kabar ini lagi? Berhenti di sini:',
    title: 'Ikuti lewat surel',
    email: 'Surel',
    emailHint: 'Hanya untuk kabar ini. Tidak ditampilkan kepada siapa pun, dan dihapus begitu Anda berhenti.',
    button: 'Kirim tautan konfirmasi',
    failed: 'Belum terkirim',
    kept: 'Surel tetap terisi.',
    later: (moment: string) => `Terlalu banyak permintaan. Coba lagi setelah ${moment}.`,
    sent: 'Satu langkah lagi: periksa surel Anda',
    sentText: (email: string, days: number) =>
      `Kami mengirim tautan ke ${email}. Kabar baru dikirim setelah Anda membukanya dan menekan tombolnya. Tautan berlaku ${days} hari. Tidak datang? Lihat folder spam.`,
    confirm: 'Kirimi kabar lewat surel?',
    confirmLead: (title: string) => `Setiap ada kabar tentang “${title}”, kami kirim surel.`,
    confirmButton: 'Ya, kirimi saya kabar',
    confirmed: 'Anda mengikuti ini',
    confirmedText: (title: string) =>
      `Kabar tentang “${title}” dikirim ke surel Anda. Di akhir setiap surel ada tautan untuk berhenti.`,
    spent: 'Tautan tidak berlaku lagi',
    spentText:
      'Tautannya sudah diganti yang lebih baru, sudah lewat waktunya, atau Anda sudah berhenti mengikuti. Masih ingin kabarnya? Minta tautan baru di halaman yang ingin Anda ikuti.',
    letGo: 'Berhenti menerima kabar?',
    letGoLead: (title: string) => `Kabar tentang “${title}” tidak dikirim lagi, dan surel Anda dihapus.`,
    letGoButton: 'Ya, berhenti',
    stay: 'Tetap mengikuti',
    left: 'Anda tidak mengikuti ini lagi',
    leftText: 'Tidak ada kabar yang dikirim lagi, dan surel Anda tidak tersimpan untuk ini.',
    issues: { email: 'tulis alamat surel, misalnya ani@contoh.id', wrong: 'belum benar' } as Record<string, string>,
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
