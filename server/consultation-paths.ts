/** Addresses of the pages of consultations: part of PAGES, which says what each holds. */
export const CONSULTATION_PAGES = {
  consultations: {
    folder: '/consultation',
    id: '/konsultasi',
    en: '/consultations',
    query: ['state', 'region', 'cursor'],
  },
  consultation: { folder: '/consultation/[slug]', id: '/konsultasi/[slug]', en: '/consultations/[slug]' },
  /** Behind a key, while it is in preparation. */
  consultationPreview: {
    folder: '/consultation/[slug]/preview/[key]',
    id: '/konsultasi/[slug]/pratinjau/[key]',
    en: '/consultations/[slug]/preview/[key]',
  },
  compare: {
    folder: '/consultation/[slug]/compare',
    id: '/konsultasi/[slug]/perubahan',
    en: '/consultations/[slug]/changes',
    query: ['from', 'to'],
  },
  need: {
    folder: '/consultation/[slug]/need/[need]',
    id: '/konsultasi/[slug]/kebutuhan/[need]',
    en: '/consultations/[slug]/needs/[need]',
    query: ['cursor'],
  },
  /** A file, no page. */
  consultationFile: {
    folder: '/consultation/[slug]/file/[file]',
    id: '/konsultasi/[slug]/dokumen/[file]',
    en: '/consultations/[slug]/documents/[file]',
  },
  /** One passage of a draft: what it says, what was written about it, and the form. */
  block: {
    folder: '/consultation/[slug]/block/[block]',
    id: '/konsultasi/[slug]/bagian/[block]',
    en: '/consultations/[slug]/passage/[block]',
    query: ['cursor', 'support'],
  },
  /** All inputs of a consultation, searched and sorted, and the form for the whole of it. */
  inputs: {
    folder: '/consultation/[slug]/inputs',
    id: '/konsultasi/[slug]/masukan',
    en: '/consultations/[slug]/inputs',
    query: ['cursor', 'list', 'q', 'support'],
  },
  /** A file, no page. */
  inputFile: {
    folder: '/consultation/[slug]/inputs/[number]/file',
    id: '/konsultasi/[slug]/masukan/[number]/berkas',
    en: '/consultations/[slug]/inputs/[number]/file',
  },
  newOrganisation: {
    folder: '/consultation/[slug]/organisation',
    id: '/konsultasi/[slug]/lembaga',
    en: '/consultations/[slug]/organisation',
  },
  organisation: {
    folder: '/consultation/[slug]/organisation/[code]',
    id: '/konsultasi/[slug]/lembaga/[code]',
    en: '/consultations/[slug]/organisation/[code]',
  },
  enterInputs: {
    folder: '/consultation/manage/[slug]/desk',
    id: '/konsultasi/kelola/[slug]/meja',
    en: '/consultations/manage/[slug]/desk',
  },
  manageConsultations: { folder: '/consultation/manage', id: '/konsultasi/kelola', en: '/consultations/manage' },
  newConsultation: {
    folder: '/consultation/manage/new',
    id: '/konsultasi/kelola/baru',
    en: '/consultations/manage/new',
  },
  manageConsultation: {
    folder: '/consultation/manage/[slug]',
    id: '/konsultasi/kelola/[slug]',
    en: '/consultations/manage/[slug]',
  },
  manageDraft: {
    folder: '/consultation/manage/[slug]/draft',
    id: '/konsultasi/kelola/[slug]/naskah',
    en: '/consultations/manage/[slug]/draft',
  },
} as const
