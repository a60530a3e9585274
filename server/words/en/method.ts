import type { method as source } from '../id/method.ts'

export const method: typeof source = {
  title: (period) => `How it is worked out: ${period}`,
  lead: 'Written from the very settings that the engine uses, with the figures of this survey.',
  none: 'The figures of this survey are not published yet. The method is fixed; the figures follow.',
  index: {
    heading: 'Index and grade',
    steps: (weight) => [
      'The mean (NRR) of an element is its sum of scores divided by those who answered it. A question left blank takes from its own element only.',
      `The weighted mean is NRR × weight. Here the weight is ${weight}, the same for all nine elements.`,
      'NI is the sum of the nine weighted means.',
      'IKM = NI × 25, computed in exact fractions and rounded once at the end, half up, to two decimals. The grade follows from the rounded figure.',
    ],
    sum: (ni, ikm) => `This survey: NI ${ni} × 25 = ${ikm}.`,
    bounds: 'Lowest index of each grade (PermenPANRB 14/2017)',
    from: 'From',
  },
  weights: {
    heading: 'Under other weights',
    text: 'Regional reports use three weights. Which of them the annex prints is not confirmed, so none is called the official one; each region fixes one weight for a year.',
    weight: 'Weight',
    used: 'used here',
    cost: (ikm, grade) =>
      `Without the cost element, which is always 4 for a free service, the index would be ${ikm} (grade ${grade}). It is for comparison and not official.`,
  },
  interval: {
    heading: 'Estimated range',
    text: 'The 95% range comes from the own mean of each respondent who answered all nine questions, with the t distribution, after adding one imaginary respondent spread evenly over the scores 1, 2, 3 and 4, so that the range does not shrink to nothing when everyone agrees. Each element has its range in the same way from its own answers. The official figure is unaffected.',
    numbers: (respondents, low, high) => `This survey: ${respondents} complete respondents, range ${low} to ${high}.`,
  },
  change: {
    heading: 'When a change is called one',
    rule: (p, points, respondents) =>
      `Two periods are compared by Welch’s t test on the respondents’ means. A change is called one when p is below ${p}, it is at least ${points} point, and both periods have at least ${respondents} complete answers. Mann–Whitney, corrected for ties and continuity, checks it. For the nine elements together, p is adjusted after Holm.`,
    against: (period) => `Compared with ${period}`,
    measure: 'Measure',
    value: 'Value',
    difference: 'Difference of complete respondents (points)',
    interval: '95% range of the difference',
    welch: 'Welch',
    welchOf: (t, df, p) => `t ${t}, df ${df}, p ${p}`,
    mannWhitney: 'Mann–Whitney',
    mannWhitneyOf: (u, p) => `U ${u}, p ${p}`,
    visible: 'Smallest change that would show (points)',
    verdict: 'Verdict',
    changed: 'changed',
    notShown: 'no change shown',
    agree: 'Both tests agree.',
    disagree: 'The two tests disagree; Welch’s is the one used.',
    elements: 'Difference of each element',
    points: 'Difference (points)',
    p: 'p',
    adjusted: 'p after Holm',
    nothing: 'There is no earlier period to compare with yet.',
    below: (p) => `< ${p}`,
  },
  sample: {
    heading: 'Target of respondents',
    formula:
      'Krejcie–Morgan: n = χ²·N·P·(1−P) / (d²·(N−1) + χ²·P·(1−P)), with χ² = 3.841, P = 0.5 and d = 0.05, rounded to the nearest whole number.',
    numbers: (served, formula, table) =>
      `With ${served} people served: ${formula} by the formula, ${table} by the table (next row up).`,
    used: { formula: 'This survey uses the formula.', table: 'This survey uses the table.' },
    unknown: 'The number of people served was not recorded, so there is no target.',
    promise:
      'The target is meant for a share (yes or no) within 5 points from a random draw. It promises nothing about grades.',
  },
  hidden: {
    heading: 'What is left out on purpose',
    rules: (cell, group) => [
      `Below ${cell} answers: only that too few answered. From ${cell} to ${String(Number(group) - 1)}: only the index and their number.`,
      `Counts per answer are shown whole from ${group} answers.`,
      `Tables about respondents: a cell below ${cell} is hidden together with another. A group’s mean needs at least ${group} in the group and ${group} in the rest.`,
      'Written suggestions are not published. While a survey is open only the number of answers is seen.',
    ],
  },
  seal: {
    heading: 'How answers are sealed, and how to check',
    text: [
      'Receipts and answers are kept apart, without name, address or time. When twenty answers wait, all but ten drawn at random are sealed together in shuffled order. Receipts are drawn apart from them, so the batch in which a receipt is sealed does not tell the batch of its answer. The rest are sealed when the result is handed in; nothing can enter after that.',
      'Each sealing writes the count, the date and digital fingerprints of its batch into a chained public record. Before sealing, someone holding the whole database could still join an answer to its receipt; afterwards nobody can.',
      'Anyone can download the public record and work it out again, from the batches of answers to the index, with this program:',
    ],
    batches: (answers) => `The version that stands rests on ${answers} sealed answers.`,
    digest: 'Fingerprint of the result (SHA-256):',
    ledger: 'Open the public record',
  },
  source: {
    heading: 'The questionnaire',
    text: (source) => `Nine elements of ${source}.`,
    order: {
      annex: 'U8 facilities, U9 complaints (order of the annex questionnaire).',
      regulation: 'U8 complaints, U9 facilities (order of the regulation’s list).',
    },
    paid: 'A paid service: the cost element asks whether the charge matches the official tariff.',
    free: 'The cost element has the annex’s answers; “free of charge” scores 4.',
    version: (version) => `Version ${version} of the questionnaire, fingerprint:`,
  },
}
