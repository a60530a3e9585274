/** Addresses of the pages of what was promised: part of PAGES, which says what each holds. */
export const COMMITMENT_PAGES = {
  commitments: {
    folder: '/commitment/list',
    id: '/tindak-lanjut',
    en: '/follow-up',
    query: ['region', 'unit', 'status', 'cursor'],
  },
  commitment: { folder: '/commitment/[slug]', id: '/tindak-lanjut/[slug]', en: '/follow-up/[slug]' },
  followCommitment: {
    folder: '/commitment/follow/[slug]',
    id: '/tindak-lanjut/[slug]/ikuti',
    en: '/follow-up/[slug]/follow',
  },
  disputeCommitment: {
    folder: '/commitment/[slug]/dispute',
    id: '/tindak-lanjut/[slug]/belum-selesai',
    en: '/follow-up/[slug]/not-done',
  },
  /** A file, no page. */
  commitmentEvidence: {
    folder: '/commitment/[slug]/evidence/[number]',
    id: '/tindak-lanjut/[slug]/bukti/[number]',
    en: '/follow-up/[slug]/evidence/[number]',
  },
  /** What is done about a survey's lowest elements; as `.csv` too. */
  followUpPlan: {
    folder: '/commitment/plan/[slug]',
    id: '/survei/[slug]/rencana-tindak-lanjut',
    en: '/surveys/[slug]/follow-up-plan',
  },
  makeFollowUpPlan: {
    folder: '/commitment/manage/plan/[slug]',
    id: '/survei/kelola/[slug]/rencana-tindak-lanjut',
    en: '/surveys/manage/[slug]/follow-up-plan',
  },
  manageCommitments: { folder: '/commitment/manage', id: '/tindak-lanjut/kelola', en: '/follow-up/manage' },
  newCommitment: { folder: '/commitment/manage/new', id: '/tindak-lanjut/kelola/baru', en: '/follow-up/manage/new' },
  manageCommitment: {
    folder: '/commitment/manage/[slug]',
    id: '/tindak-lanjut/kelola/[slug]',
    en: '/follow-up/manage/[slug]',
  },
} as const
