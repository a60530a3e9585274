import type { feeds as Indonesian } from '../id/feeds.ts'

export const feeds: typeof Indonesian = {
  portal: 'Publications of satisfaction surveys',
  region: (name) => `Publications of satisfaction surveys: ${name}`,
  kinds: { result: 'Result published', correction: 'Correction', withdrawal: 'Withdrawal' },
  entry: (kind, title, period) => `${kind}: ${title}, ${period}`,
  tooFew: 'Too few answered for the figures to be shown.',
  reason: (reason) => `The reason: ${reason}`,
}
