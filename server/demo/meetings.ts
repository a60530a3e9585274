/** Meetings of the demonstration: invented people and words in real places. */
import { FORUM_COURSE } from './meeting-course.ts'
import { people } from './meeting-people.ts'
import type { DemoMeeting } from './meeting-shape.ts'
import { DUMAI_FORUM, OTHER_FORUMS } from './meetings-of-towns.ts'
import { VILLAGE_COURSE } from './village-course.ts'

export const MEETINGS: DemoMeeting[] = [
  {
    region: 'kemuning',
    unit: 'Loket Pelayanan Kecamatan Kemuning',
    plan: {
      kind: 'public-forum',
      title: 'Pelatihan bagi ASN Kecamatan Kemuning',
      basis:
        'Warga menilai petugas perlu dilatih memakai teknologi informasi, berbicara dengan warga, dan etika pelayanan. Forum ini menyepakati pelatihan apa yang didahulukan (PermenPANRB 16/2017).',
      convener: 'Camat Kemuning',
      venue: 'Balai Desa Kemuning Tua, Jalan Lintas Timur',
      directions: 'Di seberang masjid raya, 200 meter dari simpang Selensen.',
      chair: 'Camat Kemuning',
      minuteTaker: 'Sekretaris Kecamatan Kemuning',
      resourcePersons: ['Kepala BKPSDM Kabupaten Indragiri Hilir'],
      agenda: ['Pembukaan dan tata tertib', 'Hasil survei kepuasan', 'Usulan pelatihan', 'Penetapan', 'Penutup'],
      letterNumber: '005/214/KEC-KMN',
      letterNature: 'Biasa',
      letterCopies: ['Bupati Indragiri Hilir', 'Kepala BKPSDM'],
      rules: 'forum-konsultasi-publik',
    },
    announced: -34,
    held: -20,
    course: FORUM_COURSE,
    invited: [
      {
        group: 'residents',
        standing: 'participant',
        people: people(30, (n) => `warga RT ${String(n).padStart(2, '0')}`),
      },
      { group: 'service-users', standing: 'participant', people: people(14, (n) => `pemohon KTP-el nomor ${n}`) },
      { group: 'civil-servants', standing: 'participant', people: people(10, (n) => `staf kecamatan ${n}`) },
      { group: 'civil-society', standing: 'participant', people: people(6, (n) => `pengurus PKK desa ${n}`) },
      { group: 'experts', standing: 'invited', people: people(4, (n) => `pengajar ${n}, Universitas Islam Indragiri`) },
      { group: 'media', standing: 'observer', people: people(2, (n) => `wartawan ${n}`) },
    ],
  },
  {
    region: 'kemuning',
    unit: 'Balai Desa Kemuning Tua',
    plan: {
      kind: 'village',
      title: 'Rencana kerja Desa Kemuning Tua tahun depan',
      basis: 'BPD memusyawarahkan rencana kerja desa setiap tahun bersama pemerintah desa dan unsur masyarakat.',
      convener: 'BPD Kemuning Tua',
      venue: 'Balai Desa Kemuning Tua',
      chair: 'Ketua BPD Kemuning Tua',
      minuteTaker: 'Sekretaris Desa Kemuning Tua',
      agenda: ['Pembukaan', 'Evaluasi kegiatan tahun ini', 'Usulan kegiatan', 'Penetapan prioritas'],
      letterNumber: '11/BPD-KT',
      rules: 'musyawarah-desa',
    },
    announced: -40,
    held: -26,
    course: VILLAGE_COURSE,
    invited: [
      {
        group: 'residents',
        standing: 'participant',
        people: people(24, (n) => `wakil RT ${String(n).padStart(2, '0')}`),
      },
      { group: 'civil-society', standing: 'participant', people: people(9, (n) => `kelompok tani ${n}`) },
      { group: 'civil-servants', standing: 'observer', people: people(3, (n) => `staf desa ${n}`) },
    ],
  },
  {
    region: 'belawan',
    unit: 'Loket Kelurahan Belawan Bahari',
    plan: {
      kind: 'ward',
      title: 'Masukan warga atas pelayanan Kelurahan Belawan Bahari',
      basis: 'Kelurahan meminta masukan warga atas pelayanan dan kinerja petugas, sekali setahun.',
      convener: 'Lurah Belawan Bahari',
      venue: 'Aula Kelurahan Belawan Bahari',
      chair: 'Lurah Belawan Bahari',
      minuteTaker: 'Sekretaris Lurah Belawan Bahari',
      agenda: ['Pembukaan', 'Masukan warga', 'Kesepakatan'],
      rules: 'musyawarah-desa',
    },
    announced: -12,
    held: -2,
    course: 'postponed',
    invited: [
      { group: 'residents', standing: 'participant', people: people(12, (n) => `nelayan lingkungan ${n}`) },
      { group: 'service-users', standing: 'participant', people: people(6, (n) => `pemohon surat ${n}`) },
    ],
  },
  ...OTHER_FORUMS,
  DUMAI_FORUM,
]
