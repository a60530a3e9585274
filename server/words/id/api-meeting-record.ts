/** What the API's addresses of records of meetings are called in Indonesian, and their remarks: see `fieldRemarks`. */
export const recordOperations: Record<string, string> = {
  'GET /musyawarah/{slug}/record': 'Berita acara sebuah musyawarah',
  'GET /musyawarah/{slug}/record.pdf': 'Berita acara sebagai PDF',
  'GET /musyawarah/{slug}/record.docx': 'Berita acara sebagai dokumen Word',
  'GET /musyawarah/{slug}/minutes.pdf': 'Notulen sebagai PDF',
  'GET /musyawarah/{slug}/minutes.docx': 'Notulen sebagai dokumen Word',
  'GET /musyawarah/{slug}/proceedings.pdf': 'Risalah sebagai PDF',
  'GET /musyawarah/{slug}/proceedings.docx': 'Risalah sebagai dokumen Word',
  'GET /musyawarah/{slug}/corrections': 'Usul perbaikan yang masuk',
  'POST /musyawarah/{slug}/corrections': 'Mengusulkan perbaikan, atau mencatat keberatan',
  'POST /musyawarah/{slug}/corrections/{id}': 'Menerima atau menolak usul perbaikan',
  'POST /musyawarah/{slug}/check': 'Apakah sebuah berkas yang ditandatangani',
  'POST /musyawarah/{slug}/minutes/send': 'Membagikan rancangan notulen',
  'POST /musyawarah/{slug}/dissents': 'Mencatat keberatan dengan kata-katanya sendiri',
  'GET /musyawarah/{slug}/delegates': 'Utusan musyawarah',
  'POST /musyawarah/{slug}/delegates': 'Mencatat utusan',
  'DELETE /musyawarah/{slug}/delegates/{id}': 'Menghapus utusan yang keliru dicatat',
  'POST /musyawarah/{slug}/decisions/{id}/commitment': 'Menjadikan janji sebuah keputusan tindak lanjut',
  'GET /musyawarah/{slug}/sign.pdf': 'Berita acara untuk dicetak dan ditandatangani',
  'POST /musyawarah/{slug}/sign': 'Memasukkan berita acara bertanda tangan, yang menguncinya',
  'POST /musyawarah/{slug}/addenda': 'Menambah adendum bertanda tangan pada berita acara yang terkunci',
  'POST /musyawarah/{slug}/covers': 'Menutup data pribadi dalam bacaan umum',
  'POST /musyawarah/{slug}/paper': 'Menyatakan musyawarah diadakan di atas kertas saja',
  'POST /musyawarah/{slug}/paper/finish': 'Semua dari musyawarah di atas kertas sudah dimasukkan',
  'GET /musyawarah/{slug}/scans': 'Pindaian musyawarah di atas kertas',
  'GET /musyawarah/{slug}/scans/{number}': 'Satu pindaian, sama persis',
  'POST /musyawarah/{slug}/scans': 'Menambah pindaian musyawarah di atas kertas',
  'GET /musyawarah/{slug}/signed/{part}': 'Berkas bertanda tangan, sama persis',
}

