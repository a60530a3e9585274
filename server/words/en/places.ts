import type { places as source } from '../id/places.ts'

export const places: typeof source = {
  open: 'Surveys open now',
  unit: {
    complain: 'Something wrong?',
    complainText: 'Tell the unit, or use SP4N-LAPOR!, the national complaint channel.',
    complainLink: 'Open SP4N-LAPOR!',
    noOpen: 'No survey is open here yet.',
    trend: 'Satisfaction over time',
    trendOf: (series) => `Satisfaction over time: ${series}`,
    trendTitleUp: 'Satisfaction rose, beyond chance',
    trendTitleDown: 'Satisfaction fell, beyond chance',
    trendTitleSame: 'No change can be seen yet',
    trendSubtitle: (unit, first, last) => `IKM of each period with its estimated range · ${unit}, ${first} to ${last}`,
    trendName: 'Chart of the IKM by period; the figures are in the table after it',
    twoPoints: 'Two periods do not make a trend.',
    onePoint: 'Only one period has been published so far.',
    none: 'No result has been published yet.',
    period: 'Period',
    ikm: 'IKM',
    range: 'Range',
    grade: 'Grade',
    respondents: 'Respondents',
    change: 'From the period before',
    state: {
      withdrawn: 'withdrawn',
      corrected: 'corrected',
      'too-few': 'too few answers',
    },
    changed: 'shown',
    notShown: 'not shown',
  },

  regions: {
    about: 'About this region',
    openCount: (count) => (count === 1 ? '1 survey open' : `${count} surveys open`),
    noOpen: 'No survey is open in this region yet.',
  },
}
