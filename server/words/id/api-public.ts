/** What the API says of policies, consultations and moderation as anyone reads them, in Indonesian: see `fieldRemarks`. */
export const publicRemarks: Record<string, string> = {
  'Whom consultations ask. Without a region, the portal’s list, with which each region’s begins.':
    'Siapa yang ditanya dalam konsultasi. Tanpa wilayah, daftar milik portal, yang menjadi awal daftar tiap wilayah.',
  'The portal’s own list is kept by who administers the whole portal.':
    'Daftar milik portal dikelola oleh pengelola seluruh portal.',
  'The group’s `id`.': '`id` kelompoknya.',
  'The same word in every region that has the group.': 'Kata yang sama di setiap wilayah yang punya kelompok itu.',
  'Kemendagri code; left out for the portal’s own list.': 'Kode Kemendagri; tidak diisi untuk daftar milik portal.',
  'Whether the list offers the group from today on.': 'Apakah daftarnya menawarkan kelompok itu mulai hari ini.',

  'What it is about.': 'Tentang apa.',
  'By its events and the clock.': 'Menurut kejadian dan jamnya.',
  'Only those past the day of their evaluation.': 'Hanya yang sudah lewat hari evaluasinya.',
  'A page of policies.': 'Satu halaman kebijakan.',
  'The policy.': 'Kebijakannya.',
  'Its events, stages, answers, evaluations, surveys before and after, and commitments.':
    'Kejadian, tahapan, tanya jawab, evaluasi, survei sebelum dan sesudah, serta janji tindak lanjutnya.',
  'The policy’s `slug`.': '`slug` kebijakannya.',
  'The policy as it is now.': 'Kebijakannya seperti sekarang.',
  'A verdict “not-improved” is closed only with at least one commitment.':
    'Putusan “not-improved” hanya bisa ditutup dengan sedikitnya satu janji tindak lanjut.',
  'Pemrakarsa.': 'Pemrakarsa.',
  'Pejabat penetap.': 'Pejabat penetap.',
  'Six months after it took force or was revised, unless the policy names another day.':
    'Enam bulan sesudah berlaku atau diubah, kecuali kebijakannya menyebut hari lain.',
  'The day that the policy names, if it does.': 'Hari yang disebut kebijakannya, bila ada.',
  'Of the last evaluation that was closed.': 'Dari evaluasi terakhir yang ditutup.',
  'What an open one says so far is no verdict yet.': 'Yang masih terbuka belum menjadi putusan.',
  '`place`: `region:<code>` or `institution:<id>`.': '`place`: `region:<kode>` atau `institution:<id>`.',
  '`survey`: its slug; `none` takes the link away.': '`survey`: slug-nya; `none` menghapus kaitannya.',
  '`close` ends it: “not-improved” needs a commitment first.':
    '`close` mengakhirinya: “not-improved” lebih dulu perlu janji tindak lanjut.',
  '`place`: as of a commitment, in the policy’s region.':
    '`place`: seperti pada tindak lanjut, di wilayah kebijakannya.',

  '`open`: its need or its draft is asked about now.': '`open`: kebutuhan atau naskahnya sedang ditanyakan.',
  'Days, needs with how many support and dispute them, versions, and the passages as they read now.':
    'Hari-harinya, kebutuhan dengan berapa yang mendukung dan membantah, versinya, dan bagian-bagian naskah seperti sekarang.',
  'Passage by passage and word by word.': 'Bagian demi bagian dan kata demi kata.',
  'Number of a version; the one before `to` unless given.': 'Nomor versi; bila tidak diisi, yang sebelum `to`.',
  'Number of a version; the last unless given.': 'Nomor versi; bila tidak diisi, yang terakhir.',
  'The comparison.': 'Perbandingannya.',
  'As everyone may read them: one that is held or hidden has its number and no text.':
    'Seperti yang boleh dibaca semua orang: yang ditahan atau disembunyikan hanya bernomor, tanpa tulisan.',
  '`whole`: on no passage; `tray`: on passages that the draft no longer has.':
    '`whole`: tentang keseluruhan; `tray`: tentang bagian yang sudah tidak ada di naskah.',
  'Id of a passage.': 'Id sebuah bagian.',
  'Words that all must be in it, in any Indonesian form. Finds only what everyone may read.':
    'Kata yang semuanya harus ada, dalam bentuk apa pun. Hanya menemukan yang boleh dibaca semua orang.',
  'Stored once under its key: the same key and body always get 201 and the same receipt, also after the phase; another body under the key gets 422 `other-body`. A passage that reads otherwise than in the `version` given, or is gone, gets 409; send the latest version, or `tray`. Never send a name, a NIK or a phone number.':
    'Disimpan sekali menurut kuncinya: kunci dan isi yang sama selalu mendapat 201 dan tanda terima yang sama, juga sesudah tahapnya lewat; isi lain dengan kunci itu mendapat 422 `other-body`. Bagian yang bunyinya lain dari `version` yang disebut, atau sudah tidak ada, mendapat 409; kirim versi terakhir, atau `tray`. Jangan pernah mengirim nama, NIK, atau nomor telepon.',
  'Made at random for each input, at least 128 bits, e.g. 22 characters of base64url or a UUID.':
    'Dibuat acak untuk tiap masukan, sedikitnya 128 bit, misalnya 22 karakter base64url atau UUID.',
  'When the writer asks for it: address, text, proposal and file go, also from the record, whose digests stay. `rendition` is what may be read instead.':
    'Bila penulisnya meminta: alamat surel, tulisan, usul, dan berkas dihapus, juga dari buku catatan, yang sidiknya tetap ada. `rendition` adalah yang boleh dibaca sebagai gantinya.',
  'Erased.': 'Dihapus.',
  'The phase now, by the clock in the region’s zone.': 'Tahapnya sekarang, menurut jam di zona wilayah.',
  'The last day by which every input is answered: a promise.': 'Hari terakhir semua masukan dijawab: sebuah janji.',
  'Received so far.': 'Yang diterima sejauh ini.',
  'Demonstration data.': 'Data contoh.',
  'The draft as it reads now; none before its first version.':
    'Naskahnya seperti sekarang; kosong sebelum versi pertama.',
  'From 1, in order of arrival within the consultation.': 'Mulai 1, menurut urutan datang dalam konsultasi itu.',
  '`held` waits for a moderator; `hidden` was taken from sight; `erased` at its writer’s wish.':
    '`held` menunggu moderator; `hidden` disembunyikan; `erased` dihapus atas permintaan penulisnya.',
  'Code of why it is hidden, or of what is covered.': 'Kode mengapa disembunyikan, atau apa yang ditutup.',
  'Null where it isn’t shown.': 'Null bila tidak ditampilkan.',
  'Whether personal data in it are covered.': 'Apakah ada data pribadi yang ditutup.',
  'How the passage should read instead.': 'Bunyi bagian itu yang diusulkan.',
  'What the passage said that it speaks of.': 'Bunyi bagian yang dibicarakan.',
  'Id of the passage; null: the whole.': 'Id bagiannya; null: keseluruhan.',
  'What the draft calls the passage.': 'Nama bagian itu dalam naskah.',
  'Stakeholder group.': 'Kelompok pemangku kepentingan.',
  'Where what an officer entered comes from.': 'Asal masukan yang dimasukkan petugas.',
  'Day in the region’s zone.': 'Hari menurut zona wilayah.',
  'How many other inputs say that it is right.': 'Berapa masukan lain yang membenarkannya.',
  'Number of the input that it says is right.': 'Nomor masukan yang dibenarkannya.',
  'Path of the page in Indonesian that shows it.': 'Alamat halaman berbahasa Indonesia yang menampilkannya.',
  'For /cek.': 'Untuk /cek.',
  'Day by which an answer is promised.': 'Hari paling lambat dijawab, sebagai janji.',
  'An input on the whole, or on one passage.': 'Masukan tentang keseluruhan atau satu bagian.',
  'Id of the passage; null or left out: the whole.': 'Id bagiannya; null atau tidak ditulis: keseluruhan.',
  'Id of the version that the writer read. With another text of the passage since, it is a 409.':
    'Id versi yang dibaca penulisnya. Bila bunyi bagiannya sudah lain: 409.',
  'Id of a stakeholder group of the consultation.': 'Id kelompok pemangku kepentingan konsultasi itu.',
  'For notices; never shown.': 'Untuk pemberitahuan; tidak pernah ditampilkan.',
  'Number of the input that this one says is right; needs no text.':
    'Nomor masukan yang dibenarkan masukan ini; tidak perlu tulisan.',
  'Whether to take it although its passage is no longer in the draft.':
    'Apakah tetap diterima walaupun bagiannya sudah tidak ada di naskah.',

  'Each decision with its reason, the latest first. Never the text, nor who decided.':
    'Tiap putusan dengan alasannya, yang terakhir dulu. Tidak pernah tulisannya, juga tidak siapa yang memutus.',
  'Kemendagri code; what lies in it counts too.': 'Kode Kemendagri; yang ada di dalamnya ikut.',
  'A page of decisions.': 'Satu halaman putusan.',
  'Months of Asia/Jakarta in which anything happened. All on one page: `next` is always null.':
    'Bulan menurut Asia/Jakarta yang ada kejadiannya. Semuanya satu halaman: `next` selalu null.',
  'The figures.': 'Angka-angkanya.',
  'What the text had waited for.': 'Apa yang ditunggu tulisan itu.',
  'What the text was written to; never the text.': 'Ditulis untuk apa; tidak pernah tulisannya.',
  'Where it stands.': 'Di mana tempatnya.',
  'Name of the region.': 'Nama wilayahnya.',
  'The latest month first.': 'Bulan terakhir dulu.',
  'YYYY-MM, in Asia/Jakarta.': 'TTTT-BB, menurut Asia/Jakarta.',
  'Reports that came in; two of one text from one network within a day are one.':
    'Laporan yang masuk; dua laporan atas satu tulisan dari satu jaringan dalam sehari dihitung satu.',
  'Texts held automatically before anybody read them.': 'Tulisan yang ditahan otomatis sebelum dibaca siapa pun.',
  'Decisions to hide, also those reversed later.': 'Putusan menyembunyikan, juga yang kemudian dibatalkan.',
  'Decisions to cover personal data within a text.': 'Putusan menutup data pribadi dalam tulisan.',
  'Decisions to show a held text or to leave a reported one.':
    'Putusan menampilkan yang ditahan atau membiarkan yang dilaporkan.',
  'Decided that month, by another moderator.': 'Diputus bulan itu, oleh moderator lain.',
  'Reviews that reversed the first decision.': 'Tinjauan ulang yang membatalkan putusan pertama.',
  'Hidden and covered, by reason.': 'Yang disembunyikan dan ditutup, menurut alasannya.',
  'Middle wait from being held, reported or sent for review until a person decided; null without any.':
    'Nilai tengah lama menunggu sejak ditahan, dilaporkan, atau dimintakan tinjauan sampai diputus orang; null bila tidak ada.',

  'All that have been announced, by the day on which they are held.':
    'Semua yang sudah diumumkan, menurut hari pelaksanaannya.',
  '`coming`: announced and not opened yet; `held`: until its record is signed.':
    '`coming`: diumumkan dan belum dibuka; `held`: sampai berita acaranya ditandatangani.',
  'What kind of meeting.': 'Jenis musyawarahnya.',
  'A page of meetings.': 'Satu halaman musyawarah.',
  'What it is about, by which rules it decides, and how far it has come. People are counted, not named.':
    'Tentang apa, dengan tata tertib mana ia memutus, dan sampai di mana. Orang dihitung, tidak disebut namanya.',
  'The meeting’s `slug`.': '`slug` musyawarahnya.',
  'The meeting.': 'Musyawarahnya.',
  'As it was when the meeting was opened.': 'Seperti ketika musyawarahnya dibuka.',
  'Day by which an answer is promised, while there is none.': 'Hari paling lambat dijawab, selama belum dijawab.',
  'What happened to it, oldest first. Never what was answered in a survey.':
    'Apa yang terjadi padanya, yang terlama dulu. Tidak pernah isi jawaban survei.',
}
