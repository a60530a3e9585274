import type { definitions as source } from '../id/definitions.ts'

export const definitions: typeof source = {
  title: 'What each figure means',
  lead: 'How the figures on the pages of regions and units are made. The thresholds are those the engine itself uses.',
  survey: 'How a single survey is counted stands with its result, under “How it was counted”.',
  sections: {
    participation: {
      heading: 'Having held a survey',
      text: () => [
        'A unit counts as having held a survey in a half-year if one of its surveys has begun and its days touch that half-year, even if its result is not yet published. A survey whose result was withdrawn does not count.',
        'Regulation PermenPANRB 14/2017 demands a survey of every provider at least once a year; many regions report by half-year.',
        'A result belongs to the half-year in which its survey’s last day lies.',
      ],
    },
    pooled: {
      heading: 'Taken together',
      text: ({ group }) => [
        `The answers of all results published for the half-year are added up and counted like one survey: each respondent counts once, wherever they were served. Only results that stand, with at least ${group} answers to each element, take part; withdrawn ones do not.`,
        'So units with many respondents weigh more than small ones. The other way, the mean of the units’ values, would weigh a unit that asked ten people like one that asked a thousand; it is not used here.',
        'The 95% range takes all these answers as one draw from everyone served. The weight of an element is the one that the region has fixed for the year.',
      ],
    },
    elements: {
      heading: 'An element’s mean',
      text: ({ group }) => [
        `NRR is the mean of the answers to one element on the scale 1 to 4, over all who answered it. Its range follows Student’s t after one made-up respondent has been added, spread evenly over the four answers. Elements are shown from ${group} answers on.`,
        'Where the ranges of two elements overlap, their order is not certain.',
      ],
    },
    change: {
      heading: 'When an element is said to have changed',
      text: ({ p, points, respondents }) => [
        `The nine elements are tested together by Welch’s t test, and their p values are adjusted by Holm’s method, so that testing nine times does not make up a change. A change is shown if the adjusted p is below ${p}, it is at least ${points} IKM point, and at least ${respondents} answered in both periods.`,
      ],
    },
    funnel: {
      heading: 'Units side by side (funnel chart)',
      text: ({ units, group }) => [
        `Only units of one kind are set side by side: the same sector, in institutions of the same kind. A chart is drawn from ${units} units with at least ${group} complete respondents each. They stand in the order of their codes, never of their values.`,
        'A unit’s value is the mean of the respondents who answered all nine questions, with weight 1/9, times 25. So it can differ a little from the official IKM where questions were left blank or another weight is in use.',
        'The common mean is that of all respondents. The limits of 95% and 99.8% are the common mean ± 1.96 and ± 3.09 standard errors: the spread of one respondent within a unit by the square root of the number of respondents. The more answer, the narrower the limits (Spiegelhalter 2005).',
        'The limits take respondents as a random draw. Whom a unit serves, with what, and who cares to answer is not allowed for. A unit outside the limits should be asked about, neither punished nor praised.',
      ],
    },
    control: {
      heading: 'Process limits over time (XmR chart)',
      text: ({ periods, side, trend }) => [
        `Counted from ${periods} periods with the same weight on. The centre line is the mean of the IKM. The limits are the mean ± 2.66 × the mean difference between neighbouring periods.`,
        `Signals: one period outside the limits; ${side} periods or more in a row on one side of the mean; ${trend} periods or more that all rise or all fall; two of three neighbouring periods near the same limit (the outer third).`,
        'Withdrawn periods are stepped over. A signal says that the work may have changed; why has to be found out on the spot.',
      ],
    },
    answers: {
      heading: 'Inputs and responses',
      text: () => [
        '“Received” counts every comment that has a number: from the site, an account, paper, the desk, a meeting or an organisation, also those held or hidden by a moderator and those whose text was erased at their writer’s wish.',
        '“Considered” are comments that were put in a group, taken up by an officer, or answered. “Answered” are those that have an outcome with its reason, alone or with their group.',
        '“Waiting” are those received less those answered; the one that has waited longest is named by its number and the day it came. “Late” are all that still wait once the promised day has passed. That day is included, in local time, and lateness is computed from the clock, never typed.',
        '“Objections waiting” are writers’ objections to an answer which nobody has answered anew or confirmed.',
      ],
    },
    hidden: {
      heading: 'What takes no part',
      text: ({ cell, group }) => [
        `A result of fewer than ${cell} answers has no index. One of fewer than ${group} answers shows its index alone and is neither added up nor compared, so that nobody’s answers can be worked out.`,
        'All figures here are made from results that stand published; anyone can recount them from the .json file of each result.',
      ],
    },
  },
}
