/** What the API's addresses of moderation, of keeping watch and of mail say, in Indonesian, by the English sentence of its document. */
export const moderationRemarks: Record<string, string> = {
  'Held texts, reported ones and reviews of one’s own places; what has waited longest comes first.':
    'Tulisan yang ditahan, yang dilaporkan, dan tinjauan ulang di tempat sendiri; yang paling lama menunggu dulu.',
  'Only what waits for this.': 'Hanya yang menunggu hal ini.',
  'Only what was reported for this.': 'Hanya yang dilaporkan karena ini.',
  'Kemendagri code.': 'Kode Kemendagri.',
  'Only what has waited for so many whole days.': 'Hanya yang sudah menunggu sekian hari penuh.',
  'A page of the queue.': 'Satu halaman antrean.',
  'With its reports, its writer’s word, and all that was decided.':
    'Dengan laporannya, keterangan penulisnya, dan semua putusannya.',
  'The text’s `id`.': '`id` tulisannya.',
  'The text.': 'Tulisannya.',
  'For the auditor, and for who decides a review of a cover. Each look is put in the ledger.':
    'Untuk auditor, dan untuk yang memutus tinjauan ulang sebuah penutupan. Setiap kali dibuka, dicatat di buku catatan.',
  'What was written.': 'Yang tertulis.',
  'At most fifty, all or none. What somebody else has decided about meanwhile is left alone.':
    'Paling banyak lima puluh, semua atau tidak satu pun. Yang sementara itu sudah diputus orang lain dibiarkan.',
  'How many were decided about.': 'Berapa yang diputus.',
  'Nothing is deleted; each decision is put in the ledger.':
    'Tidak ada yang dihapus; setiap putusan masuk ke buku catatan.',
  'Decided.': 'Diputus.',
  'By another account than the one that decided first.': 'Oleh akun lain, bukan yang memutus pertama kali.',
  'How it stands; send it with a decision, which is refused if that has changed.':
    'Keadaannya; kirim bersama putusan, yang ditolak bila keadaan itu sudah berubah.',
  'Pieces that look like personal data.': 'Bagian yang tampak seperti data pribadi.',
  'Whether the account may see what is covered; doing so is recorded.':
    'Apakah akun ini boleh melihat yang tertutup; melakukannya dicatat.',
  '`left`: somebody else has decided about them meanwhile, or a review has to.':
    '`left`: sementara itu sudah diputus orang lain, atau harus lewat tinjauan ulang.',
  'Needed to hide.': 'Wajib untuk menyembunyikan.',
  'To the writer; needed to hide or mask. Never public.':
    'Untuk penulisnya; wajib untuk menyembunyikan atau menutup sebagian. Tidak pernah terbuka untuk umum.',
  'What to cover, exactly as written, one piece a line.':
    'Yang ditutup, persis seperti tertulis, satu bagian per baris.',
  'How it stood when it was looked at.': 'Keadaannya ketika dilihat.',
  'What the public reads, or would.': 'Yang dibaca umum, atau akan dibaca.',
  'Day by which somebody decides, promised in public.': 'Hari paling lambat diputus, dijanjikan secara terbuka.',
  'Whether the account may decide: never again about a decision of its own.':
    'Apakah akun ini boleh memutus: tidak pernah lagi tentang putusannya sendiri.',

  'Also those that are offered no more. Without a region, the portal’s list.':
    'Juga yang tidak ditawarkan lagi. Tanpa wilayah, daftar milik portal.',
  'The groups, in their order. All on one page: `next` is always null.':
    'Kelompoknya menurut urutan. Semuanya satu halaman: `next` selalu null.',
  'Send it with a change.': 'Kirim bersama perubahan.',
  'Whether it stands in this list, not in the portal’s that it begins with.':
    'Apakah dari daftar ini sendiri, bukan dari daftar portal yang menjadi awalnya.',
  'Day since which it isn’t offered; null while it is.': 'Sejak hari apa tidak ditawarkan; null selama masih.',
  'Bursts, identical rows, best marks throughout, answers given too fast; after hand-in the index both ways.':
    'Jawaban beruntun, baris yang sama, nilai terbaik semua, dijawab terlalu cepat; sesudah diserahkan indeks dengan dan tanpanya.',
  'What was noticed.': 'Yang tampak janggal.',
  '`noticed` is null below ten sealed answers.': '`noticed` bernilai null di bawah sepuluh jawaban tersegel.',
  'The days. All on one page: `next` is always null.': 'Hari-harinya. Semuanya satu halaman: `next` selalu null.',

  'To the address of the account, in the language that is accepted.':
    'Ke alamat surel akunnya, dalam bahasa yang diminta.',
  'Whether it is sent.': 'Apakah dikirim.',
}
