import type { ElementKey } from '../../survey/rules/elements.ts'
import type { Grade } from '../../survey/rules/skm.ts'
import type { results as resultsId } from '../id/results.ts'

const elements: Record<ElementKey, string> = {
  requirements: 'Requirements',
  procedure: 'Procedure',
  completion_time: 'Time taken',
  cost: 'Cost',
  product: 'What was delivered',
  competence: 'Staff competence',
  behaviour: 'Staff conduct',
  complaint_handling: 'Handling of complaints',
  facilities: 'Facilities',
}

const grades: Record<Grade, string> = { A: 'Very good', B: 'Good', C: 'Poor', D: 'Bad' }

export const results: typeof resultsId = {
  elements,
  grades,
  title: (survey) => `Results: ${survey}`,
  official: (ikm, grade) => `IKM ${ikm} · Grade ${grade} (${grades[grade]})`,
  gradeName: 'Grade',
  officialTitle: (ikm, grade, unit) => `IKM ${ikm}, grade ${grade}: ${unit}`,
  ikm: 'Public satisfaction index (IKM)',
  lede: (unit, period) => `Public satisfaction survey · ${unit} · ${period}`,
  ledeAnswers: (answers, served) => (served ? `${answers} answers from ${served} people served` : `${answers} answers`),
  ledePublished: (day, version) => `published ${day}, version ${version}`,

  sure: {
    heading: 'How sure is this',
    from: (respondents) => `From ${respondents} respondents.`,
    rangeBefore: 'Had everyone who used the service been asked, it would be about',
    reachesUp: (grade, bound) => `Grade ${grade} starts at ${bound}.`,
    reachesDown: (grade, bound) => `Grade ${grade} starts at ${bound}; below that the grade would be lower.`,
    sameGrade: (grade) => `The grade is ${grade} across that whole range.`,
    noRange: 'Too few complete answers to estimate a range.',
    caution:
      'The range treats the answers as a random draw from everyone served. It does not cover who chose to answer, or pressure from staff.',
  },

  change: {
    heading: 'Has it changed?',
    up: (points, period) => `Up ${points} from ${period}.`,
    down: (points, period) => `Down ${points} from ${period}.`,
    same: (period) => `The same as ${period}.`,
    shown: (low, high) => `The change is larger than chance usually makes: about ${low} to ${high}.`,
    shownUp: 'It can be called an improvement.',
    shownDown: 'It can be called a decline.',
    notShownUp: 'A difference this small can be chance, so it cannot be called an improvement.',
    notShownDown: 'A difference this small can be chance, so it cannot be called a decline.',
    notShown: 'No change can be seen.',
    tooFew: (least) => `One of the periods has fewer than ${least} complete answers, so no change can be claimed.`,
    visible: (points) => `With this many respondents, a change below ${points} points would hardly show.`,
    elements: (names) => `Elements that changed: ${names}.`,
    noElement: 'No single element shows a change.',
    first: 'This is the first result published here. A comparison follows with the next period.',
  },

  weakest: {
    heading: 'What scores lowest',
    two: (first, firstMean, second, secondMean) =>
      `${first} (${firstMean} out of 4), then ${second.toLowerCase()} (${secondMean}).`,
    overlap: 'The ranges of the lowest elements overlap, so their order is not certain.',
    chartTitle: (first, second) => `${first} and ${second.toLowerCase()} score lowest`,
    allSame: 'All elements score the same',
  },

  chart: {
    subtitle: (unit, period, n) =>
      `Mean of each element (NRR), scale 1–4, with its estimated range · ${unit}, ${period}, ${n} respondents`,
    name: 'Chart of the nine elements; the figures are in the table after it',
    bands: 'Letters above the chart: grades of PermenPANRB 14/2017.',
  },

  table: {
    heading: 'Each element',
    caption: 'Elements, highest first',
    element: 'Element',
    mean: 'Mean (NRR)',
    weighted: 'Weighted mean',
    range: 'Range',
    grade: 'Grade',
    answers: 'Answered',
    blanks: 'Blank',
    total: 'Sum (NI)',
    explain: (weight) =>
      `NRR is the mean of an element, from 1 to 4. The weighted mean is NRR × weight (${weight}). Their sum (NI) × 25 is the IKM. The range estimates the value had everyone been asked.`,
  },

  levels: {
    heading: 'What people chose',
    caption: 'How many chose each answer',
    hint: '4 is best. The wording of the answers differs from question to question.',
    blank: 'Blank',
  },

  who: {
    heading: 'Who answered',
    received: 'Answers received',
    complete: 'Answered all nine questions',
    blanks: 'Questions left blank',
    blanksOf: (blanks, questions) => `${blanks} of ${questions}`,
    served: 'People served',
    servedUnknown: 'not recorded',
    rate: 'Share who answered',
    sample: 'Target of respondents',
    sampleReached: (target) => `${target}, reached`,
    sampleMissed: (target, missing) => `${target}, short by ${missing}`,
    sampleUnknown: 'cannot be worked out without the number of people served',
    shortReason: 'Why the target was missed',
    note: 'Note from the officer',
    profile: 'About the respondents',
    option: 'Choice',
    people: 'People',
    mean: 'IKM of the group',
    hidden: 'Not shown',
    hiddenWhy: 'Not shown because too few people answered, so that nobody’s own answer can be guessed.',
  },

  hidden: {
    tooFew: 'Too few answers',
    tooFewText: 'Not shown because too few people answered, so that nobody’s own answer can be guessed.',
    noIndex: 'There is no index: nobody answered one of the elements.',
    levels:
      'Figures per element are not shown because too few people answered, so that nobody’s own answer can be guessed.',
    cell: '–',
  },

  waiting: {
    draft: 'This survey has not been opened',
    draftText: 'Its results will be at this address once it has ended and been published.',
    scheduled: (day) => `The survey opens on ${day}`,
    open: 'The survey is still running',
    openText: 'While it runs only the number of answers is shown, so that a moving figure does not sway anyone.',
    openUntil: (moment) => `It closes ${moment}.`,
    closed: 'The survey has closed and its result is being checked',
    closedText: 'Results appear once approved by a publisher, someone other than the person who drew up the survey.',
    answers: (count) => `${count} answers have been received.`,
    noAnswers: 'No answers yet.',
    target: (target) => `Target: ${target} respondents.`,
    answer: 'Answer this survey',
    early: 'Provisional, worked out from the answers sealed so far. Not an official result.',
  },

  versions: {
    heading: 'Versions of this result',
    withdrawn: 'This result has been withdrawn',
    withdrawnText: (day) => `Withdrawn on ${day}. The old figures stay in sight below but no longer hold.`,
    corrected: (day, version) => `These figures correct version ${version}; published ${day}.`,
    kind: { result: 'Result', correction: 'Correction (ralat)', withdrawal: 'Withdrawal (pencabutan)' },
    item: (version, kind) => `Version ${version}: ${kind.toLowerCase()}`,
    figureOf: (ikm, grade) => `IKM ${ikm}, grade ${grade}`,
    digest: 'Fingerprint of the newest version (SHA-256), as in the ledger:',
    reason: 'Reason',
    old: 'no longer holds',
  },

  proof: {
    heading: 'Where these figures come from',
    method: 'How it is worked out',
    csv: 'Table (.csv)',
    json: 'Everything (.json)',
    published: (by, moment) => `Published by ${by}, ${moment}.`,
    source: (unit, weight) => `Source: ${unit}. Weight of an element: ${weight}.`,
    check: 'Ledger',
    unit: 'All periods of this unit',
    weights: { exact: '1/9 (not rounded)', '0.111': '0.111', '0.11': '0.11' },
  },

  method: {
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
        'Receipts and answers are kept apart, without name, address or time. When twenty answers wait, all but ten drawn at random are sealed together in shuffled order. The rest are sealed when the result is handed in; nothing can enter after that.',
        'Each sealing writes the count, the date and digital fingerprints of its group into a chained ledger. Before sealing, someone holding the whole database could still join an answer to its receipt; afterwards nobody can.',
        'Anyone can download the open record and work it out again, from the groups of answers to the index, with this program:',
      ],
      batches: (answers) => `The version that stands rests on ${answers} sealed answers.`,
      digest: 'Fingerprint of the result (SHA-256):',
      ledger: 'Open the ledger',
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
  },

  unit: {
    complain: 'Something wrong?',
    complainText: 'Tell the unit, or use SP4N-LAPOR!, the national complaint channel.',
    complainLink: 'Open SP4N-LAPOR!',
    open: 'Surveys open now',
    noOpen: 'No survey is open here yet.',
    until: (day) => `until ${day}`,
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
    openIn: (period) => `answer the survey for ${period}`,
    resultOf: (period) => `result for ${period}`,
    openSurveys: 'Surveys open now',
    noOpen: 'No survey is open in this region yet.',
  },
}
