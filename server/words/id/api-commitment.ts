/** What the API says of commitments in English, in Indonesian: "this isn't done", follow-up plans. */
export const commitmentRemarks: Record<string, string> = {
  'A line each.': 'Satu baris satu langkah.',
  'In words, where it is known.': 'Dengan kata-kata, bila sudah diketahui.',
  'Who said that it isn’t done and waits for an answer.': 'Warga yang mengatakan belum selesai dan menunggu jawaban.',
  'Null unless `state` is `shown`.': 'Null kecuali `state` bernilai `shown`.',
  'Whether the owner must still answer.': 'Apakah penanggung jawabnya masih harus menjawab.',
  '“This isn’t done”, and what the owner answered.': '“Ini belum selesai”, dan jawaban penanggung jawabnya.',
  '`again`: the work is taken up again, for that reason.': '`again`: pekerjaannya dimulai lagi, dengan alasan itu.',
  'Only of one that is `done`, else 409. Stored once under its key: the same key and reason always get 201 and the same receipt; another reason under the key gets 422 `other-body`. Public, and the owner must answer. Never send a name, a NIK or a phone number.':
    'Hanya atas janji yang `done`, selain itu 409. Tersimpan sekali per kunci: kunci dan alasan yang sama selalu dijawab 201 dengan tanda terima yang sama; alasan lain di bawah kunci itu dijawab 422 `other-body`. Terbuka untuk umum, dan penanggung jawabnya wajib menjawab. Jangan kirim nama, NIK, atau nomor telepon.',
  'Once, and public. `again` takes the work up again, for that reason.':
    'Sekali, dan terbuka untuk umum. `again` memulai lagi pekerjaannya, dengan alasan itu.',
  'Why it is too early.': 'Mengapa masih terlalu dini.',
  'Index points, after − before.': 'Poin indeks, sesudah − sebelum.',
  'A fall that is more than chance makes.': 'Turun lebih besar daripada yang bisa terjadi karena kebetulan.',
  'Measured in the first published period of the same unit and service that began after it was done.':
    'Diukur pada periode terbit pertama dari unit dan layanan yang sama, yang dimulai sesudah kegiatannya selesai.',
  'The survey’s `slug`.': '`slug` surveinya.',
  'The lowest first; empty where hidden.': 'Yang terendah dulu; kosong bila tidak boleh ditampilkan.',
  'Rencana tindak lanjut: rows by priority, the lowest element first.':
    'Rencana tindak lanjut: barisnya menurut prioritas, unsur terendah dulu.',
  '`quarter`: its last day is promised.': '`quarter`: hari terakhirnya menjadi tenggat.',
  'The plan; without rows while there is none.': 'Rencananya; tanpa baris selama belum ada.',
  'The plan as it stands now.': 'Rencananya seperti sekarang.',
  'Each row becomes a commitment of the survey’s unit, public at once. Only of a published result that stands.':
    'Tiap baris menjadi janji unit itu, langsung terbuka untuk umum. Hanya atas hasil terbit yang berlaku.',
  'The dispute’s `number`.': '`number` kata warga itu.',
}
