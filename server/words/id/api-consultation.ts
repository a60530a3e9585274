/** What the API's addresses of consultations and of moderators' work are called in Indonesian. */
export const consultationOperations: Record<string, string> = {
  'GET /consultation': 'Daftar konsultasi',
  'POST /consultation': 'Menyusun konsultasi',
  'GET /consultation/{slug}': 'Satu konsultasi dengan naskahnya',
  'PUT /consultation/{slug}': 'Mengubah konsultasi yang masih disiapkan',
  'GET /consultation/{slug}/work': 'Konsultasi seperti dilihat petugasnya',
  'GET /consultation/{slug}/copy': 'Isian awal untuk salinan konsultasi',
  'POST /consultation/{slug}/announce': 'Mengumumkan konsultasi',
  'PUT /consultation/{slug}/dates': 'Menggeser hari konsultasi yang sudah diumumkan',
  'PUT /consultation/{slug}/wording': 'Mengganti judul dan ringkasan',
  'POST /consultation/{slug}/files': 'Melampirkan dokumen',
  'DELETE /consultation/{slug}/files/{id}': 'Mengambil kembali dokumen',
  'GET /consultation/{slug}/draft': 'Naskah sebagai satu teks',
  'PUT /consultation/{slug}/draft': 'Menulis naskah',
  'DELETE /consultation/{slug}/draft': 'Membuang naskah yang sedang ditulis',
  'POST /consultation/{slug}/draft/file': 'Menulis naskah dari berkas',
  'GET /consultation/{slug}/draft/matches': 'Bagian mana yang diteruskan tiap bagian baru',
  'POST /consultation/{slug}/draft/matches': 'Membetulkan bagian mana yang diteruskan',
  'POST /consultation/{slug}/versions': 'Menerbitkan naskah sebagai versi berikutnya',
  'GET /consultation/{slug}/changes': 'Apa yang berubah di antara dua versi naskah',
  'GET /consultation/{slug}/inputs': 'Daftar masukan',
  'POST /consultation/{slug}/inputs': 'Menyampaikan masukan',
  'POST /consultation/{slug}/inputs/{number}/erase': 'Menghapus data pribadi penulis',
  'POST /consultation/{slug}/inputs/{number}/confirm': 'Menguatkan jawaban yang dikeberati',
  'POST /consultation/{slug}/desk': 'Memasukkan masukan dari kertas, loket, atau rapat',
  'GET /consultation/{slug}/answering': 'Sampai di mana pembahasan',
  'GET /consultation/{slug}/answering/inputs': 'Masukan seperti dilihat yang menjawab',
  'POST /consultation/{slug}/answers': 'Menjawab masukan',
  'GET /consultation/{slug}/answers/sheet': 'Masukan sebagai lembar kerja untuk diisi',
  'POST /consultation/{slug}/answers/sheet': 'Menyimpan jawaban dari lembar kerja',
  'POST /consultation/{slug}/answers/sheet/preview': 'Apa yang akan dijawab oleh sebuah lembar kerja',
  'POST /consultation/{slug}/marks/take': 'Mengambil masukan untuk dijawab',
  'POST /consultation/{slug}/marks/tag': 'Memberi atau melepas kata pada masukan',
  'POST /consultation/{slug}/marks/note': 'Mencatat sesuatu di samping masukan',
  'GET /consultation/{slug}/bundles/offers': 'Masukan menunggu yang hampir sama isinya',
  'POST /consultation/{slug}/bundles': 'Mengelompokkan masukan',
  'GET /consultation/{slug}/bundles/{bundle}': 'Satu kelompok dan riwayatnya',
  'POST /consultation/{slug}/bundles/{bundle}/split': 'Memisahkan sebagian menjadi kelompok baru',
  'POST /consultation/{slug}/bundles/{bundle}/add': 'Menambah masukan ke kelompok',
  'POST /consultation/{slug}/bundles/{bundle}/remove': 'Mengeluarkan masukan dari kelompok',
  'POST /consultation/{slug}/bundles/{bundle}/merge': 'Menggabungkan kelompok ke kelompok lain',
  'POST /consultation/{slug}/close': 'Menutup konsultasi',
}

