/** Why a text may be hidden. Criticism, however sharp, is none of them. */
export const HIDING_REASONS = [
  'personal-data',
  'insult',
  'hatred',
  'threat',
  'obscene',
  'advertising',
  'false-identity',
  'unlawful',
] as const
export type HidingReason = (typeof HIDING_REASONS)[number]

/** What a reader may say of a text; what is none of the reasons goes under `other`, with a word on it. */
export const REPORT_REASONS = [...HIDING_REASONS, 'other'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]
