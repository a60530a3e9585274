import type { turnedAway as Indonesian } from '../id/turned-away.ts'

export const turnedAway: typeof Indonesian = {
  titles: { busy: 'Very busy', 'too-often': 'Too often' },
  wait: (seconds) => `Wait ${seconds} seconds, then try again.`,
  kept: 'What you sent has not arrived, but it isn’t lost: all of it stands in this page. Press the button below to send it again.',
  goBack:
    'What you sent has not arrived. Go back to the page before: what you filled in is still there. Send it once more.',
  reload: 'Reload this page. What was sent is safe.',
  again: 'Send again',
}
