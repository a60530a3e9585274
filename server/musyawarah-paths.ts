/** Addresses of the pages of meetings: part of PAGES, which says what each holds. */
export const MUSYAWARAH_PAGES = {
  meetings: {
    folder: '/musyawarah',
    id: '/musyawarah',
    en: '/deliberations',
    query: ['state', 'kind', 'region', 'cursor'],
  },
  /** Where the code of an invitation is typed; and the invitation itself, as its QR code leads to it. */
  answerInvitation: { folder: '/musyawarah/invitation', id: '/musyawarah/undangan', en: '/deliberations/invitation' },
  invitation: {
    folder: '/musyawarah/invitation/[code]',
    id: '/musyawarah/undangan/[code]',
    en: '/deliberations/invitation/[code]',
  },
  /** As `.ics` alone. */
  regionMeetings: {
    folder: '/musyawarah/region/[slug]',
    id: '/wilayah/[slug]/musyawarah',
    en: '/regions/[slug]/deliberations',
  },
  registerForMeeting: {
    folder: '/musyawarah/[slug]/register',
    id: '/musyawarah/[slug]/daftar',
    en: '/deliberations/[slug]/register',
  },
  meetingPoster: {
    folder: '/musyawarah/[slug]/poster',
    id: '/musyawarah/[slug]/poster',
    en: '/deliberations/[slug]/poster',
  },
  /** As `.ics` too. */
  meeting: { folder: '/musyawarah/[slug]', id: '/musyawarah/[slug]', en: '/deliberations/[slug]' },
  /** For the wall of the hall, and for whoever follows from elsewhere. */
  meetingScreen: {
    folder: '/musyawarah/[slug]/screen',
    id: '/musyawarah/[slug]/layar',
    en: '/deliberations/[slug]/screen',
    query: ['still'],
  },
  manageMeetings: { folder: '/musyawarah/manage', id: '/musyawarah/kelola', en: '/deliberations/manage' },
  newMeeting: { folder: '/musyawarah/manage/new', id: '/musyawarah/kelola/baru', en: '/deliberations/manage/new' },
  manageMeeting: {
    folder: '/musyawarah/manage/[slug]',
    id: '/musyawarah/kelola/[slug]',
    en: '/deliberations/manage/[slug]',
  },
  inviteToMeeting: {
    folder: '/musyawarah/manage/[slug]/invitees',
    id: '/musyawarah/kelola/[slug]/undangan',
    en: '/deliberations/manage/[slug]/invitees',
  },
  meetingMaterials: {
    folder: '/musyawarah/manage/[slug]/materials',
    id: '/musyawarah/kelola/[slug]/bahan',
    en: '/deliberations/manage/[slug]/materials',
  },
  /** A file, no page. */
  meetingMaterial: {
    folder: '/musyawarah/[slug]/material/[file]',
    id: '/musyawarah/[slug]/bahan/[file]',
    en: '/deliberations/[slug]/material/[file]',
  },
  /** As `.pdf` alone. */
  meetingPacket: {
    folder: '/musyawarah/manage/[slug]/packet',
    id: '/musyawarah/kelola/[slug]/paket',
    en: '/deliberations/manage/[slug]/packet',
  },
  /** The desk where who comes is recorded. */
  attendMeeting: {
    folder: '/musyawarah/manage/[slug]/attendance',
    id: '/musyawarah/kelola/[slug]/hadir',
    en: '/deliberations/manage/[slug]/attendance',
  },
  /** One device holds the meeting without a line. */
  fieldMeeting: {
    folder: '/musyawarah/manage/[slug]/field',
    id: '/musyawarah/kelola/[slug]/lapangan',
    en: '/deliberations/manage/[slug]/field',
  },
  meetingNames: {
    folder: '/musyawarah/manage/[slug]/names',
    id: '/musyawarah/kelola/[slug]/daftar-hadir',
    en: '/deliberations/manage/[slug]/names',
  },
  /** Where it is opened, minuted, decided and closed. */
  runMeeting: {
    folder: '/musyawarah/manage/[slug]/hall',
    id: '/musyawarah/kelola/[slug]/sidang',
    en: '/deliberations/manage/[slug]/hall',
  },
  meetingMinutes: {
    folder: '/musyawarah/manage/[slug]/minutes',
    id: '/musyawarah/kelola/[slug]/notulen',
    en: '/deliberations/manage/[slug]/minutes',
  },
  /** A photograph or a tally sheet: a file, no page. */
  hallFile: {
    folder: '/musyawarah/manage/[slug]/file/[id]',
    id: '/musyawarah/kelola/[slug]/berkas/[id]',
    en: '/deliberations/manage/[slug]/file/[id]',
  },
  meetingProposals: {
    folder: '/musyawarah/manage/[slug]/proposals',
    id: '/musyawarah/kelola/[slug]/usulan',
    en: '/deliberations/manage/[slug]/proposals',
  },
  /** The official record: a draft, then as it was signed; as `.pdf` and `.docx` too. */
  meetingRecord: {
    folder: '/musyawarah/[slug]/record',
    id: '/musyawarah/[slug]/berita-acara',
    en: '/deliberations/[slug]/record',
  },
  /** Of the same data, in short and in full; each as `.pdf` and `.docx` too. */
  meetingNotes: {
    folder: '/musyawarah/[slug]/minutes',
    id: '/musyawarah/[slug]/notulen',
    en: '/deliberations/[slug]/minutes',
  },
  meetingProceedings: {
    folder: '/musyawarah/[slug]/proceedings',
    id: '/musyawarah/[slug]/risalah',
    en: '/deliberations/[slug]/proceedings',
  },
  /** Whether a file is the one that was signed. */
  checkRecord: {
    folder: '/musyawarah/[slug]/check',
    id: '/musyawarah/[slug]/periksa',
    en: '/deliberations/[slug]/check',
  },
  /** By the code of an invitation. */
  correctMinutes: {
    folder: '/musyawarah/[slug]/correct',
    id: '/musyawarah/[slug]/perbaikan',
    en: '/deliberations/[slug]/correct',
  },
  /** Corrections, dissent and the signed scan; as `.pdf` what is printed to be signed. */
  signMeeting: {
    folder: '/musyawarah/manage/[slug]/sign',
    id: '/musyawarah/kelola/[slug]/pengesahan',
    en: '/deliberations/manage/[slug]/sign',
  },
  /** Addenda to a signed record, and what of it is covered for the public. */
  addToRecord: {
    folder: '/musyawarah/manage/[slug]/addenda',
    id: '/musyawarah/kelola/[slug]/adendum',
    en: '/deliberations/manage/[slug]/addenda',
  },
  /** Whom it sends on, until its draft minutes go out. */
  meetingDelegates: {
    folder: '/musyawarah/manage/[slug]/delegates',
    id: '/musyawarah/kelola/[slug]/utusan',
    en: '/deliberations/manage/[slug]/delegates',
  },
  /** What its decisions promise, as commitments. */
  promiseFromMeeting: {
    folder: '/musyawarah/manage/[slug]/promises',
    id: '/musyawarah/kelola/[slug]/janji',
    en: '/deliberations/manage/[slug]/promises',
  },
  /** One that was held on paper alone: what it is entered from, and the scans of it. */
  paperMeeting: {
    folder: '/musyawarah/manage/[slug]/paper',
    id: '/musyawarah/kelola/[slug]/kertas',
    en: '/deliberations/manage/[slug]/paper',
  },
  /** A file, no page: `part` 0 is the record, from 1 an addendum. */
  signedRecord: {
    folder: '/musyawarah/manage/[slug]/signed',
    id: '/musyawarah/kelola/[slug]/naskah',
    en: '/deliberations/manage/[slug]/signed',
  },
} as const
