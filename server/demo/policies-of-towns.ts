/** Policies of Kabupaten Bungo and Kota Dumai, on what each asks for. Invented, and marked as sample data. */
import { enacted, inForce, type DemoPolicy } from './policy-shape.ts'

export const BUNGO: DemoPolicy = {
  region: 'bungo',
  unit: 'Rawat Jalan Puskesmas Bathin III',
  facts: {
    title: 'Keluhan pelayanan dijawab paling lama tiga hari kerja',
    kind: 'perkada',
    topics: ['service', 'performance', 'discipline'],
    initiator: 'Bagian Organisasi Setda Kabupaten Bungo',
    enactor: 'Bupati Bungo',
    summary:
      'Setiap keluhan dicatat, ditangani menurut pedoman yang sama, dan dijawab paling lama tiga hari kerja. Kebutuhan pegawai kesehatan dan pendidikan dihitung dari jumlah penduduk.',
  },
  stages: [
    { title: 'Menerima', explanation: 'Keluhan dicatat di loket atau lewat ponsel; pelapor mendapat nomor.' },
    {
      title: 'Menangani',
      explanation: 'Petugas mengikuti pedoman; yang tidak bisa diputuskan di tempat naik ke atasannya hari itu juga.',
      watchedBy: 'Ombudsman Perwakilan Jambi',
    },
    { title: 'Menjawab', explanation: 'Jawaban disertai alasan. Bila anggaran menjadi kendala, itu dikatakan.' },
  ],
  questions: [
    {
      audience: 'residents',
      question: 'Bagaimana bila lewat tiga hari?',
      answer: 'Keluhan Anda tampil sebagai terlambat, dan atasan petugas mendapat kabar.',
    },
    {
      audience: 'civil-servants',
      question: 'Apakah saya dihukum bila terlambat?',
      answer: 'Yang dilihat lebih dulu adalah sebabnya: beban kerja, pedoman, atau pelatihan.',
    },
  ],
  from: 310,
  events: [{ kind: 'drafting', back: 290 }, enacted(262, 'Nomor 8 Tahun 2026'), inForce(255)],
  promises: [
    {
      what: 'Memasang nomor antrean di Puskesmas Bathin III',
      why: 'Warga menunggu tanpa tahu gilirannya; nilai waktu pelayanannya turun.',
      owner: 'Dinas Kesehatan Kabupaten Bungo',
      unit: 'Rawat Jalan Puskesmas Bathin III',
      back: 150,
      due: -23,
      steps: [{ step: 'running', back: 120 }],
    },
    {
      what: 'Menambah dua tenaga kesehatan di Puskesmas Rantau Pandan',
      why: 'Jumlah penduduk naik, jumlah perawat tetap.',
      owner: 'Dinas Kesehatan Kabupaten Bungo',
      budget: 'APBD Kabupaten Bungo; belum cukup tahun ini',
      unit: 'Rawat Jalan Puskesmas Rantau Pandan',
      back: 140,
      due: 40,
      steps: [
        {
          step: 'deferred',
          back: 20,
          reason: 'Anggaran belanja pegawai tahun ini sudah habis. Diusulkan lagi untuk tahun depan.',
          reasonCode: 'budget',
        },
      ],
    },
  ],
}

export const DUMAI: DemoPolicy = {
  region: 'dumai',
  unit: 'Loket Disdukcapil Kota Dumai',
  facts: {
    title: 'Seleksi pegawai terbuka dengan pengawas dari luar dan penilaian 360 derajat',
    kind: 'perkada',
    topics: ['recruitment', 'merit', 'career', 'welfare'],
    initiator: 'BKPSDM Kota Dumai',
    enactor: 'Wali Kota Dumai',
    summary:
      'Lowongan dan hasil seleksi diumumkan lewat internet, pengawasnya dari luar pemerintah kota, dan pegawai dinilai oleh atasan, rekan, dan bawahannya. Pegawai senior membimbing yang baru; kesehatan, juga kesehatan jiwa, diperhatikan.',
  },
  stages: [
    { title: 'Pengumuman', explanation: 'Lowongan, syarat, dan jadwal diumumkan paling sedikit dua pekan sebelumnya.' },
    {
      title: 'Tes',
      explanation: 'Tes dikerjakan dengan komputer; nilainya tampil begitu selesai.',
      watchedBy: 'Universitas Riau',
    },
    {
      title: 'Wawancara',
      explanation: 'Tiga pewawancara, satu di antaranya dari luar. Pertanyaannya sama untuk semua.',
      watchedBy: 'Ombudsman Perwakilan Riau',
    },
    {
      title: 'Hasil',
      explanation: 'Nilai tiap tahap dan alasannya bisa dilihat peserta, dan daftar yang lulus oleh umum.',
    },
  ],
  questions: [
    {
      audience: 'residents',
      question: 'Apakah mendaftar berbayar?',
      answer: 'Tidak. Siapa pun yang meminta uang bisa dilaporkan.',
    },
    {
      audience: 'civil-servants',
      question: 'Siapa yang menilai saya?',
      answer: 'Atasan, rekan, dan bawahan, dengan pertanyaan yang sama. Nama penilai tidak dibuka.',
    },
  ],
  from: 320,
  events: [
    { kind: 'drafting', back: 300 },
    { kind: 'consultation', back: 275 },
    enacted(235, 'Nomor 5 Tahun 2026'),
    inForce(225),
  ],
  promises: [
    {
      what: 'Mengumumkan jadwal dan hasil tiap tahap seleksi di laman kota',
      why: 'Warga meminta seleksi bisa diikuti dari luar.',
      owner: 'BKPSDM Kota Dumai',
      back: 220,
      due: -100,
      steps: [
        { step: 'running', back: 200 },
        {
          step: 'done',
          back: 110,
          evidenceText: 'Jadwal dan hasil empat tahap seleksi sudah tampil, dan berita acaranya terlampir.',
          evidenceUrl: '/kebijakan?region=dumai',
          file: {
            name: 'berita-acara-seleksi.txt',
            text: 'Data contoh. Berita acara: hasil empat tahap seleksi diumumkan lengkap pada laman kota.',
          },
        },
      ],
    },
  ],
  evaluation: {
    opened: 50,
    closed: 35,
    since: 225,
    verdict: 'improved',
    finding:
      'Kepuasan di loket yang petugasnya lulus seleksi terbuka naik. Tidak ada keberatan peserta yang dibenarkan pengawas.',
    evidenceUrl: '/survei?region=dumai',
  },
}
