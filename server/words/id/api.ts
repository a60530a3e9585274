/** What the API says when it can't do what was asked. */
import type { ProblemCode } from '#server/problem.ts'

export interface ApiWords {
  problems: Record<ProblemCode, { title: string; detail: string }>
  /** What is wrong with a field, by issue code; `wrong` where no other code fits. */
  issues: Record<string, string>
}

export const api: ApiWords = {
  problems: {
    'not-found': {
      title: 'Tidak ditemukan',
      detail: 'Tidak ada apa pun di alamat ini. Daftar semua alamat ada di /api/v1/openapi.json.',
    },
    'method-not-allowed': {
      title: 'Metode tidak berlaku di sini',
      detail: 'Alamat ini ada, tetapi bukan untuk metode itu. Metode yang berlaku ada di kepala jawaban Allow.',
    },
    'bad-query': {
      title: 'Penyaring atau penunjuk halaman keliru',
      detail: 'Alamatnya benar, tetapi bagian sesudah tanda tanya keliru. Lihat daftar kesalahannya.',
    },
    'malformed-json': { title: 'Bukan JSON yang utuh', detail: 'Isi kiriman tidak dapat dibaca sebagai JSON.' },
    'bad-key': {
      title: 'Kunci kiriman keliru',
      detail:
        'Sertakan kepala Idempotency-Key: 22 sampai 200 huruf, angka atau tanda baca ASCII, tanpa spasi, yang dibuat acak (sedikitnya 128 bit).',
    },
    'unsupported-media-type': {
      title: 'Jenis isi tidak diterima',
      detail: 'Kirim isi sebagai application/json.',
    },
    'too-large': {
      title: 'Kiriman terlalu besar',
      detail:
        'Isi kiriman paling banyak 1 MB; yang membawa berkas, satu berkas 10 MB, dengan panjangnya di Content-Length.',
    },
    'too-many-requests': {
      title: 'Terlalu sering',
      detail: 'Tunggu dulu, lalu coba lagi. Lamanya ada di kepala jawaban Retry-After, dalam detik.',
    },
    invalid: { title: 'Isian belum benar', detail: 'Ada isian yang perlu dibetulkan. Tidak ada yang disimpan.' },
    'other-body': {
      title: 'Kiriman pertama sudah diterima',
      detail: 'Kunci ini sudah dipakai untuk kiriman lain. Yang pertama tetap berlaku.',
    },
    'not-open': {
      title: 'Belum dibuka',
      detail:
        'Survei atau konsultasi ini belum menerima kiriman; tidak ada yang disimpan. Tanggalnya ada di keterangannya.',
    },
    closed: {
      title: 'Sudah ditutup',
      detail:
        'Survei atau konsultasi ini tidak menerima kiriman lagi; tidak ada yang disimpan. Kapan ditutup dan apa yang menyusul ada di keterangannya.',
    },
    'not-signed-in': {
      title: 'Perlu token',
      detail:
        'Alamat ini untuk petugas. Buat token di halaman akun, lalu sertakan di kepala Authorization: Bearer TOKEN.',
    },
    'bad-token': {
      title: 'Token tidak berlaku',
      detail: 'Token ini salah tulis, sudah dicabut, sudah lewat waktunya, atau akunnya dinonaktifkan.',
    },
    forbidden: { title: 'Bukan wewenang Anda', detail: 'Anda tidak punya peran untuk hal ini.' },
    conflict: { title: 'Sudah berubah', detail: 'Data ini sudah diubah orang lain. Ambil lagi, lalu coba lagi.' },
    unavailable: { title: 'Sedang sibuk', detail: 'Coba lagi sebentar. Yang sudah terkirim tetap aman.' },
    broken: {
      title: 'Ada yang rusak di pihak kami',
      detail: 'Bukan karena Anda. Yang sudah terkirim tetap aman. Sebutkan requestId bila melapor.',
    },
  },
  issues: {
    required: 'Wajib diisi.',
    score: 'Isi dengan angka 1, 2, 3 atau 4, atau null bila tidak dijawab.',
    'all-blank': 'Jawab sedikitnya satu unsur.',
    text: 'Isi dengan teks.',
    'too-long': 'Terlalu panjang.',
    choose: 'Bukan salah satu pilihan yang ada.',
    'unknown-field': 'Isian ini tidak dikenal.',
    cursor: 'Penunjuk halaman ini tidak dikenal. Pakai nilai next dari halaman sebelumnya.',
    limit: 'Isi dengan bilangan bulat dari 1 sampai 100.',
    date: 'Isi dengan tanggal seperti 2026-07-01.',
    once: 'Cukup satu kali.',
    'not-open': 'Survei ini masih rancangan.',
    'already-open': 'Survei ini sudah dibuka.',
    'not-closed': 'Survei ini belum lewat hari terakhirnya.',
    'handed-in': 'Hasil survei ini sudah diserahkan.',
    'not-handed-in': 'Hasil survei ini belum diserahkan.',
    published: 'Hasil survei ini sudah terbit.',
    'not-published': 'Hasil survei ini belum terbit, atau sudah dicabut.',
    'own-work': 'Yang menyusun atau menyerahkan hasil tidak boleh mengesahkannya.',
    swept: 'Impor ini terputus terlalu lama. Kirim sekali lagi.',
    'policy-event': 'Perubahan ini tidak bisa terjadi dari keadaannya sekarang. Ambil dulu keadaan yang terbaru.',
    'policy-evaluation':
      'Evaluasinya belum dimulai, sudah dimulai, atau belum bisa dimulai. Ambil dulu keadaan yang terbaru.',
    changed: 'Bagian ini berbunyi lain sejak dibaca. Ambil versi terbaru.',
    vanished: 'Bagian ini tidak ada lagi dalam naskah terbaru. Kirim dengan `tray`, atau batalkan.',
    'commitment-step': 'Langkah ini tidak cocok lagi dengan keadaannya sekarang. Ambil dulu keadaan yang terbaru.',
    'no-elements': 'Hasil surveinya belum terbit, sudah dicabut, atau nilai unsurnya tidak boleh ditampilkan.',
    'dispute-answered': 'Ini sudah dijawab.',
    'not-done': 'Janji ini tidak dinyatakan selesai, jadi belum ada yang bisa disanggah.',
    meanwhile: 'Orang lain sudah menyimpan perubahan. Ambil versi yang sekarang, lalu coba lagi.',
    'open-below': 'Masih ada yang berjalan di bawahnya. Tutup itu dulu.',
    'parent-closed': 'Yang di atasnya sudah ditutup.',
    'code-double': 'Kode ini sudah dipakai di wilayah ini.',
    'code-signs': 'Pakai huruf, angka, titik, garis miring atau tanda hubung; paling panjang 30.',
    'wrong-lines': 'Ada baris yang keliru; pratinjaunya menyebut yang mana.',
    'nothing-to-do': 'Daftar ini sama dengan yang tersimpan.',
    'list-moved': 'Daftarnya berubah sejak pratinjau. Lihat lagi pratinjaunya.',
    'built-on': 'Sudah ada yang bertumpu padanya; daftar impor menyebut apa.',
    base64: 'Kirim isinya sebagai base64, dilengkapi = sampai kelipatan empat tanda.',
    'too-many': 'Terlalu banyak sekaligus; keterangannya menyebut berapa.',
    'inputs-or-bundle': 'Sebut masukan atau kelompok, jangan keduanya.',
    'sheet-unreadable': 'Tidak terbaca sebagai lembar kerja. Simpan lagi sebagai .xlsx.',
    'sheet-columns': 'Kolom nomor, hasil, dan alasan tidak ada. Mulailah dari lembar yang diberikan API ini.',
    'sheet-too-many': 'Paling banyak 5.000 baris.',
    'sheet-moved': 'Beberapa jawaban berubah sejak pratinjau. Lihat lagi pratinjaunya.',
    'consultation-announced': 'Konsultasi ini sudah diumumkan.',
    'consultation-in-preparation': 'Konsultasi ini belum diumumkan.',
    'consultation-closed': 'Konsultasi ini sudah ditutup.',
    'consultation-takes-inputs': 'Konsultasi ini masih menerima masukan; sesudah itu baru bisa ditutup.',
    'no-draft': 'Tidak ada naskah yang sedang ditulis. Tulis dulu naskahnya.',
    'no-objection': 'Tidak ada keberatan yang menunggu tanggapan.',
    'bundle-merged': 'Kelompok ini sudah digabungkan ke kelompok lain. Ambil lagi daftar kelompoknya.',
    'bundle-empty': 'Kelompok ini kosong.',
    'meeting-announced': 'Musyawarah ini sudah diumumkan.',
    'meeting-in-preparation': 'Musyawarah ini belum diumumkan.',
    'meeting-cancelled': 'Musyawarah ini dibatalkan.',
    'meeting-postponed': 'Musyawarah ini sedang ditunda menurut tangga kuorumnya.',
    'meeting-opened': 'Musyawarah ini sudah dibuka.',
    'meeting-not-open': 'Musyawarah ini belum dibuka.',
    'meeting-closed': 'Musyawarah ini sudah ditutup.',
    'meeting-not-closed': 'Musyawarah ini belum ditutup.',
    'meeting-minutes-sent': 'Rancangan notulen musyawarah ini sudah dibagikan.',
    'meeting-correction-settled': 'Usul perbaikan ini sudah ditanggapi.',
    'meeting-not-signed': 'Berita acara musyawarah ini belum ditandatangani.',
    'meeting-signed': 'Berita acara musyawarah ini sudah ditandatangani.',
    wrong: 'Belum benar. Periksa lagi isinya.',
  },
}
