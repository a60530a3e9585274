import { COMMITMENT_PAGES } from './commitment-paths.ts'
import { CONSULTATION_PAGES } from './consultation-paths.ts'
import { MUSYAWARAH_PAGES } from './musyawarah-paths.ts'

/**
 * Every page's address, once: the folder under src/pages it lives in, and what a resident sees in the address bar.
 * A page that is not named here can't be reached. English addresses stand under /en.
 * `query` names what a public page reads of its query: it gets nothing else, and is kept apart by nothing else.
 */
export const PAGES = {
  home: { folder: '/', id: '/', en: '/' },
  about: { folder: '/about', id: '/tentang', en: '/about' },
  privacy: { folder: '/privacy', id: '/privasi', en: '/privacy' },

  surveys: { folder: '/survey', id: '/survei', en: '/surveys', query: ['state', 'region', 'cursor'] },
  survey: { folder: '/survey/[slug]', id: '/survei/[slug]', en: '/surveys/[slug]' },
  surveyResults: { folder: '/survey/[slug]/results', id: '/survei/[slug]/hasil', en: '/surveys/[slug]/results' },
  surveyMethod: { folder: '/survey/[slug]/method', id: '/survei/[slug]/metode', en: '/surveys/[slug]/method' },
  surveyPoster: { folder: '/survey/[slug]/poster', id: '/survei/[slug]/poster', en: '/surveys/[slug]/poster' },
  surveyPreview: { folder: '/survey/[slug]/preview', id: '/survei/[slug]/pratinjau', en: '/surveys/[slug]/preview' },
  surveyCounter: {
    folder: '/survey/[slug]/counter/[code]',
    id: '/survei/[slug]/loket/[code]',
    en: '/surveys/[slug]/counter/[code]',
  },
  /** The address on posters, short enough to be typed. */
  shortAddress: { folder: '/survey/short/[code]', id: '/s/[code]', en: '/s/[code]' },
  manageSurveys: { folder: '/survey/manage', id: '/survei/kelola', en: '/surveys/manage' },
  newSurvey: { folder: '/survey/manage/new', id: '/survei/kelola/baru', en: '/surveys/manage/new' },
  manageSurvey: { folder: '/survey/manage/[slug]', id: '/survei/kelola/[slug]', en: '/surveys/manage/[slug]' },
  importAnswers: {
    folder: '/survey/manage/[slug]/import',
    id: '/survei/kelola/[slug]/impor',
    en: '/surveys/manage/[slug]/import',
  },
  printSheets: {
    folder: '/survey/manage/[slug]/paper',
    id: '/survei/kelola/[slug]/kertas',
    en: '/surveys/manage/[slug]/paper',
  },
  enterSheets: {
    folder: '/survey/manage/[slug]/desk',
    id: '/survei/kelola/[slug]/meja',
    en: '/surveys/manage/[slug]/desk',
  },
  voidSheet: {
    folder: '/survey/manage/[slug]/void',
    id: '/survei/kelola/[slug]/batal',
    en: '/surveys/manage/[slug]/void',
  },
  exportAnswers: {
    folder: '/survey/manage/[slug]/export/[part]',
    id: '/survei/kelola/[slug]/unduh/[part]',
    en: '/surveys/manage/[slug]/export/[part]',
  },

  ...CONSULTATION_PAGES,
  ...MUSYAWARAH_PAGES,

  regions: { folder: '/directory', id: '/wilayah', en: '/regions' },
  region: { folder: '/dashboard/region/[slug]', id: '/wilayah/[slug]', en: '/regions/[slug]', query: ['period'] },
  unit: { folder: '/dashboard/unit/[slug]', id: '/unit/[slug]', en: '/units/[slug]' },
  /** Where each figure of a region or a unit is defined. */
  definitions: { folder: '/dashboard', id: '/cara-menghitung', en: '/how-figures-are-made' },
  manageDirectory: { folder: '/directory/manage', id: '/wilayah/kelola', en: '/regions/manage' },
  manageRegion: {
    folder: '/directory/manage/region/[slug]',
    id: '/wilayah/kelola/wilayah/[slug]',
    en: '/regions/manage/region/[slug]',
  },
  importTree: {
    folder: '/directory/manage/region/[slug]/import',
    id: '/wilayah/kelola/wilayah/[slug]/impor',
    en: '/regions/manage/region/[slug]/import',
  },
  /** As `.csv` alone. */
  treeFile: { folder: '/directory/[slug]/list', id: '/wilayah/[slug]/daftar', en: '/regions/[slug]/list' },
  /** The portal's list of stakeholder groups, and what a region makes of it. */
  manageGroups: {
    folder: '/directory/manage/groups',
    id: '/wilayah/kelola/kelompok',
    en: '/regions/manage/groups',
  },
  manageRegionGroups: {
    folder: '/directory/manage/region/[slug]/groups',
    id: '/wilayah/kelola/wilayah/[slug]/kelompok',
    en: '/regions/manage/region/[slug]/groups',
  },
  manageInstitution: {
    folder: '/directory/manage/institution/[slug]',
    id: '/wilayah/kelola/instansi/[slug]',
    en: '/regions/manage/office/[slug]',
  },
  manageUnit: {
    folder: '/directory/manage/unit/[slug]',
    id: '/wilayah/kelola/unit/[slug]',
    en: '/regions/manage/unit/[slug]',
  },
  manageService: {
    folder: '/directory/manage/unit/[slug]/[service]',
    id: '/wilayah/kelola/unit/[slug]/[service]',
    en: '/regions/manage/unit/[slug]/[service]',
  },

  policies: {
    folder: '/policy/list',
    id: '/kebijakan',
    en: '/policies',
    query: ['region', 'topic', 'status', 'evaluation', 'cursor'],
  },
  policy: { folder: '/policy/[slug]', id: '/kebijakan/[slug]', en: '/policies/[slug]' },
  followPolicy: { folder: '/policy/follow/[slug]', id: '/kebijakan/[slug]/ikuti', en: '/policies/[slug]/follow' },
  managePolicies: { folder: '/policy/manage', id: '/kebijakan/kelola', en: '/policies/manage' },
  newPolicy: { folder: '/policy/manage/new', id: '/kebijakan/kelola/baru', en: '/policies/manage/new' },
  managePolicy: { folder: '/policy/manage/[slug]', id: '/kebijakan/kelola/[slug]', en: '/policies/manage/[slug]' },
  explainPolicy: {
    folder: '/policy/manage/[slug]/explain',
    id: '/kebijakan/kelola/[slug]/penjelasan',
    en: '/policies/manage/[slug]/explain',
  },
  evaluatePolicy: {
    folder: '/policy/manage/[slug]/evaluate',
    id: '/kebijakan/kelola/[slug]/evaluasi',
    en: '/policies/manage/[slug]/evaluate',
  },
  ...COMMITMENT_PAGES,

  /** The links of mails to those who follow something. */
  confirmFollow: { folder: '/notice/confirm/[token]', id: '/ikuti/[token]', en: '/follow/[token]' },
  leaveFollow: { folder: '/notice/leave/[code]', id: '/ikuti/berhenti/[code]', en: '/follow/stop/[code]' },

  /** What was published, as feeds: only with `.atom`. */
  publications: { folder: '/survey/publications', id: '/publikasi', en: '/publications' },
  regionPublications: {
    folder: '/survey/publications/[slug]',
    id: '/wilayah/[slug]/publikasi',
    en: '/regions/[slug]/publications',
  },
  /** For programs that look at every site: only with `.txt` or `.xml`. */
  robots: { folder: '/robots', id: '/robots', en: '/robots' },
  sitemap: { folder: '/sitemap', id: '/sitemap', en: '/sitemap' },
  securityText: { folder: '/security', id: '/.well-known/security', en: '/.well-known/security' },
  /** How machines use the portal. */
  apiReference: { folder: '/api', id: '/api', en: '/api' },

  /** Rules, the public log and the figures. */
  moderation: { folder: '/moderation', id: '/moderasi', en: '/moderation', query: ['region', 'cursor'] },
  moderationQueue: { folder: '/moderation/queue', id: '/moderasi/antrean', en: '/moderation/queue' },
  moderatedItem: { folder: '/moderation/queue/[id]', id: '/moderasi/antrean/[id]', en: '/moderation/queue/[id]' },
  reportText: { folder: '/moderation/report/[id]', id: '/moderasi/lapor/[id]', en: '/moderation/report/[id]' },
  askReview: { folder: '/moderation/review/[code]', id: '/cek/[code]/tinjau-ulang', en: '/check/[code]/review' },
  /** The matrix of inputs and responses; as `.csv`, `.jsonl`, `.xlsx`, `.docx` and `.pdf` too. */
  consultationAnswers: {
    folder: '/consultation/[slug]/answers',
    id: '/konsultasi/[slug]/tanggapan',
    en: '/consultations/[slug]/responses',
    query: ['block', 'hasil', 'group', 'cursor'],
  },
  /** The closing document; as `.docx` and `.pdf` too. */
  consultationClosing: {
    folder: '/consultation/[slug]/closing',
    id: '/konsultasi/[slug]/penutup',
    en: '/consultations/[slug]/closing',
  },
  /** "This doesn't address my point", by the code of the input's receipt. */
  objectToAnswer: {
    folder: '/consultation/objection/[code]',
    id: '/konsultasi/keberatan/[code]',
    en: '/consultations/objection/[code]',
  },
  /** A writer's own words erased, by the code of their receipt. */
  eraseOwnWords: { folder: '/consultation/erasure/[code]', id: '/cek/[code]/hapus', en: '/check/[code]/erase' },
  answerInputs: {
    folder: '/consultation/manage/[slug]/answers',
    id: '/konsultasi/kelola/[slug]/jawab',
    en: '/consultations/manage/[slug]/answers',
  },
  closeConsultation: {
    folder: '/consultation/manage/[slug]/close',
    id: '/konsultasi/kelola/[slug]/tutup',
    en: '/consultations/manage/[slug]/close',
  },

  check: { folder: '/ledger', id: '/cek', en: '/check' },
  checkCode: { folder: '/ledger/[code]', id: '/cek/[code]', en: '/check/[code]' },
  ledger: { folder: '/ledger/entries', id: '/cek/catatan', en: '/check/entries', query: ['cursor'] },

  signIn: { folder: '/identity/sign-in', id: '/masuk', en: '/sign-in' },
  signInCode: { folder: '/identity/sign-in-code', id: '/masuk/kode', en: '/sign-in/code' },
  setUpCode: { folder: '/identity/set-up-code', id: '/masuk/siapkan-kode', en: '/sign-in/set-up-code' },
  forgotten: { folder: '/identity/forgotten', id: '/masuk/lupa', en: '/sign-in/forgotten' },
  /** Residents' accounts: no password, no role, apart from those of staff. */
  residentSignIn: { folder: '/identity/resident/sign-in', id: '/masukan-saya/masuk', en: '/my-comments/sign-in' },
  residentLink: {
    folder: '/identity/resident/link/[token]',
    id: '/masukan-saya/masuk/[token]',
    en: '/my-comments/sign-in/[token]',
  },
  residentSignOut: { folder: '/identity/resident/sign-out', id: '/masukan-saya/keluar', en: '/my-comments/sign-out' },
  ownInputs: { folder: '/consultation/own', id: '/masukan-saya', en: '/my-comments' },
  claimInput: { folder: '/consultation/own/claim', id: '/masukan-saya/kaitkan', en: '/my-comments/link' },
  eraseOwnInput: {
    folder: '/consultation/own/erase/[id]',
    id: '/masukan-saya/hapus/[id]',
    en: '/my-comments/erase/[id]',
  },
  leavePortal: { folder: '/consultation/own/leave', id: '/masukan-saya/hapus-akun', en: '/my-comments/leave' },
  signOut: { folder: '/identity/sign-out', id: '/keluar', en: '/sign-out' },
  setPassword: { folder: '/identity/set-password/[token]', id: '/kata-sandi/[token]', en: '/set-password/[token]' },
  account: { folder: '/identity/account', id: '/akun', en: '/account' },
  machineTokens: { folder: '/identity/tokens', id: '/akun/token', en: '/account/tokens' },
  ownSessions: { folder: '/identity/sessions', id: '/akun/sesi', en: '/account/sessions' },
  ownCodes: { folder: '/identity/codes', id: '/akun/kode', en: '/account/codes' },
  manageAccounts: { folder: '/identity/manage', id: '/akun/kelola', en: '/account/manage' },
} as const satisfies Record<string, { folder: string; id: string; en: string; query?: readonly string[] }>

export type PageName = keyof typeof PAGES
export type Locale = 'id' | 'en'

/** The language that somebody is known to read; Indonesian where nobody knows. */
export function localeOr(known: string | null | undefined): Locale {
  return known === 'en' ? 'en' : 'id'
}

/** Address of a page in a language, e.g. `pathTo('id', 'survey', { slug: 'ktp-el' })` → `/survei/ktp-el`. */
export function pathTo(locale: Locale, page: PageName, params: Record<string, string> = {}): string {
  const path = PAGES[page][locale].replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  if (locale === 'id') return path
  return path === '/' ? '/en' : `/en${path}`
}