export const recordRemarks: Record<string, string> = {
  'From the day on which its draft went out; once signed, what was signed, with its addenda. People are counted, not named, but for office holders, signatories and those who agreed.':
    'Sejak rancangannya dibagikan; sesudah ditandatangani, yang ditandatangani beserta adendumnya. Orang dihitung, tidak disebut namanya, kecuali pejabat, penanda tangan, dan yang setuju.',
  'The record.': 'Berita acaranya.',
  'The public rendition, of the same data as `/record`, in Indonesian.':
    'Terbitan untuk umum dari data yang sama dengan `/record`, dalam bahasa Indonesia.',
  'A tagged PDF.': 'PDF bertanda struktur.',
  'A Word document.': 'Dokumen Word.',
  'By the code of somebody whose presence was recorded, in the window for corrections. A dissent enters the record in its own words, under the name given.':
    'Dengan kode orang yang tercatat hadir, selama masa perbaikan. Keberatan dimuat apa adanya dalam berita acara dengan nama yang diberikan.',
  'Received.': 'Diterima.',
  'The file is compared with what was signed, byte for byte, and not kept.':
    'Berkasnya dibandingkan bit demi bit dengan yang ditandatangani, tidak disimpan.',
  'What it is.': 'Apa berkas itu.',
  '0: the record; from 1 an addendum.': '0: berita acaranya; mulai 1 adendum.',
  'Fixed from then on. Those who were present and left an address get them by mail.':
    'Sejak itu tetap. Yang hadir dan meninggalkan alamat surel menerimanya lewat surel.',
  'Until when corrections are taken.': 'Sampai kapan usul perbaikan diterima.',
  'All of them, by number.': 'Semuanya, menurut nomor.',
  'All of them.': 'Semuanya.',
  'Refused with a reason. The answer stands beside it in the record.':
    'Ditolak dengan alasan. Jawabannya dimuat di sampingnya dalam berita acara.',
  'Answered.': 'Sudah dijawab.',
  'The correction’s `id`.': '`id` usul perbaikannya.',
  'From the opening until the record is signed.': 'Sejak dibuka sampai berita acara ditandatangani.',
  'Noted.': 'Dicatat.',
  'Until the draft minutes go out. `named`: agreed that everyone may read their name.':
    'Sampai rancangan notulen dibagikan. `named`: setuju namanya dibaca umum.',
  'Written down.': 'Dicatat.',
  'Taken back.': 'Dihapus.',
  'Of a decision that was taken, once the meeting is closed. Each has one.':
    'Dari keputusan yang diterima, setelah musyawarahnya ditutup. Satu untuk tiap keputusan.',
  'Made.': 'Dibuat.',
  'The decision’s `id`.': '`id` keputusannya.',
  'Its `slug`.': '`slug`-nya.',
  'The delegate’s `id`.': '`id` utusannya.',
  'With all names, for its staff and the auditor. The look is recorded.':
    'Dengan semua nama, untuk petugasnya dan auditor. Yang membukanya dicatat.',
  'A scan, or a PDF that a certified provider signed, kept byte for byte. `names` in the order of the offices that sign.':
    'Pindaian, atau PDF yang ditandatangani penyelenggara tersertifikasi, disimpan sama persis. `names` menurut urutan jabatan penanda tangan.',
  'Locked; both digests are in the ledger.': 'Terkunci; kedua sidiknya ada di buku catatan.',
  'With its own number, signatures and file. The record stays as it is.':
    'Dengan nomor, tanda tangan, dan berkasnya sendiri. Berita acaranya tetap.',
  'Wherever the pieces stand, with a reason that everyone can read. The sealed original stays.':
    'Di mana pun kata itu muncul, dengan alasan yang bisa dibaca siapa pun. Naskah aslinya tetap.',
  'In how many places.': 'Di berapa tempat.',
  'For its staff and the auditor. The look is recorded.': 'Untuk petugasnya dan auditor. Yang membukanya dicatat.',
  'The file.': 'Berkasnya.',
  'One in preparation whose time has passed. Its attendance, minutes and decisions can then be entered; the public sees it once it is finished.':
    'Yang masih disiapkan dan waktunya sudah lewat. Lalu daftar hadir, notulen, dan keputusannya bisa dimasukkan; umum melihatnya setelah selesai.',
  'It can be entered.': 'Bisa dimasukkan.',
  'Its `position`.': '`position`-nya.',
  'Kept.': 'Disimpan.',
  'From then on everyone sees it, as held.': 'Sejak itu terlihat umum sebagai sudah diadakan.',
  'It is there for everyone.': 'Terlihat umum.',
  'SHA-256 of all that the record says; in the ledger.': 'SHA-256 seluruh isi berita acara; ada di buku catatan.',
  'SHA-256 of the signed file; in the ledger.': 'SHA-256 berkas bertanda tangan; ada di buku catatan.',
  'Position of the agenda item.': 'Urutan pokok acaranya.',
  'Every text that was put, with the objections to it.': 'Setiap rumusan yang diajukan, dengan keberatan atasnya.',
  'Number of the decision that settled it.': 'Nomor keputusan yang menyelesaikannya.',
  'What it was entered from, if it was held on paper alone.': 'Dimasukkan dari apa, bila diadakan di atas kertas saja.',
  'Null while it is a draft.': 'Null selama masih rancangan.',
  'Acts that covered personal data for the public; the sealed original stays.':
    'Tindakan yang menutup data pribadi bagi umum; naskah aslinya tetap.',
  'Whom the meeting sends on; named if they agreed.': 'Yang diutus musyawarah; disebut namanya bila setuju.',
}
