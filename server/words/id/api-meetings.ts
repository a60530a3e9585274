/** What the API's addresses of planning meetings are called in Indonesian, and its remarks on them. */
export const planningOperations: Record<string, string> = {
  'POST /musyawarah': 'Merencanakan musyawarah',
  'PUT /musyawarah/{slug}': 'Mengubah musyawarah yang masih disiapkan',
  'GET /musyawarah/{slug}/work': 'Musyawarah seperti dilihat petugasnya',
  'POST /musyawarah/{slug}/announce': 'Mengumumkan musyawarah',
  'PUT /musyawarah/{slug}/start': 'Memindahkan waktu musyawarah yang sudah diumumkan',
  'POST /musyawarah/{slug}/cancel': 'Membatalkan musyawarah',
  'GET /musyawarah/{slug}/invitees': 'Daftar undangan dengan nama',
  'POST /musyawarah/{slug}/invitees': 'Mengundang orang',
  'DELETE /musyawarah/{slug}/invitees/{id}': 'Mengeluarkan orang dari daftar undangan',
  'POST /musyawarah/{slug}/invitees/mail': 'Mengirim undangan lewat surel',
  'POST /musyawarah/{slug}/invitees/sent': 'Mencatat undangan yang dibagikan sendiri',
  'GET /musyawarah/{slug}/invitations.pdf': 'Semua undangan sebagai PDF',
  'POST /musyawarah/{slug}/materials': 'Menambah bahan musyawarah',
  'DELETE /musyawarah/{slug}/materials/{id}': 'Mengeluarkan bahan musyawarah',
  'GET /musyawarah/{slug}/packet.pdf': 'Paket kertas musyawarah sebagai PDF',
}

export const planningRemarks: Record<string, string> = {
  'It stays in preparation, seen by its staff alone, until it is announced.':
    'Tetap dalam persiapan, hanya terlihat petugasnya, sampai diumumkan.',
  'The meeting as it is now.': 'Musyawarahnya seperti keadaannya sekarang.',
  'Also one in preparation.': 'Juga yang masih disiapkan.',
  'In everything. Once it is announced: 409.': 'Dalam segala hal. Setelah diumumkan: 409.',
  'Public from then on. Somebody must be invited where the quorum counts a share of them.':
    'Terlihat umum sejak saat itu. Harus ada yang diundang bila kuorumnya bagian dari undangan.',
  'In the open: the old time and the reason stay to be seen. One that was put off is not moved.':
    'Terbuka: waktu lama dan alasannya tetap terlihat. Yang ditunda tidak dipindahkan.',
  'For good, with a reason that everyone can read.': 'Untuk selamanya, dengan alasan yang bisa dibaca siapa pun.',
  'For its officers alone; with how each was told, what they replied, and whether the list is balanced.':
    'Hanya untuk petugasnya; beserta cara tiap orang diberi tahu, jawabannya, dan keseimbangan daftarnya.',
  'The list.': 'Daftarnya.',
  'Names that are on the list already are passed over. Once the meeting was opened: 409.':
    'Nama yang sudah ada dilewati. Setelah musyawarah dibuka: 409.',
  'How many were added, and how many were on the list already.':
    'Berapa yang ditambahkan, dan berapa yang sudah ada dalam daftar.',
  'Added.': 'Ditambahkan.',
  'Documents to read before it.': 'Dokumen untuk dibaca sebelumnya.',
  'Put themselves on the list.': 'Mendaftar sendiri.',
  'Until when anybody may register; null where nobody may.':
    'Sampai kapan siapa pun boleh mendaftar; null bila tidak dibuka.',
  'Taken off.': 'Dikeluarkan.',
  'The invitee’s `id`.': '`id` undangannya.',
  'To everyone who has an address and was sent none for this day and time.':
    'Kepada semua yang punya alamat dan belum dikirimi untuk hari dan waktu ini.',
  'How many go out.': 'Berapa yang dikirim.',
  'Noted.': 'Dicatat.',
  'A letter on each page.': 'Satu surat setiap halaman.',
  'Invitations, attendance list, proposal sheets, minutes, tally and a blank record.':
    'Undangan, daftar hadir, lembar usulan, notulen, hitung suara, dan berita acara kosong.',
  '`place` is `region:<code>`, `institution:<id>` or `unit:<id>`; day and time are of the region’s zone; `rules` is the id of rules of order. Lists are arrays, or a text with an item on each line.':
    '`place` adalah `region:<kode>`, `institution:<id>`, atau `unit:<id>`; hari dan waktu menurut zona wilayah; `rules` adalah id tata tertib. Daftar berupa larik, atau teks dengan satu butir setiap baris.',
  '`list`: one person a line: name; office or address; mail address; L or P. `group`: id of a group.':
    '`list`: satu orang setiap baris: nama; jabatan atau alamat; surel; L atau P. `group`: id kelompok.',
  '`id`: of one invitee; all that had not gone out unless told.':
    '`id`: satu undangan; bila tidak disebut, semua yang belum dikirim.',
  'For one that was held on paper alone: from what.': 'Untuk yang diadakan di atas kertas saja: dari apa.',
  'Id of a stakeholder group.': 'Id kelompok pemangku kepentingan.',
  'Groups that the meeting’s region offers.': 'Kelompok yang ditawarkan wilayah musyawarah.',
  'The groups that the rules of order ask for, by key.': 'Kelompok yang diminta tata tertib, menurut kuncinya.',
}
