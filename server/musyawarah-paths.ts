/** Addresses of the pages of meetings: part of PAGES, which says what each holds. */
export const MUSYAWARAH_PAGES = {
  meetings: {
    folder: '/musyawarah',
    id: '/musyawarah',
    en: '/deliberations',
    query: ['state', 'kind', 'region', 'cursor'],
  },
  meeting: { folder: '/musyawarah/[slug]', id: '/musyawarah/[slug]', en: '/deliberations/[slug]' },
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
} as const