/** By the English sentence of the document: see `fieldRemarks`. */
export const consultationRemarks: Record<string, string> = {
  'All that have been announced.': 'Semua yang sudah diumumkan.',
  'A page of consultations.': 'Satu halaman konsultasi.',
  'Only those that the token’s role is for, those in preparation among them.':
    'Hanya yang menjadi urusan peran token itu, termasuk yang masih disiapkan.',
  'Only those that the token’s role keeps.': 'Hanya yang dikelola peran token itu.',
  'It stays in preparation, seen by its staff alone, until it is announced.':
    'Sebelum diumumkan ia masih disiapkan dan hanya terlihat oleh petugasnya.',
  'The consultation as it is now.': 'Konsultasinya seperti sekarang.',
  'The consultation.': 'Konsultasinya.',
  'The consultation’s `slug`.': '`slug` konsultasinya.',
  'In everything. Once it is announced: 409.': 'Dalam semua hal. Sesudah diumumkan: 409.',
  'Also one in preparation.': 'Juga yang masih disiapkan.',
  'Send it to `POST /consultation` with the days of the new one.':
    'Kirim ke `POST /consultation` dengan hari-hari konsultasi yang baru.',
  'What can be taken over.': 'Yang bisa diambil alih.',
  'Public from then on. Publishes the draft as version 1 unless the need is asked about first.':
    'Sejak itu terbuka untuk umum. Naskahnya terbit sebagai versi 1, kecuali kebutuhannya ditanyakan dulu.',
  'In the open: old and new day and the reason stay to be seen. What has happened stays as it is.':
    'Secara terbuka: hari lama, hari baru, dan alasannya tetap terlihat. Yang sudah berlalu tidak berubah.',
  'Of an announced one, with a reason that everyone can read.':
    'Pada yang sudah diumumkan, dengan alasan yang bisa dibaca semua orang.',
  'PDF, Word, Excel, ODT, JPG, PNG, WebP, CSV or text; at most twenty.':
    'PDF, Word, Excel, ODT, JPG, PNG, WebP, CSV, atau teks; paling banyak dua puluh.',
  'Attached.': 'Dilampirkan.',
  'The document’s `id`.': '`id` dokumennya.',
  'Taken away.': 'Diambil kembali.',
  'What is being written, else what was published last.': 'Yang sedang ditulis, atau yang terakhir terbit.',
  'The draft, and how it was cut.': 'Naskahnya, dan cara memotongnya.',
  'An empty line ends a passage; “Pasal 5”, “(2)”, “a.” and the like begin one. Passages that go on keep their ids.':
    'Baris kosong mengakhiri satu bagian; “Pasal 5”, “(2)”, “a.”, dan sejenisnya memulai yang baru. Bagian yang berlanjut tetap memakai id-nya.',
  'What was published stays.': 'Yang sudah terbit tetap ada.',
  'Thrown away.': 'Dibuang.',
  'Word (.docx), Markdown (.md) or text; kept at once, to be mended as text.':
    'Word (.docx), Markdown (.md), atau teks; langsung tersimpan, lalu bisa dibetulkan sebagai teks.',
  'Everyone sees the difference, passage by passage. The first comes with announcing.':
    'Semua orang melihat bedanya, bagian demi bagian. Versi pertama terbit bersama pengumuman.',
  'Also while the office considers what came in on time. Stored once under its key, as `POST /consultation/{slug}/inputs` does. Never send a name, a NIK or a phone number.':
    'Juga selama kantor membahas yang datang tepat waktu. Disimpan sekali menurut kuncinya, seperti `POST /consultation/{slug}/inputs`. Jangan pernah mengirim nama, NIK, atau nomor telepon.',
  'Made at random for each input, at least 128 bits, e.g. a UUID.':
    'Dibuat acak untuk tiap masukan, sedikitnya 128 bit, misalnya UUID.',
  'Counts, and the passages, groups and words by which inputs can be asked for.':
    'Jumlahnya, dan bagian, kelompok, serta kata yang bisa dipakai menyaring masukan.',
  'The counts.': 'Jumlahnya.',
  'In the order of their numbers; those that wait, unless asked otherwise.':
    'Menurut nomornya; yang menunggu, kecuali diminta lain.',
  'A page of inputs.': 'Satu halaman masukan.',
  '`waiting` unless given.': '`waiting` bila tidak diisi.',
  'Id of a passage, or `whole`.': 'Id sebuah bagian, atau `whole`.',
  'A word that was put on inputs.': 'Kata yang diberikan pada masukan.',
  'Id of a group.': 'Id sebuah kelompok.',
  'Only what the account has taken.': 'Hanya yang diambil akun itu.',
  'One, several as a group, or a whole group; public at once. An earlier answer stays to be seen.':
    'Satu, beberapa sebagai kelompok, atau seluruh kelompok; langsung terbuka untuk umum. Jawaban sebelumnya tetap terlihat.',
  'Answered.': 'Dijawab.',
  'It stands, for a reason that addresses the objection; both stay to be seen.':
    'Jawabannya tetap, dengan alasan yang menanggapi keberatan; keduanya tetap terlihat.',
  'The input’s `number`.': '`number` masukannya.',
  'The account of the token answers them; or gives them back.':
    'Akun token itu yang akan menjawabnya; atau mengembalikannya.',
  'For sorting; never public.': 'Untuk memilah; tidak pernah terbuka untuk umum.',
  'Between officers; never public.': 'Antarpetugas; tidak pernah terbuka untuk umum.',
  'Nothing is answered any more; can’t be undone. With inputs or objections that wait it takes a publisher and a public `reason`.':
    'Sesudahnya tidak ada yang dijawab lagi; tidak bisa dibatalkan. Bila masih ada masukan atau keberatan yang menunggu, perlu pengesah dan `reason` yang terbuka untuk umum.',
  'Offered as groups, the largest first; nothing is grouped by itself.':
    'Ditawarkan sebagai kelompok, yang terbesar dulu; tidak ada yang dikelompokkan sendiri.',
  'The offers. All on one page: `next` is always null.': 'Tawarannya. Semuanya satu halaman: `next` selalu null.',
  'The group as it is now.': 'Kelompoknya seperti sekarang.',
  'The group’s `id`.': '`id` kelompoknya.',
  'Those that were in another group leave it.': 'Yang tadinya di kelompok lain keluar dari sana.',
  'The new group.': 'Kelompok barunya.',
  'What they were answered stays until they are answered anew.': 'Jawabannya tetap berlaku sampai dijawab lagi.',
  'If it has an answer already, that is theirs now.': 'Bila kelompoknya sudah dijawab, jawaban itu juga untuknya.',
  'What they were answered stays their answer.': 'Jawabannya tetap jawaban mereka.',
  'The other takes its place; the trail stays.': 'Kelompok lain itu menggantikannya; riwayatnya tetap ada.',
  'At most 5,000, in the language that is accepted; those that wait, unless asked otherwise.':
    'Paling banyak 5.000, dalam bahasa yang diminta; yang menunggu, kecuali diminta lain.',
  'An .xlsx file.': 'Berkas .xlsx.',
  'Exactly those that the preview showed: 409 if something has moved since.':
    'Persis yang ditunjukkan pratinjau: 409 bila sesudahnya ada yang berubah.',
  'How many were answered.': 'Berapa yang dijawab.',
  'Stores nothing. Columns in Indonesian or English.':
    'Tidak menyimpan apa pun. Kolom dalam bahasa Indonesia atau Inggris.',
  'Each answer, or what is wrong with which row.': 'Tiap jawaban, atau apa yang keliru pada baris mana.',
  'At most 10 MB before it is written as base64.': 'Paling besar 10 MB sebelum ditulis sebagai base64.',
  'Its bytes, as base64 (RFC 4648, padded).': 'Isinya sebagai base64 (RFC 4648, dengan tanda = di akhir).',
  'Done takes evidence in words, with a link or a `file`.':
    'Selesai perlu bukti dengan kata-kata, dan tautan atau `file`.',
  'Whom it asks.': 'Siapa yang ditanya.',
  'Path for those who are to read it before it is announced.': 'Alamat bagi yang membacanya sebelum diumumkan.',
  'Days are inclusive, in the region’s zone.': 'Hari pertama dan terakhir ikut, menurut zona wilayah.',
  '`units` are slugs of one region, `groups` and `otherNeeds` ids, `statements` needs. Days are inclusive.':
    '`units` adalah slug dari satu wilayah, `groups` dan `otherNeeds` id, `statements` kebutuhan. Hari pertama dan terakhir ikut.',
  'Slug of the one it is a copy of.': 'Slug konsultasi yang disalin.',
  'The draft as one text, and how it is cut into passages.': 'Naskah sebagai satu teks, dan cara memotongnya.',
  'Whether it is being written; else it is what was published last.':
    'Apakah sedang ditulis; kalau tidak, ini yang terakhir terbit.',
  '`note`: what changed, in at least ten letters; the first version needs none.':
    '`note`: apa yang berubah, paling sedikit sepuluh huruf; versi pertama tidak memerlukannya.',
  'An input on the whole, or on one passage; `provenance` is public.':
    'Masukan tentang keseluruhan atau satu bagian; `provenance` terbuka untuk umum.',
  'How far answering has come, and by what inputs can be filtered.':
    'Sampai di mana pembahasan, dan dengan apa masukan bisa disaring.',
  'Put in a group, taken by somebody, or answered.': 'Dikelompokkan, diambil seseorang, atau dijawab.',
  'Waiting although the promised day has passed.': 'Menunggu padahal hari yang dijanjikan sudah lewat.',
  'Objections that nobody has settled.': 'Keberatan yang belum ditanggapi.',
  'Numbers of the published versions, the last first.': 'Nomor versi yang terbit, yang terakhir dulu.',
  'The day it came, in the region’s zone.': 'Hari datangnya, menurut zona wilayah.',
  'Answers that were replaced, the latest first.': 'Jawaban yang sudah diganti, yang terakhir dulu.',
  'How many inputs share it.': 'Berapa masukan yang berbagi jawaban itu.',
  'Slug.': 'Slug.',
  'To `inputs` or to a `bundle`. `changedBlock` and `changedVersion`: the passage that it changed, and in which version. `promise` and `promiseBy` make a commitment.':
    'Untuk `inputs` atau sebuah `bundle`. `changedBlock` dan `changedVersion`: bagian yang berubah karenanya, dan pada versi mana. `promise` dan `promiseBy` membuat janji tindak lanjut.',
  'Numbers of inputs; several become a group.': 'Nomor masukan; beberapa menjadi satu kelompok.',
  'Id of a group: all of it.': 'Id sebuah kelompok: seluruhnya.',
  'Whether they are given back.': 'Apakah dikembalikan.',
  'Whether it is taken off.': 'Apakah dilepas.',
  'Made of the words of its first input.': 'Dibuat dari kata-kata masukan pertamanya.',
  'A group of inputs that is answered as one, and how it came about.':
    'Kelompok masukan yang dijawab bersama, dan asal-usulnya.',
  '`into`: id of the group that takes all of it.': '`into`: id kelompok yang menerima semuanya.',
  '`wrong` names rows of the sheet, the head being row 1.': '`wrong` menyebut baris lembarnya; kepala adalah baris 1.',
  'Names exactly these changes of exactly these answers.': 'Menandai persis perubahan ini pada persis jawaban ini.',
  'The `changes` of a preview: their `number`, and what each `becomes`.':
    '`changes` dari pratinjau: `number`-nya, dan menjadi apa (`becomes`).',
  'Of the preview.': 'Dari pratinjaunya.',
  'Whether it was stated here, not in an earlier consultation.':
    'Apakah dinyatakan di sini, bukan pada konsultasi sebelumnya.',
  'While a further version is being written.': 'Selama versi berikutnya sedang ditulis.',
  'The passages, and how they go together.': 'Bagian-bagiannya, dan mana meneruskan mana.',
  'What went on that one so far counts as new. Inputs follow their passage.':
    'Yang tadinya meneruskan bagian itu menjadi baru. Masukan mengikuti bagiannya.',
  'Which passage of the published version each written one goes on.':
    'Bagian mana dari versi terbit yang diteruskan tiap bagian yang ditulis.',
  'Id of the written one.': 'Id bagian yang ditulis.',
  'Id of the published one; empty: it is new.': 'Id bagian yang terbit; kosong: bagian itu baru.',
}
