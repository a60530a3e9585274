/**
 * The rules of order that every region may begin with. Quorum and voting are local law (Permendesa PDTT 16/2019 article 31):
 * the ladders here follow custom, and a region sets its own.
 */
export const FIRST_RULES = [
  {
    id: 'musyawarah-desa',
    name: 'Musyawarah desa',
    basis: null,
    entitled: ['participant'],
    ladder: [
      { wait: null, share: [2, 3] },
      { wait: { unit: 'hours', most: 2 }, share: [1, 2] },
      { wait: { unit: 'days', most: 7 }, share: null },
    ],
    majority: 'half-plus-one',
    correctionDays: 3,
    signers: ['Ketua BPD', 'Kepala Desa', 'Wakil masyarakat'],
  },
  {
    id: 'musrenbang',
    name: 'Musrenbang',
    basis: null,
    entitled: ['participant', 'invited'],
    ladder: [
      { wait: null, share: [1, 2] },
      { wait: { unit: 'hours', most: 1 }, share: null },
    ],
    majority: 'half-plus-one',
    correctionDays: 3,
    signers: ['Pimpinan musyawarah', 'Wakil peserta'],
  },
  {
    id: 'forum-konsultasi-publik',
    name: 'Forum konsultasi publik',
    basis: 'PermenPANRB 16/2017',
    entitled: ['participant', 'invited'],
    ladder: [
      { wait: null, share: [1, 2] },
      { wait: { unit: 'hours', most: 1 }, share: null },
    ],
    majority: 'half-plus-one',
    correctionDays: 5,
    signers: ['Penyelenggara layanan', 'Wakil pengguna layanan', 'Wakil organisasi masyarakat'],
  },
] as const
