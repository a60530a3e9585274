import type { ElementKey } from '#server/survey/rules/elements.ts'
import type { Grade } from '#server/survey/rules/skm.ts'
import type { results as source } from '../id/results.ts'
import { counted } from '../format.ts'

const elements: Record<ElementKey, string> = {
  requirements: 'Requirements',
  procedure: 'Procedure',
  completion_time: 'Completion time',
  cost: 'Cost or fee',
  product: 'Service product',
  competence: 'Competence of staff',
  behaviour: 'Behaviour of staff',
  complaint_handling: 'Handling of complaints',
  facilities: 'Facilities',
}

const grades: Record<Grade, string> = { A: 'Very good', B: 'Good', C: 'Poor', D: 'Bad' }

export const results: typeof source = {
  elements,
  grades,
  title: (survey) => `Results: ${survey}`,
  official: (ikm, grade) => `IKM ${ikm} · Grade ${grade} (${grades[grade]})`,
  gradeName: 'Grade',
  officialTitle: (ikm, grade, unit) => `IKM ${ikm}, grade ${grade}: ${unit}`,
  ikm: 'Public satisfaction index (IKM)',
  lede: (unit, period) => `Public satisfaction survey · ${unit} · ${period}`,
  ledeAnswers: (answers, served) =>
    served ? `${counted(answers, 'answer')} from ${served} people served` : counted(answers, 'answer'),
  ledePublished: (day, version) => `published ${day}, version ${version}`,

  sure: {
    heading: 'How sure is this',
    from: (respondents) => `From ${counted(respondents, 'respondent')}.`,
    fromComplete: (complete, all) =>
      `The figure above uses ${all} answers; its range comes from the ${complete} people who answered all nine questions.`,
    rangeBefore: 'Had everyone who used the service been asked, it would be about',
    reachesUp: (grade, bound) => `Grade ${grade} starts at ${bound}.`,
    reachesDown: (grade, bound) => `Grade ${grade} starts at ${bound}; below that the grade would be lower.`,
    sameGrade: (grade) => `The grade is ${grade} across that whole range.`,
    noRange: 'Too few answered to estimate a range; the figure could be quite different had everyone been asked.',
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
    manyElements: (count) => `${count} of the 9 elements changed too; the page on method has the details.`,
    noElement: 'No single element shows a change.',
    first: 'There is no earlier period to compare with.',
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
      `NRR is the mean of an element, from 1 to 4. The weighted mean is NRR × weight; the weight is ${weight}. Their sum (NI) × 25 is the IKM. The range estimates the value had everyone been asked.`,
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
    rateTooHigh: 'More answers than people served: one of the two numbers is wrong.',
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
    answers: (count) => `${counted(count, 'answer has', 'answers have')} been received.`,
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
    digest: 'Fingerprint of the newest version (SHA-256), as in the public record:',
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
    check: 'Public record',
    unit: 'All periods of this unit',
    weights: { exact: '1/9 (not rounded)', '0.111': '0.111', '0.11': '0.11' },
  },
}
