import type { about as aboutSource, home as homeSource } from '../id/home.ts'
import { counted } from '../format.ts'

export const home: typeof homeSource = {
  title: 'Balai: no input goes without an answer',
  heading: 'No input goes without an answer',
  lead: 'Balai is the village hall, online. Rate a service you have received, have your say on draft policy, follow what comes of it, and check the figures for yourself. No account needed.',
  open: 'Surveys open now',
  openNone: 'No survey is open here yet.',
  openNoneText: 'The results of earlier surveys are below.',
  consultations: 'Being asked about now',
  allConsultations: 'All consultations',
  allSurveys: 'All surveys',
  latest: 'Latest results',
  latestNone: 'No result has been published yet. The first appears once a survey has closed and been approved.',
  regions: 'Regions',
  regionsNone: 'No region is listed yet.',
  units: (count) => counted(count, 'service unit'),
  respondents: (count) => counted(count, 'respondent'),
  check: 'Answered before?',
  honest: {
    heading: 'How the figures are kept honest',
    points: [
      ['Counted as they are.', 'Formula, weights and rounding stand beside every figure.'],
      ['Open about what is not known.', 'A change that may well be chance is not called an improvement.'],
      ['Never altered quietly.', 'What is published can only be corrected or withdrawn, with a reason you can read.'],
      ['Checkable by anyone.', 'Every act enters a chained record that can be downloaded.'],
    ],
    more: 'About Balai',
  },
}

export const about: typeof aboutSource = {
  title: 'About Balai',
  lead: 'Balai ties what residents say to what local government does, and shows the way from one to the other.',
  sections: [
    [
      'What can be done here',
      'Residents rate a service they have just received, keep a receipt and see the result. Local government opens surveys, approves results and answers. Residents need no account; staff sign in and can do only what their role allows.',
    ],
    [
      'How figures are made',
      'The satisfaction survey (Survei Kepuasan Masyarakat, SKM) follows Indonesian ministerial regulation PermenPANRB 14/2017: nine elements, scored 1 to 4. The mean of each element is taken over those who answered it, weighted, and multiplied by 25 to give the index (IKM). Rounding happens once, at the end. The regulation and practice use different weights (1/9, 0.111 or 0.11), so the weight in use always stands beside the figure.',
    ],
    [
      'How figures are protected',
      'Answers are sealed in batches whose fingerprints enter the public record. Whoever approves a result is not the one who prepared it. Once published, a figure changes only by correction or withdrawal, and the old one stays in sight.',
    ],
    [
      'What cannot be made certain',
      'The survey hears those who choose to answer; it is no random sample. The range shows the uncertainty that comes from the number of answers, not from who chose to give them. As no name is asked, one person could answer more than once; odd surges are visible to staff and auditors.',
    ],
  ],
  ledger: 'Open the public record',
  source: {
    heading: 'Source code and licence',
    text: 'Balai is free software under the GNU AGPL, version 3 or later. Anyone may use, inspect and change it; whoever runs a changed version must offer its source to the people who use it. Ask the operator of this portal for its source.',
    data: 'Data for machines',
    dataText: 'Every published figure is also available through an open API.',
    api: 'API description (OpenAPI)',
  },
}
