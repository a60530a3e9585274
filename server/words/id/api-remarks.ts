/**
 * Remarks of the API's document in Indonesian, by the English sentence that stands there: what a field holds. A sentence that
 * isn't here is shown in English and marked as such.
 */
export const fieldRemarks: Record<string, string> = {
  'As in `state` of a survey: `closed` holds what was handed in and waits for its publisher too. Drafts are listed for their staff alone.':
    'Seperti `state` sebuah survei: `closed` juga memuat yang sudah diserahkan dan menunggu pengesah. Rancangan hanya terlihat oleh petugasnya.',
  'Kind of questionnaire.': 'Jenis kuesioner.',
  'Slug of a region.': 'Slug sebuah wilayah.',
  'Slug of a service unit.': 'Slug sebuah unit layanan.',
  'Only those that the token’s role is for, drafts among them.': 'Hanya yang dicakup peran token, termasuk rancangan.',
  'The value of `next` from the page before.': 'Nilai `next` dari halaman sebelumnya.',
  'How many items, 1 to 100.': 'Berapa butir, 1 sampai 100.',
  'The survey’s `slug`.': '`slug` surveinya.',
  'Made at random for each answer, at least 128 bits, e.g. 22 characters of base64url or a UUID.':
    'Dibuat acak untuk tiap jawaban, sedikitnya 128 bit, misalnya 22 karakter base64url atau sebuah UUID.',
  'What the file is called.': 'Nama berkasnya.',
  'What u8 and u9 stand for; what the survey declares, unless said otherwise.':
    'Arti u8 dan u9; bila tidak disebut, menurut surveinya.',
  '`true`: store the good lines although others are refused.':
    '`true`: simpan baris yang benar walaupun yang lain ditolak.',
  '`scores`, `profile` or `comments`.': '`scores`, `profile`, atau `comments`.',
  'The region’s `slug`.': '`slug` wilayahnya.',
  'Its `slug`.': '`slug`-nya.',
  'The unit’s `slug`.': '`slug` unitnya.',
  'The service’s `slug`.': '`slug` layanannya.',
  'The import’s `id`.': '`id` impornya.',
  'The token’s `id`.': '`id` tokennya.',
  'The `id` of a grant in the list of accounts.': '`id` sebuah pemberian peran dalam daftar akun.',
  'The account’s `id`.': '`id` akunnya.',
  'The region’s `slug`. With `.csv` behind it the table; with `.json` the same as without.':
    '`slug` wilayahnya. Dengan `.csv` di belakangnya tabelnya; dengan `.json` sama seperti tanpa.',
  'A half-year of `periods`; left out: the last that can be compared.':
    'Satu semester dari `periods`; bila kosong, yang terakhir yang bisa dibandingkan.',
  'The unit’s `slug`. With `.csv` behind it the table; with `.json` the same as without.':
    '`slug` unitnya. Dengan `.csv` di belakangnya tabelnya; dengan `.json` sama seperti tanpa.',
  'Only entries about this.': 'Hanya catatan tentang ini.',
  'Only this kind.': 'Hanya jenis ini.',
  'Only this day.': 'Hanya hari ini.',
  'A date such as 2026-07-01.': 'Tanggal seperti 2026-07-01.',
  'The receipt.': 'Tanda terimanya.',
  'Last part of a problem’s `type`.': 'Bagian terakhir dari `type` sebuah kekeliruan.',
  'Cursor of the following page; null on the last one.': 'Kursor halaman berikutnya; null pada halaman terakhir.',
  'Opaque; the subject of its entries in the ledger.': 'Buram; menjadi subjek catatannya di buku catatan.',
  'Names it in addresses.': 'Menamainya di alamat.',
  'By the clock: `scheduled`, `open` and `closed` (also while it waits for its publisher) once opened, then `published`, at last `withdrawn`.':
    'Menurut jam: `scheduled`, `open`, dan `closed` (juga selama menunggu pengesah) sesudah dibuka, lalu `published`, akhirnya `withdrawn`.',
  'Inclusive, in the region’s zone.': 'Termasuk hari itu, menurut zona wilayah.',
  'Answers are taken from this instant…': 'Jawaban diterima sejak saat ini…',
  '…up to, not including, this one.': '…sampai sebelum saat ini.',
  'Null: the survey is about the unit as a whole.': 'Null: surveinya tentang unit seluruhnya.',
  'Weight of an element; `exact` is 1/9.': 'Bobot satu unsur; `exact` berarti 1/9.',
  'People served in the period, when known.': 'Orang yang dilayani dalam periode itu, bila diketahui.',
  'How the Krejcie–Morgan sample is found.': 'Cara mencari sampel Krejcie–Morgan.',
  'The officer’s note on how it was held.': 'Catatan petugas tentang pelaksanaannya.',
  'Path of its page in Indonesian.': 'Alamat halamannya dalam bahasa Indonesia.',
  'Stable address of the kind of problem.': 'Alamat tetap jenis kekeliruan itu.',
  'Short name of the kind of problem, in Indonesian or English.':
    'Nama pendek jenis kekeliruan, dalam bahasa Indonesia atau Inggris.',
  'The HTTP status.': 'Status HTTP.',
  'What to do about it, in plain words.': 'Apa yang perlu dilakukan, dengan kata-kata biasa.',
  'Names this request in the log; also in the header x-request-id.':
    'Menamai permintaan ini di log; juga ada di kepala x-request-id.',
  'What is wrong with which field.': 'Apa yang keliru pada isian yang mana.',
  'Whether the cost element has the answers for a paid service.':
    'Apakah unsur biaya memakai pilihan jawaban untuk layanan berbayar.',
  'Which order U8 and U9 follow; sources swap them.': 'Urutan U8 dan U9; sumber-sumber menukarnya.',
  'Optional, in bands; never a name, a number or an exact age.':
    'Boleh kosong, dalam kelompok; tidak pernah nama, nomor, atau usia persis.',
  '`counts-only` before publication; `too-few` published, but fewer than five answered; `batches` what is sealed so far, where the region shows that; `official`; `withdrawn`.':
    '`counts-only` sebelum terbit; `too-few` terbit, tetapi kurang dari lima yang menjawab; `batches` yang sudah tersegel, bila wilayahnya menampilkan itu; `official`; `withdrawn`.',
  'Index points, 25 to 100, rounded half up to two decimals; null where none may be shown.':
    'Poin indeks, 25 sampai 100, dibulatkan setengah ke atas sampai dua desimal; null bila tidak boleh ditampilkan.',
  '95 %, index points, not rounded; null below two complete respondents.':
    '95%, poin indeks, tidak dibulatkan; null bila responden lengkap kurang dari dua.',
  'Every grade that the interval touches, best first.': 'Semua mutu yang tersentuh rentangnya, terbaik dulu.',
  'Nilai interval, the sum of the weighted means, 1 to 4.': 'Nilai interval, jumlah NRR tertimbang, 1 sampai 4.',
  'Answers behind the figures where they are shown, else all received.':
    'Jawaban di balik angkanya bila ditampilkan, kalau tidak semua yang diterima.',
  'Only with a publication; null in versions from before this was noted.':
    'Hanya pada terbitan; null pada versi sebelum ini dicatat.',
  'Who answered all nine: they make the interval.': 'Yang menjawab kesembilannya: dari mereka rentangnya dibuat.',
  'Krejcie–Morgan sample; null while nobody has said how many were served.':
    'Sampel Krejcie–Morgan; null selama jumlah yang dilayani belum diisi.',
  'Answers by people served, as a share; not rounded.':
    'Jawaban dibagi orang yang dilayani, sebagai bagian; tidak dibulatkan.',
  'In the questionnaire’s order; null where hidden.': 'Menurut urutan kuesioner; null bila disembunyikan.',
  'Under each named weight.': 'Menurut tiap bobot yang bernama.',
  'Without a free service’s cost element, exact weight.': 'Tanpa unsur biaya layanan gratis, bobot tanpa pembulatan.',
  '73 integers from which all figures follow.': '73 bilangan bulat; semua angka dihitung darinya.',
  'Who answered; cells below five are hidden (null) with their complement.':
    'Siapa yang menjawab; sel di bawah lima disembunyikan (null) bersama pasangannya.',
  'Against the last published period of the same unit and service.':
    'Dibanding periode terbit terakhir dari unit dan layanan yang sama.',
  'All that were ever published, the newest first.': 'Semua yang pernah terbit, yang terbaru dulu.',
  'NRR, 1 to 4, over its own answers; not rounded.': 'NRR, 1 sampai 4, dari jawabannya sendiri; tidak dibulatkan.',
  'NRR tertimbang: mean × weight; not rounded.': 'NRR tertimbang: NRR × bobot; tidak dibulatkan.',
  '95 %, scale 1 to 4.': '95%, skala 1 sampai 4.',
  'How many chose 1, 2, 3 and 4; null below ten answers.':
    'Berapa yang memilih 1, 2, 3, dan 4; null di bawah sepuluh jawaban.',
  'Index points, the earlier period counted with the later one’s weight.':
    'Poin indeks; periode sebelumnya dihitung dengan bobot periode sesudahnya.',
  'For /cek; shows that it was counted, never what it said.':
    'Untuk /cek; membuktikan bahwa jawaban dihitung, tidak pernah isinya.',
  'The address on its posters is /s/ and this.': 'Alamat di posternya adalah /s/ disambung ini.',
  'Answers in the end.': 'Jawaban pada akhirnya.',
  'SHA-256 of the frozen result, as in the ledger.': 'SHA-256 hasil yang dibekukan, sama dengan di buku catatan.',
  '`already`: this very file was stored before; `bad-lines`: nothing is stored because of the refused lines; `no-rows`: there is no line to store.':
    '`already`: berkas ini sudah pernah disimpan; `bad-lines`: tidak ada yang disimpan karena ada baris yang ditolak; `no-rows`: tidak ada baris untuk disimpan.',
  'Answers stored, now or before.': 'Jawaban yang tersimpan, sekarang atau sebelumnya.',
  'The first thousand refused lines, by their number in the file; why, in Indonesian.':
    'Seribu baris pertama yang ditolak, menurut nomornya di berkas; alasannya dalam bahasa Indonesia.',
  'Code of the Ministry of Home Affairs (Kemendagri).': 'Kode Kementerian Dalam Negeri (Kemendagri).',
  'The zone of its dates.': 'Zona waktu tanggalnya.',
  'Names of what it lies in, the widest first.': 'Nama wilayah tempatnya berada, yang terluas dulu.',
  'Names of what lies in it.': 'Nama bagian-bagiannya.',
  'People.': 'Jiwa.',
  'Whether its data were made up for demonstration.': 'Apakah datanya dibuat untuk peragaan.',
  'How often it was saved; who corrects it says which one was read.':
    'Berapa kali disimpan; yang membetulkan menyebut versi yang dibacanya.',
  'Number of service units.': 'Jumlah unit layanan.',
  'Whether users pay for it.': 'Apakah penggunanya membayar.',
  'The service standard in short (UU 25/2009), if stated.': 'Standar pelayanan singkat (UU 25/2009), bila ditulis.',
  'What residents need of it, by component (PermenPANRB 15/2014).':
    'Yang perlu diketahui warga, per komponen (PermenPANRB 15/2014).',
  'Where to complain; SP4N-LAPOR! (Perpres 76/2013) unless another is named.':
    'Ke mana mengadu; SP4N-LAPOR! (Perpres 76/2013) bila tidak ada yang lain.',
  'Names it where something is added to it or a role is given in it.':
    'Menamainya saat sesuatu ditambahkan padanya atau sebuah peran diberikan di dalamnya.',
  'Kemendagri code.': 'Kode Kemendagri.',
  'Id of the institution above.': 'Id perangkat daerah di atasnya.',
  'The region’s own number for it; lists stand in its order.': 'Nomor urut menurut wilayahnya; daftar mengikutinya.',
  'Say it when you correct this.': 'Sebutkan saat membetulkannya.',
  'Id of the institution that it belongs to.': 'Id perangkat daerah pemiliknya.',
  'A word to residents.': 'Penjelasan untuk warga.',
  'For applying it; null when there is nothing to apply.':
    'Untuk menerapkannya; null bila tidak ada yang perlu diterapkan.',
  'Lines that say what is stored.': 'Baris yang sama dengan yang tersimpan.',
  'Things that no line names; they stay as they are.': 'Yang tidak disebut baris mana pun; dibiarkan seperti semula.',
  'The file’s text.': 'Teks berkasnya.',
  'As the preview said it.': 'Seperti yang disebut pratinjau.',
  'What the token may still do; empty when its account lost the role.':
    'Yang masih boleh dilakukan token; kosong bila akunnya kehilangan peran itu.',
  'What the place is called; null for the whole portal.': 'Nama tempatnya; null untuk seluruh portal.',
  'In Asia/Jakarta; null when it was never used.': 'Menurut Asia/Jakarta; null bila belum pernah dipakai.',
  'Shown this once.': 'Hanya ditampilkan kali ini.',
  'What it is used for, 2 to 80 characters.': 'Dipakai untuk apa, 2 sampai 80 karakter.',
  'Region code, institution id or unit id; nothing for the whole portal.':
    'Kode wilayah, id perangkat daerah, atau id unit; kosong untuk seluruh portal.',
  'How long it holds.': 'Berapa lama berlaku.',
  'Whether all of its roles lie in places that one administers.':
    'Apakah semua perannya berada di tempat yang dikelola peminta.',
  'Path of the link to set a password, to be passed on; null when the account has one already.':
    'Alamat tautan untuk membuat kata sandi, untuk disampaikan; null bila akunnya sudah punya.',
  'Inclusive, as the place counts its days; no limit without it.':
    'Termasuk hari itu, menurut zona tempatnya; tanpa ini tidak terbatas.',
  'Since when it serves no more; its results stay.': 'Sejak kapan tidak lagi melayani; hasilnya tetap ada.',
  'From the widest down to the one that the unit belongs to.': 'Dari yang terluas sampai pemilik unit.',
  'Every published period that stands, in order of time; a line for the unit and each service.':
    'Semua periode terbit yang berlaku, menurut waktu; satu garis untuk unit dan tiap layanan.',
  'Number in the chain, from 1.': 'Nomor dalam rantai, mulai 1.',
  'Date in Asia/Jakarta.': 'Tanggal menurut Asia/Jakarta.',
  'Module and verb.': 'Modul dan kata kerja.',
  'Opaque id of what it is about.': 'Id buram dari hal yang dicatat.',
  'SHA-256, lower-case hex.': 'SHA-256, heksadesimal huruf kecil.',
  'Hash of the entry before.': 'Sidik catatan sebelumnya.',
  'SHA-256 of the canonical JSON (RFC 8785) of the entry without `hash` and `fields`.':
    'SHA-256 dari JSON kanonis (RFC 8785) catatannya tanpa `hash` dan `fields`.',
  'Open fields with salt and value; closed and erased ones with their digest alone.':
    'Isian terbuka dengan garam dan nilainya; yang tertutup atau terhapus hanya dengan sidiknya.',
  'Ed25519, SPKI, base64.': 'Ed25519, SPKI, base64.',
  'Over the canonical JSON of { on, seq, hash }; base64.': 'Atas JSON kanonis { on, seq, hash }; base64.',
  'The code in groups of four.': 'Kodenya dalam kelompok empat.',
  'What it is a receipt of.': 'Tanda terima untuk apa.',
  'Title of what the input was given to.': 'Judul hal yang diberi masukan.',
  'What happened to it, oldest first. Never what was answered.':
    'Yang terjadi padanya, yang terlama dulu. Tidak pernah isi jawabannya.',
  'In code order.': 'Menurut urutan kode.',
  'Of which results stand published, the latest first.': 'Yang hasilnya terbit dan berlaku, yang terbaru dulu.',
  'What is published for one of the periods.': 'Yang terbit untuk salah satu periodenya.',
  'The region’s own number for it.': 'Nomor menurut wilayahnya.',
  'Whether it collects or has collected answers in the running half-year.':
    'Apakah sedang atau sudah mengumpulkan jawaban pada semester berjalan.',
  'Of its surveys in the running half-year the one that has come furthest.':
    'Dari surveinya pada semester berjalan, yang paling jauh jalannya.',
  'Its last published result that stands.': 'Hasil terbit terakhirnya yang berlaku.',
  'Published results that were added up; each has ten answers or more.':
    'Hasil terbit yang dijumlahkan; masing-masing sedikitnya sepuluh jawaban.',
  'Index points, rounded half up to two decimals.': 'Poin indeks, dibulatkan setengah ke atas sampai dua desimal.',
  '95 %, index points, not rounded.': '95%, poin indeks, tidak dibulatkan.',
  'Mean of all complete respondents, exact weight, index points.':
    'Rata-rata semua responden lengkap, bobot tanpa pembulatan, poin indeks.',
  'Spread of one respondent within a unit, index points.': 'Sebaran satu responden di dalam unit, poin indeks.',
  'One for the unit as a whole, one for each service.': 'Satu untuk unit seluruhnya, satu untuk tiap layanan.',
  'Every version that was ever published, the newest first.': 'Semua versi yang pernah terbit, yang terbaru dulu.',
  'The commitment’s `slug`.': '`slug` tindak lanjutnya.',
  '`late` is by the clock.': '`late` menurut jam.',
  'Where it came from; `path` is one of the portal, an address, or empty.':
    'Dari mana asalnya; `path` adalah alamat di portal, alamat lain, atau kosong.',
  'Who answers for it.': 'Penanggung jawabnya.',
  'Promised now, inclusive.': 'Tanggal janji sekarang, termasuk hari itu.',
  'Promised first.': 'Tanggal janji pertama.',
  'How often the day was moved.': 'Berapa kali tanggalnya digeser.',
  'By the clock: the day has passed and it is neither done nor put off.':
    'Menurut jam: harinya sudah lewat, belum selesai dan tidak ditunda.',
  'In the region’s zone.': 'Menurut zona wilayah.',
  '`file` is a path of the portal.': '`file` adalah alamat di portal.',
  '`place`: `region:<code>`, `institution:<id>` or `unit:<id>`.':
    '`place`: `region:<kode>`, `institution:<id>`, atau `unit:<id>`.',
}
