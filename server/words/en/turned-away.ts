import type { turnedAway as Indonesian } from '../id/turned-away.ts'

export const turnedAway: typeof Indonesian = {
  titles: { busy: 'Very busy', 'too-often': 'Too often' },
  wait: (seconds) => `Wait ${seconds} seconds, then try again.`,
  kept: 'What you sent has not arrived, but it isn’t lost: all of it stands in this page. Press the button below to send it again.',
  goBack:
    'What you sent has not arrived. Go back to the page before: what you filled in is still there. Send it once more.',
  reload: 'Reload this page. What was sent is safe.',
  again: 'Send again',
  tooLarge: {
    title: 'Too large',
    text: (most) =>
      `What you sent is larger than ${most} MB, so it was not taken and nothing has been stored. Go back to the page before: what you filled in is still there. Make the file or the text smaller, then send it again.`,
  },
}
