/** What the API's addresses do, answer and take, in Indonesian, by the English sentence of its document: see `fieldRemarks`. */
export const actRemarks: Record<string, string> = {
  'All that have been opened, by their first day.': 'Semua yang pernah dibuka, menurut hari pertamanya.',
  'Nobody but staff of its place sees a draft. The title is made from unit and service unless given.':
    'Rancangan hanya terlihat oleh petugas tempatnya. Bila tidak diisi, judul dibuat dari unit dan layanan.',
  'Facts, the frozen questionnaire with its labels, and how many answers came (at most a minute old).':
    'Keterangan, kuesioner yang dibekukan dengan labelnya, dan berapa jawaban yang masuk (paling lama semenit lalu).',
  'A draft in everything but its unit; once opened its last day, people served and note; after closing the last two.':
    'Pada rancangan semuanya kecuali unit; sesudah dibuka hari terakhir, jumlah yang dilayani, dan catatan; sesudah ditutup dua yang terakhir.',
  'IKM = 25 × Σ NRR × weight over nine elements (PermenPANRB 14/2017), exact until rounded half up once. Counts only until it is published, unless the region shows what is sealed so far.':
    'IKM = 25 × Σ NRR × bobot atas sembilan unsur (PermenPANRB 14/2017), tepat sampai dibulatkan sekali, setengah ke atas. Sebelum terbit hanya jumlahnya, kecuali wilayah menampilkan yang sudah tersegel.',
  'Stored once under its key: the same key and body always get 201 and the same receipt, also after closing; another body under the key gets 422 `other-body`. Nothing that names a person or a device is kept.':
    'Disimpan sekali menurut kuncinya: kunci dan isi yang sama selalu mendapat 201 dan tanda terima yang sama, juga sesudah ditutup; isi lain dengan kunci itu mendapat 422 `other-body`. Tidak ada yang menyebut orang atau perangkat yang disimpan.',
  'Also a draft; with how many answers wait to be sealed.':
    'Juga rancangan; dengan berapa jawaban yang menunggu disegel.',
  'From its first day on residents can answer. Fixes the questionnaire’s version and the region’s weight for the year; can’t be undone.':
    'Sejak hari pertamanya warga bisa menjawab. Menetapkan versi kuesioner dan bobot wilayah untuk tahun itu; tidak bisa dibatalkan.',
  'After the last day. Seals all that waits; nothing enters from here on.':
    'Sesudah hari terakhir. Menyegel semua yang menunggu; sejak itu tidak ada yang bisa masuk.',
  'By who neither drafted nor handed in. `reason` is needed when the sample wasn’t reached. Can’t be undone: what follows is a correction or a withdrawal.':
    'Oleh orang yang tidak menyusun dan tidak menyerahkannya. `reason` wajib bila sampel tidak tercapai. Tidak bisa dibatalkan: sesudahnya hanya ralat atau pencabutan.',
  'Of the people served or the note: the figures themselves can’t change.':
    'Jumlah yang dilayani atau catatannya: angkanya sendiri tidak bisa berubah.',
  'It no longer stands, and says why; what had been published stays to be seen.':
    'Tidak berlaku lagi, dengan alasannya; yang pernah terbit tetap terlihat.',
  'A CSV of at most 32 MB, from opening until hand-in. All of it is stored, or nothing; the same file only once. For answers one at a time use `POST /survey/{slug}/answers`.':
    'CSV paling besar 32 MB, sejak dibuka sampai diserahkan. Tersimpan seluruhnya atau tidak sama sekali; berkas yang sama hanya sekali. Untuk jawaban satu per satu pakai `POST /survey/{slug}/answers`.',
  'Three files, each in an order of its own, so that nobody can join them: `scores`, `profile` (tables under suppression, once published) and `comments`. Below ten answers the header alone.':
    'Tiga berkas, masing-masing dengan urutan sendiri supaya tidak bisa disambungkan: `scores`, `profile` (tabel dengan sel yang disembunyikan, sesudah terbit), dan `comments`. Di bawah sepuluh jawaban hanya kepalanya.',
  'Each code enters one answer. The sheets themselves are printed from the page.':
    'Satu kode untuk satu jawaban. Lembarnya sendiri dicetak dari halaman.',
  'All rows enter, or none; a sheet enters once, however often it is sent.':
    'Semua baris masuk atau tidak satu pun; satu lembar masuk sekali, berapa kali pun dikirim.',
  'By the code of its sheet, while it isn’t sealed. That it was voided, and why, stays and is shown.':
    'Menurut kode lembarnya, selama belum disegel. Pembatalan dan alasannya tetap tercatat dan ditampilkan.',
  'Every region of the portal by its Kemendagri code. All on one page: `next` is always null.':
    'Semua wilayah portal menurut kode Kemendagri. Semuanya satu halaman: `next` selalu null.',
  'Only who administers the whole portal.': 'Hanya pengelola seluruh portal.',
  'A region with its institutions as a tree, down to service units and their services.':
    'Satu wilayah dengan pohon perangkat daerahnya, sampai unit layanan dan layanannya.',
  '`version` is the one that was read: 409 if somebody else has saved since.':
    '`version` adalah versi yang dibaca: 409 bila sesudah itu orang lain menyimpan.',
  'Once for each region and year, so that units’ figures can be compared.':
    'Sekali untuk tiap wilayah dan tahun, supaya angka unit bisa dibandingkan.',
  'With its services, where it belongs, and its published index over time.':
    'Dengan layanannya, tempatnya, dan indeks terbitnya dari waktu ke waktu.',
  'Closing keeps the page and all results. An institution closes last of all that stands in it.':
    'Penutupan membiarkan halaman dan semua hasilnya. Perangkat daerah ditutup paling akhir, sesudah semua yang ada di dalamnya.',
  'Every institution, unit and service, closed ones too, in the columns that an import reads back.':
    'Semua perangkat daerah, unit, dan layanan, juga yang ditutup, dalam kolom yang bisa diimpor lagi.',
  'Exactly what the preview showed, at once: 409 if the list has moved since.':
    'Persis yang ditunjukkan pratinjau, sekaligus: 409 bila daftarnya sudah berubah.',
  'Stores nothing. Columns and words in Indonesian or English, comma or semicolon.':
    'Tidak menyimpan apa pun. Kolom dan kata dalam bahasa Indonesia atau Inggris, koma atau titik koma.',
  'The latest ten. `hindrance` says why one can no longer be undone.':
    'Sepuluh terakhir. `hindrance` menyebut mengapa sebuah impor tidak bisa dibatalkan lagi.',
  'As long as no survey, role, token or later change rests on it; else 409.':
    'Selama belum ada survei, peran, token, atau perubahan lain yang bersandar padanya; kalau ada, 409.',
  'Never the tokens themselves: they are shown once.': 'Tidak pernah tokennya sendiri: itu hanya ditampilkan sekali.',
  'Within the role and place of the token that asks, ending with it at the latest; a token made so makes none itself.':
    'Di dalam peran dan tempat token yang meminta, berakhir paling lambat bersamanya; token yang dibuat begini tidak bisa membuat token lagi.',
  'One that this token made, or itself, with all that it made.':
    'Token yang dibuat token ini, atau dirinya sendiri beserta semua buatannya.',
  'With a role in a place whose accounts one may see, by address.':
    'Yang berperan di tempat yang akunnya boleh dilihat, menurut alamat surel.',
  'To a new account or one that exists. A role that publishes or administers is given by a person on the page, not by a token.':
    'Kepada akun baru atau yang sudah ada. Peran pengesah dan admin diberikan orang lewat halaman, bukan oleh token.',
  'Ends the sessions of its account.': 'Mengakhiri semua sesi akunnya.',
  'Ends its sessions, links and tokens; its roles stay.': 'Mengakhiri sesi, tautan, dan tokennya; perannya tetap.',
  'Tokens that it had stay ended.': 'Token yang dulu dimilikinya tetap berakhir.',
  'Which units have surveyed in the running half-year; the last published results added up; units of one kind in a funnel, in code order. Only published results of ten answers or more are ever added or compared.':
    'Unit mana yang sudah mengadakan survei pada semester berjalan; hasil terbit terakhir yang dijumlahkan; unit sejenis dalam bagan corong, menurut kode. Hanya hasil terbit dengan sepuluh jawaban atau lebih yang dijumlahkan atau dibandingkan.',
  'Every period that was published, process limits (XmR) from twelve of them, the elements of the last one with what changed, and each version that was ever published.':
    'Semua periode yang terbit, batas wajar (XmR) mulai dua belas periode, unsur periode terakhir dengan perubahannya, dan semua versi yang pernah terbit.',
  'Append-only: an entry never changes, but a closed field of it may be opened or a value erased later.':
    'Hanya bertambah: catatan tidak pernah berubah, tetapi isiannya yang tertutup bisa dibuka atau nilainya dihapus kemudian.',
  'One for each finished day with entries. Keep them: with `balai verify --heads FILE` they show later whether the past was altered.':
    'Satu untuk tiap hari yang sudah lewat dan ada catatannya. Simpan: dengan `balai verify --heads BERKAS` kelak terlihat apakah masa lalu diubah.',
  'By its receipt alone, as people type it: any case, spaces and dashes. Says that it was received and counted, never what it said.':
    'Cukup dengan tanda terimanya, seperti diketik orang: huruf besar atau kecil, spasi, tanda hubung. Menyebut bahwa masukan diterima dan dihitung, tidak pernah isinya.',
  'All that a stranger needs to check the portal: the chain, heads, batches, receipt hashes, tallies and publications; never answers. One JSON record a line, streamed; check it with `balai verify --export FILE`.':
    'Semua yang perlu untuk memeriksa portal ini: rantai, kepala rantai, kumpulan, sidik tanda terima, turus, dan terbitan; tidak pernah jawaban. Satu catatan JSON per baris, mengalir; periksa dengan `balai verify --export BERKAS`.',

  'A page of surveys.': 'Satu halaman survei.',
  'The draft.': 'Rancangannya.',
  'The survey.': 'Surveinya.',
  'The survey as it is now.': 'Surveinya seperti sekarang.',
  'The result; `ikm` is there always, null where none may be shown.':
    'Hasilnya; `ikm` selalu ada, null bila tidak boleh ditampilkan.',
  'Received, now or before.': 'Diterima, sekarang atau sebelumnya.',
  'Handed in.': 'Diserahkan.',
  'Published.': 'Terbit.',
  'The corrected version.': 'Versi ralatnya.',
  'The withdrawn version.': 'Versi pencabutannya.',
  'What became of the file.': 'Apa jadinya berkas itu.',
  'A CSV with a header.': 'CSV dengan baris kepala.',
  'The codes; they can’t be asked for again.': 'Kode-kodenya; tidak bisa diminta lagi.',
  'How many entered.': 'Berapa yang masuk.',
  'Taken back.': 'Dibatalkan.',
  'The regions.': 'Wilayah-wilayahnya.',
  'Added.': 'Ditambahkan.',
  'The region.': 'Wilayahnya.',
  'Saved.': 'Tersimpan.',
  'A page of institutions.': 'Satu halaman perangkat daerah.',
  'A page of units.': 'Satu halaman unit.',
  'Fixed.': 'Ditetapkan.',
  'The unit.': 'Unitnya.',
  'The list.': 'Daftarnya.',
  'Applied.': 'Diterapkan.',
  'Each step, or what is wrong with which line.': 'Tiap langkahnya, atau apa yang keliru pada baris mana.',
  'The imports.': 'Impor-impornya.',
  'Undone.': 'Dibatalkan.',
  'Its account and what it may do.': 'Akunnya dan apa yang boleh dilakukannya.',
  'A page of tokens.': 'Satu halaman token.',
  'Made; shown this once.': 'Dibuat; hanya ditampilkan kali ini.',
  'Revoked.': 'Dicabut.',
  'A page of accounts.': 'Satu halaman akun.',
  'Given.': 'Diberikan.',
  'Done.': 'Selesai.',
  'The region’s dashboard.': 'Angka-angka wilayah itu.',
  'The unit’s dashboard.': 'Angka-angka unit itu.',
  'A page of entries.': 'Satu halaman catatan.',
  'A page of heads.': 'Satu halaman kepala rantai.',
  'The head.': 'Kepala rantainya.',
  'The way it went.': 'Perjalanannya.',
  'The records, one a line.': 'Catatan-catatannya, satu per baris.',
  'Every kind of problem that the API can have, in both languages.':
    'Semua jenis kekeliruan yang bisa terjadi di API, dalam kedua bahasa.',
  'What the `type` of a problem stands for.': 'Arti `type` sebuah kekeliruan.',
  'OpenAPI 3.1, made from the schemas that validate.': 'OpenAPI 3.1, dibuat dari skema yang juga memeriksa.',

  'Why the request was not done (RFC 9457).': 'Mengapa permintaan tidak dikerjakan (RFC 9457).',
  'In both languages.': 'Dalam kedua bahasa.',
  'Scores 1 to 4, 4 being the best; null or left out: not answered, but not all nine. `comment`: at most 2,000 characters. `respondent`: optional bands. Never send a name, a NIK or another number of a person.':
    'Nilai 1 sampai 4, 4 terbaik; null atau tidak ditulis: tidak dijawab, tetapi tidak kesembilannya. `comment`: paling banyak 2.000 karakter. `respondent`: kelompok, boleh kosong. Jangan pernah mengirim nama, NIK, atau nomor lain milik orang.',
  'What a survey is about and when it is open. `unit` and `service` are slugs; without a service it is about the unit as a whole. Days are inclusive, in the region’s zone.':
    'Survei tentang apa dan kapan dibuka. `unit` dan `service` adalah slug; tanpa layanan, surveinya tentang unit seluruhnya. Hari pertama dan terakhir ikut, menurut zona wilayah.',
  'Only what is to change. Once opened: `lastDay`, `served` and `note`; the rest is overlooked.':
    'Hanya yang akan diubah. Sesudah dibuka: `lastDay`, `served`, dan `note`; yang lain diabaikan.',
  'What stands on each sheet, and on what its respondent tears off.':
    'Yang tertulis di tiap lembar, dan di bagian yang disobek respondennya.',
  '`already`: entered before, with the same answers.': '`already`: sudah pernah masuk, dengan jawaban yang sama.',
  'An institution with its units and what stands below it.':
    'Satu perangkat daerah dengan unitnya dan semua yang ada di bawahnya.',
  '`code` is the Kemendagri code.': '`code` adalah kode Kemendagri.',
  '`region` is a code, `parent` the id of the institution above, if any.':
    '`region` adalah kode, `parent` id perangkat daerah di atasnya, bila ada.',
  '`institution` is an id.': '`institution` adalah id.',
  '`unit` is an id.': '`unit` adalah id.',
  '`note` is a word to residents.': '`note` adalah penjelasan untuk warga.',
  'The last entry of a finished day, signed.': 'Catatan terakhir dari hari yang sudah lewat, ditandatangani.',
  'One line: header, entry, head, records of each module, end.':
    'Satu baris: kepala, catatan, kepala rantai, catatan tiap modul, penutup.',
  'A half-year in the region’s zone; both days inclusive.': 'Satu semester menurut zona wilayah; kedua harinya ikut.',
  'Every respondent counts once, wherever they were served.': 'Tiap responden dihitung sekali, di mana pun dilayani.',
  'Units of one kind in code order. Only from five units with ten complete answers.':
    'Unit sejenis menurut kode. Hanya mulai lima unit dengan sepuluh jawaban lengkap.',
  'A kind of problem, in both languages.': 'Satu jenis kekeliruan, dalam kedua bahasa.',

  'A page of commitments.': 'Satu halaman tindak lanjut.',
  'Public at once.': 'Langsung terbuka untuk umum.',
  'The commitment.': 'Tindak lanjutnya.',
  'Done needs evidence; deferring, dropping and moving the day need a reason.':
    'Selesai perlu bukti; menunda, membatalkan, dan menggeser tanggal perlu alasan.',
  'The commitment as it stands now.': 'Tindak lanjutnya seperti sekarang.',
}
