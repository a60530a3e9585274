/** Parts of which the demonstration's inputs are written: what people met, what they ask for, and who they are. */
import type { DemoConsultation } from './consultations.ts'

/** What an input is about, by consultation. */
export const POINTS: Partial<Record<DemoConsultation['key'], string[]>> = {
  bungo: [
    'Aduan saya soal surat pindah baru dijawab setelah tiga minggu',
    'Nomor aduan perlu diberikan saat itu juga, di loket maupun lewat telepon',
    'Petugas loket di Jujuhan tidak tahu aduan harus diteruskan ke mana',
    'Batas lima hari kerja terlalu lama untuk aduan soal air bersih',
    'Nama pelapor jangan sampai diketahui pegawai yang diadukan',
    'Jawaban aduan sering hanya kata maaf tanpa penjelasan',
    'Anggaran untuk petugas pengaduan di kecamatan belum pernah diumumkan',
    'Warga yang tidak bisa menulis perlu dibantu mengisi aduan',
    'Aduan yang sama dari banyak warga sebaiknya dijawab bersama dan diumumkan',
    'Di Pelepat Ilir sinyal lemah, jadi aduan lewat kertas tetap harus diterima',
    'Camat perlu melihat sendiri aduan yang lewat batas waktu',
    'Hasil penanganan aduan setiap bulan perlu ditempel di papan kantor',
  ],
  amplas: [
    'Kebijakan kepegawaian sebaiknya diumumkan sebelum ditetapkan',
    'Penilaian enam bulan perlu memakai pendapat warga yang dilayani',
    'Pegawai lapangan jarang diajak bicara ketika aturan disusun',
    'Tes dan wawancara perlu dijelaskan dengan bahasa sehari-hari',
    'Pelatihan yang tidak memperbaiki pelayanan jangan diulang begitu saja',
    'Pertemuan warga sebaiknya malam hari supaya pekerja bisa hadir',
  ],
  belawan: [
    'Nilai survei warga seharusnya ikut menentukan tunjangan petugas loket',
    'Jangan sampai petugas meminta warga memberi nilai bagus',
    'Responden survei terlalu sedikit untuk menilai satu orang pegawai',
    'Pengangkatan pejabat perlu diumumkan alasannya',
    'Pelatihan selalu diikuti orang yang itu-itu saja',
    'Nelayan yang melaut tidak sempat mengisi survei pada jam kerja',
    'Kemajuan perbaikan loket perlu terlihat di satu papan atau situs',
  ],
  kemuning: [
    'Pegawai desa perlu belajar memakai komputer untuk surat-menyurat',
    'Cara berbicara petugas kepada orang tua perlu diperbaiki',
    'Nilai kinerja pegawai tidak pernah kami lihat',
    'Pelatihan sebaiknya di balai desa, bukan di kota',
    'Warga Selensen siap menjadi peserta uji coba pelayanan baru',
  ],
  dumai: [
    'Pengumuman seleksi perlu ada di situs dan di kantor kelurahan',
    'Pengawas mandiri jangan dipilih oleh panitia sendiri',
    'Masa sanggah tiga hari terlalu pendek bagi pelamar dari pulau',
    'Nilai setiap tahap perlu diumumkan dengan nomor peserta',
    'Pelamar difabel perlu waktu tambahan dan ruang yang bisa dijangkau',
    'Biaya ujian dan perjalanan memberatkan pelamar dari Sungai Sembilan',
    'Tes dengan komputer perlu contoh soal supaya adil',
  ],
}

export const CIRCUMSTANCES = [
  'Saya mengalaminya bulan lalu',
  'Begitu juga cerita tetangga kami',
  'Di lingkungan kami ini sudah lama dibicarakan',
  'Saya bekerja shift, jadi ini penting bagi saya',
  'Ibu saya sudah lanjut usia dan sering kesulitan',
  'Sebagai pedagang kecil saya sering berurusan dengan loket',
  'Anak muda di sini siap membantu bila diminta',
  'Ini pernah disampaikan dalam musyawarah RW',
  'Saya pegawai dan melihatnya dari dalam',
  'Kantor sebelah sudah melakukannya dan berjalan baik',
  'Tahun lalu sudah dijanjikan tetapi belum terjadi',
]

export const WISHES = [
  'Mohon ditulis jelas dalam aturannya.',
  'Sebaiknya ada batas waktu dan nama yang bertanggung jawab.',
  'Tolong hasilnya diumumkan setiap tiga bulan.',
  'Kalau anggaran belum ada, katakan terus terang.',
  'Cukup satu halaman petunjuk dengan gambar.',
  'Petugasnya dilatih dulu, baru aturannya berlaku.',
  'Jangan sampai menambah syarat bagi warga.',
  'Uji coba dulu di satu kantor, lalu dinilai bersama.',
  'Libatkan ketua RT dan kader dalam pelaksanaannya.',
  'Sediakan juga jalan bagi yang tidak punya ponsel.',
]

/** A letter that was handed around, and how its copies differ. */
export const LETTER =
  'Kami warga yang bergantung pada pelayanan kecamatan meminta agar setiap pengaduan diberi nomor, dijawab paling lama tiga hari kerja, dan jawabannya memuat alasan serta nama bagian yang bertanggung jawab, sehingga warga tidak perlu datang berulang kali.'
export const GREETINGS = [
  '',
  'Kepada Yth. Bupati Bungo.',
  'Assalamualaikum.',
  'Salam hormat.',
  'Yth. panitia konsultasi,',
]
export const ENDINGS = [
  '',
  'Terima kasih.',
  'Demikian permintaan kami.',
  'Hormat kami, warga Tanah Tumbuh.',
  'Mohon perhatian.',
]

/** What looks like advertising waits for a person. */
export const ADVERTISEMENTS = [
  'Pinjaman cepat tanpa syarat https://pinjam.example https://dana.example https://cair.example',
  'Jasa urus surat kilat, lihat https://kilat.example https://jasa.example https://murah.example',
]
