/** The privacy notice. Each section: a heading, paragraphs, and where it helps a list. */
export const privacy = {
  title: 'Privasi',
  lead: 'Singkatnya: jawaban survei tidak bernama, dan dibuat supaya tidak bisa dikaitkan dengan siapa pun, juga tidak oleh kantor yang membuka survei.',
  sections: [
    {
      heading: 'Yang disimpan bila Anda menjawab survei',
      list: [
        'Pilihan Anda untuk kesembilan pertanyaan.',
        'Saran Anda, bila Anda menulisnya.',
        'Kelompok usia, jenis kelamin, pendidikan, dan pekerjaan, hanya bila Anda mengisinya.',
        'Sampai disegel: lewat apa jawaban datang (ponsel, tablet loket, kertas) dan tanda bila tampak tidak wajar. Sesudah itu tinggal jumlahnya.',
        'Sampai disegel, untuk lembar kertas: kode lembarnya, supaya salah ketik bisa dibatalkan.',
        'Sidik dari kode tanda terima, terpisah dari jawaban. Kodenya sendiri tidak kami simpan.',
      ],
    },
    {
      heading: 'Yang tidak disimpan',
      text: 'Nama, NIK, nomor telepon, alamat internet (IP), jenis ponsel, tanggal atau jam menjawab, dan usia persis. Alamat internet dipakai sebentar di ingatan server untuk menahan serbuan kiriman, lalu hilang.',
    },
    {
      heading: 'Berapa lama',
      text: 'Jawaban disimpan selama angka yang diumumkan berdiri di atasnya, jadi tanpa batas waktu. Setelah dikirim, jawaban tidak bisa dicari, diubah, atau ditarik, karena tidak ada yang tahu jawaban mana milik siapa.',
    },
    {
      heading: 'Sebelum disegel',
      text: 'Jawaban disegel dalam kumpulan: jawaban dan tanda terima diundi terpisah, urutannya diacak, dan kaitan keduanya dihapus. Sebelum itu, selama paling banyak beberapa puluh jawaban terakhir, orang yang memegang seluruh basis data sekaligus kode Anda masih mungkin mencocokkan keduanya. Sesudah disegel, tidak ada yang bisa.',
    },
    {
      heading: 'Bila nama tertulis di kolom saran',
      text: 'Saran tidak diterbitkan; hanya petugas yang berwenang dapat membacanya, terpisah dari jawaban lain dan diacak. Jangan tulis nama, NIK, atau nomor telepon di situ. Terlanjur menulisnya? Hubungi unit yang membuka survei.',
    },
    {
      heading: 'Yang ditampilkan kepada umum',
      text: 'Hanya angka gabungan. Kelompok yang terlalu kecil tidak ditampilkan, agar jawaban perorangan tidak dapat ditebak.',
    },
    {
      heading: 'Di ponsel Anda',
      text: 'Jawaban yang belum dikirim disimpan di ponsel paling lama sehari, dan dihapus begitu terkirim. Anda bisa menghapusnya sendiri di halaman survei, atau menandai ponsel sebagai dipakai bersama. Kami tidak memakai kuki pelacak; kuki hanya dipakai untuk yang masuk: petugas, dan warga yang membuka “Masukan saya”. Tablet di loket tidak menyimpan jawaban; kode tanda terima dibawa ke halaman terima kasih oleh kuki yang langsung dihapus.',
    },
    {
      heading: 'Bila Anda menulis masukan konsultasi',
      text: 'Isi masukan, sikap, kelompok, dan lampiran ditampilkan kepada umum. Nama dan NIK tidak ditanyakan. Surel, bila diisi, hanya untuk kabar dan tidak ditampilkan. Akun “Masukan saya” hanya menyimpan surel, tanpa kata sandi; tidak ada perannya, dan Anda bisa menghapusnya sendiri. Isi masukan bisa Anda hapus kapan saja dari halaman tanda terima atau dari Masukan saya.',
    },
    {
      heading: 'Bila Anda mengikuti sesuatu lewat surel',
      text: 'Yang disimpan hanya surel Anda, bahasanya, dan apa yang Anda ikuti. Surel yang tidak dikonfirmasi kami hapus setelah tiga hari; yang dikonfirmasi, begitu Anda menekan tautan berhenti di akhir setiap surel.',
    },
    {
      heading: 'Pihak lain',
      text: 'Halaman ini tidak mengambil apa pun dari situs lain dan tidak memberi tahu siapa pun tentang kunjungan Anda. Tombol WhatsApp hanya tautan biasa; baru bekerja bila Anda menekannya.',
    },
    {
      heading: 'Hak Anda',
      text: 'Undang-Undang Pelindungan Data Pribadi (UU 27/2022) memberi Anda hak atas data pribadi. Karena jawaban survei tidak bernama, tidak ada data pribadi yang bisa kami tunjukkan kembali. Untuk data petugas dan hal lain, hubungi pengelola portal atau unit layanan.',
    },
  ] as { heading: string; text?: string; list?: string[] }[],
}
