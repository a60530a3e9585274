/** Words of what people say of a promise after it was made, and what its owner answers. */
export const commitmentFollow = {
  says: {
    title: 'Kata warga: belum selesai',
    link: 'Katakan bahwa ini belum selesai',
    who: (number: number, day: string) => `Warga, nomor ${number} · ${day}`,
    held: 'Alasan ini menunggu dilihat moderator.',
    hidden: 'Alasan ini disembunyikan moderator.',
    erased: 'Alasan ini dihapus atas permintaan penulisnya.',
    report: 'Laporkan',
    reportFor: (number: number) => `Laporkan alasan nomor ${number}`,
    answer: (owner: string, day: string) => `Jawaban ${owner} · ${day}`,
    waits: (day: string) => `Menunggu jawaban sejak ${day}`,
    waiting: (count: number, day: string) => `${count} warga menunggu jawaban, sejak ${day}`,
  },
  dispute: {
    title: 'Ini belum selesai',
    lead: (what: string) => `Menurut penanggung jawabnya, janji ini sudah selesai: “${what}”.`,
    evidence: 'Bukti yang diberikan',
    reason: 'Apa yang belum selesai?',
    reasonHint: 'Yang Anda lihat atau alami, dan di mana. Jangan tulis nama, NIK, atau nomor telepon orang.',
    privacy:
      'Nama dan NIK tidak ditanyakan. Tulisan Anda tampil untuk umum, tanpa nama. Penanggung jawab wajib menjawabnya.',
    send: 'Kirim',
    trap: 'Biarkan kosong',
    back: 'Kembali ke janjinya',
    notDone: 'Janji ini tidak (lagi) dinyatakan selesai, jadi belum ada yang bisa disanggah. Keadaannya sekarang:',
    yours: 'Tulisan Anda masih ada; salin bila perlu:',
    otherBody: 'Tulisan pertama dari formulir ini sudah diterima.',
    otherBodyText: 'Kiriman kedua dari formulir yang sama tidak disimpan. Buka formulir baru bila ada hal lain.',
    receiptOf: 'Lihat tanda terimanya',
    badKey: 'Formulir ini sudah kedaluwarsa. Isinya masih ada; kirim sekali lagi.',
    receipt: {
      thanks: 'Terima kasih. Penanggung jawabnya wajib menjawab Anda.',
      keep: 'Simpan kode ini untuk mengikuti jawabannya. Kami tidak bisa mencarikannya untuk Anda, karena tidak tahu kode mana milik siapa.',
      about: 'Lihat di halaman janjinya',
      whatsAppText: (code: string, address: string) => `Tanda terima: ${code}. Cek jawabannya di ${address}`,
      can: ['Tulisan Anda sampai dan tercatat di buku catatan publik.', 'Sejak kapan tulisan itu menunggu jawaban.'],
      cannot: ['Siapa Anda. Kode dibuat dari angka acak, bukan dari nama, nomor, atau ponsel.'],
    },
  },
  ofMeeting: 'Janji dari keputusan ini',
  follow: {
    link: 'Ikuti lewat surel',
    lead: (what: string) =>
      `Setiap kali ada kabar tentang janji “${what}”, kami kirim surel: kemajuannya, kata warga, dan jawabannya.`,
    feed: 'Ikuti tanpa surel (Atom)',
    feedTitle: (what: string) => `Janji: ${what}`,
  },
  mail: {
    disputed: 'Seorang warga mengatakan: belum selesai',
    answered: 'Penanggung jawab menjawab warga',
    subject: (late: number, soon: number) =>
      [late > 0 ? `${late} janji lewat tenggat` : '', soon > 0 ? `${soon} janji hampir jatuh tempo` : '']
        .filter(Boolean)
        .join(', '),
    late: 'Sudah lewat tenggat. Laporkan selesainya dengan bukti, geser tenggatnya, atau katakan mengapa ditunda:',
    soon: 'Jatuh tempo dalam tujuh hari:',
    all: 'Semua janji di tempat tugas Anda:',
  },
  staff: {
    title: 'Kata warga yang menunggu jawaban',
    text: (day: string, left: number) =>
      left > 0 ? `Masuk ${day}. Sesudah ini masih ada ${left} lagi.` : `Masuk ${day}.`,
    unread: 'Isinya masih ditahan moderator. Anda boleh menunggu, atau sudah menjawab.',
    answer: 'Jawaban Anda',
    answerHint: 'Dibaca warga, di bawah tulisannya. Sedikitnya sepuluh huruf.',
    again: 'Memang belum selesai: janji ini dikerjakan lagi, dengan jawaban ini sebagai alasannya.',
    send: 'Jawab dan umumkan',
    answered: 'Jawaban tersimpan dan terbuka untuk umum.',
    conflict: 'Tulisan itu sudah dijawab orang lain. Yang terbaru ada di bawah.',
  },
}
