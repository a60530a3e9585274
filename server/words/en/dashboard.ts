import type { dashboard as source } from '../id/dashboard.ts'
import { counted } from '../format.ts'

export const dashboard: typeof source = {
  halfYear: (half, year) => `Semester ${half === 1 ? 'I' : 'II'} ${year}`,
  closed: (day) => `This unit was closed on ${day}`,
  closedText: 'What it published can still be read.',

  files: {
    heading: 'The data behind this page',
    csv: 'Table (.csv)',
    json: 'Everything (.json)',
    definitions: 'What each figure means',
  },

  participation: {
    heading: (period) => `Surveys in ${period}`,
    all: (units) => `Every unit (${units}) has held a survey or is holding one.`,
    some: (surveyed, units, missing) =>
      `${surveyed} of ${units} units have held a survey or are holding one; ${missing} have not.`,
    nobody: (units) => `None of the ${units} units has held a survey yet.`,
    missing: (names) => `Not yet: ${names}.`,
    definition: 'When a unit counts as having held a survey',
    caption: 'Units in the order of their codes',
    unit: 'Unit',
    now: 'This half-year',
    latest: 'Latest result',
    states: {
      published: 'result published',
      closed: 'closed, result not yet published',
      open: 'open',
      scheduled: 'scheduled',
      withdrawn: 'result withdrawn',
      draft: 'draft',
      none: 'no survey yet',
    },
    until: (day) => `open until ${day}`,
    none: 'none yet',
  },

  compared: {
    heading: (period) => `Results of ${period}`,
    published: (published, units) => `${published} of ${units} units have published a result.`,
    other: 'Other half-years',
    none: 'No result has been published in this region yet.',
  },

  pooled: {
    heading: 'Taken together',
    from: (answers, parts) =>
      `${answers} answers from ${parts} published results, added up; each respondent counts once.`,
    range: (range) => `Had everyone served been asked, it would be about ${range}.`,
    caution: 'Units with many respondents weigh more. This is no single unit’s figure.',
    none: 'There are not yet two published results to add up.',
    method: (weight) => `Method: the sum of all published answers, weight of an element ${weight}`,
  },

  elements: {
    heading: 'The weakest elements',
    headingUnit: (period) => `Element by element, ${period}`,
    subtitle: (place, period, n) =>
      `Mean (NRR) of each element, scale 1–4, with its estimated range · ${place}, ${period}, ${n} respondents`,
    caption: (of) => `Elements, highest first: ${of}`,
    change: 'From the period before',
    definition: 'What an element’s mean and range are',
    changeDefinition: 'When an element is said to have changed',
    changed: (names) => `A change is shown for: ${names}.`,
    manyChanged: (shown, elements) => `A change is shown for ${shown} of ${elements} elements; the table has each.`,
    unchanged: 'No element has changed so that it can be shown.',
    hidden: 'The elements are not shown, because too few answered.',
  },

  funnel: {
    heading: (kind) => `Side by side: ${kind}`,
    kind: (institution, sector) => `${institution}, ${sector.toLowerCase()}`,
    titleInside: 'All units lie within the limits; chance may explain it',
    titleOutside: (count) => (count === '1' ? '1 unit differs beyond chance' : `${count} units differ beyond chance`),
    subtitle: (kind, place, period, n) =>
      `Each unit’s value by its number of respondents, with limits of 95% and 99.8% · ${kind}, ${place}, ${period}, ${n} respondents`,
    name: 'Funnel chart of the units’ values; the figures are in the table after it',
    inside: (units, centre) =>
      `The ${units} units do not have the same value, but all lie within the limits around the mean of ${centre}: they differ no more than who happened to answer would make them.`,
    above: (names) => `Above the limits: ${names}.`,
    below: (names) => `Below the limits: ${names}.`,
    rest: (centre) =>
      `The others lie within the limits around the mean of ${centre}; among them a higher or lower value means nothing.`,
    cannot:
      'The picture does not say why, and is no ranking: each unit serves other people with other needs. About one in twenty equally good units lies outside the 95% limits as well.',
    definition: 'What the limits of 95% and 99.8% are',
    few: (units, least) =>
      `Only ${counted(units, 'unit')} can be compared so far. Units are set side by side from ${least} on, for with fewer the limits cannot be trusted.`,
    left: (names) => `Left out: ${names}.`,
    leftCount: (count, reason) => `${counted(count, 'unit')} (${reason})`,
    reasons: { 'not-published': 'not published', 'too-few': 'too few answers' },
    note: 'Numbers follow the units’ codes and are no ranks. Solid line or thick bar: 95% limits. Dashed line: 99.8% limits. Triangle: outside 95%. Diamond: outside 99.8%.',
    caption: (kind) => `Value and limits of each unit, by code: ${kind}`,
    number: 'No.',
    respondents: 'Complete respondents',
    value: 'Value',
    inner: '95% limits',
    outer: '99.8% limits',
    position: 'Where it lies',
    mean: 'Common mean',
    limitNames: ['95%', '99.8%'],
    positions: {
      'far-below': 'below the 99.8% limit',
      below: 'below the 95% limit',
      inside: 'within the limits',
      above: 'above the 95% limit',
      'far-above': 'above the 99.8% limit',
    },
  },

  control: {
    heading: 'Ups and downs over time',
    headingOf: (series) => `Ups and downs over time: ${series}`,
    titleCalm: 'No signal beyond the usual ups and downs',
    titleSignal: 'There are signs of a change',
    subtitle: (unit, first, last) =>
      `IKM of each period with its mean and process limits (XmR chart) · ${unit}, ${first} to ${last}`,
    name: 'Chart of the IKM by period with process limits; the figures are in the table after it',
    limits: (lower, upper, centre) =>
      `As long as the work is done the same way, one period usually lies between ${lower} and ${upper}, around ${centre}.`,
    calm: (periods) => `In ${periods} periods nothing has left that pattern.`,
    found: (periods) => `Outside that pattern: ${periods}.`,
    cannot: 'A signal says that something has changed, not why.',
    definition: 'What limits and signals are',
    note: 'Dashed lines: process limits. Solid line: mean. Diamond: a period with a signal.',
    column: 'Signal',
    signals: {
      outside: 'outside the limits',
      side: 'a run on one side',
      trend: 'rising or falling throughout',
      'near-limit': 'two of three near a limit',
    },
  },

  publications: {
    heading: 'All that was ever published',
    caption: 'Publications, the newest first',
    period: 'Period',
    what: 'Publication',
    day: 'Date',
    reason: 'Reason',
    item: (kind, version) => `${kind}, version ${version}`,
  },
}
