/** What someone with the database in hand may change, by which statement, and what the auditor's walk must name. */
export const TAMPERINGS: [string, string, { kind: string; what: string }][] = [
  [
    'the scores of one sealed answer',
    `update answer set scores = '444444443' where comment = 'saran 7'`,
    { kind: 'answer', what: 'answer-changed' },
  ],
  [
    'the comment of one sealed answer',
    `update answer set comment = 'bagus' where comment = 'saran 7'`,
    { kind: 'answer', what: 'answer-changed' },
  ],
  [
    'the profile of one sealed answer',
    `update answer set profile = null where comment = 'saran 7'`,
    { kind: 'answer', what: 'answer-changed' },
  ],
  [
    'a sealed answer, removed',
    `delete from answer where comment = 'saran 7'`,
    { kind: 'batch', what: 'batch-answers-count' },
  ],
  [
    'a sealed answer, added',
    `insert into answer (id, answered_survey, sealed_in, scores, profile, comment, salts, erased, commitment) select 'x' || id, answered_survey, sealed_in, scores, profile, comment, salts, erased, commitment from answer where comment = 'saran 7'`,
    { kind: 'batch', what: 'batch-answers-count' },
  ],
  [
    'a receipt, removed',
    `delete from receipt where hash = (select min(hash) from receipt)`,
    { kind: 'batch', what: 'batch-receipts-count' },
  ],
  [
    'the tally',
    `update tally set integers = replace(integers, '[9,', '[8,'), answers = answers + 1 where answers > 0`,
    { kind: 'tally', what: 'tally-sum' },
  ],
  [
    'the root of a batch',
    `update batch set answers_root = receipts_root where number = 1`,
    { kind: 'batch', what: 'batch-answers' },
  ],
  ['a batch, removed with its rows', `delete from batch where number = 3`, { kind: 'batch', what: 'batch-missing' }],
  [
    'the published figure',
    `update publication set snapshot = replace(snapshot, '"n":37', '"n":38') where version = 1`,
    { kind: 'publication', what: 'publication-entry' },
  ],
  [
    'the reason of a version',
    `update publication set reason = 'lain' where version = 2`,
    { kind: 'publication', what: 'publication-entry' },
  ],
  [
    'a version, removed',
    `delete from publication where version = 2`,
    { kind: 'publication', what: 'publication-missing' },
  ],
  [
    'the last day of a survey',
    `update survey set ends_at = '2027-01-01T00:00:00.000Z' where published_at is not null`,
    { kind: 'survey', what: 'survey-opened' },
  ],
  [
    'the day of a version',
    `update publication set published_at = '2020-01-01T00:00:00.000Z' where version = 2`,
    { kind: 'publication', what: 'publication-entry' },
  ],
  [
    'the published figure, into what is no JSON',
    `update publication set snapshot = 'x' where version = 1`,
    { kind: 'publication', what: 'unreadable' },
  ],
  [
    'the tally, into what is no JSON',
    `update tally set integers = '[1,2' where answers > 0`,
    { kind: 'tally', what: 'unreadable' },
  ],
  [
    'what was shown while the survey was open',
    `update tally set shown_answers = shown_answers + 1 where answers > 0`,
    { kind: 'tally', what: 'tally-shown' },
  ],
  [
    'the survey of a receipt',
    `update receipt set receipt_of = (select id from survey where handed_in_at is null) where hash = (select min(hash) from receipt)`,
    { kind: 'receipt', what: 'receipt-survey' },
  ],
  [
    'a published survey, made unpublished',
    `update survey set published_at = null where published_at is not null`,
    { kind: 'survey', what: 'survey-state' },
  ],
  [
    'a survey, withdrawn without a word',
    `update survey set withdrawn_at = published_at where published_at is not null`,
    { kind: 'survey', what: 'survey-state' },
  ],
  [
    'a survey, turned back into a draft',
    `update survey set opened_at = null where published_at is not null`,
    { kind: 'survey', what: 'survey-missing' },
  ],
  [
    'the weight of the survey',
    `update survey set weight = '0.11' where handed_in_at is not null`,
    { kind: 'survey', what: 'survey-opened' },
  ],
  [
    'the questionnaire',
    `update instrument set content = replace(content, 'Gratis', 'Murah sekali') where id = (select instrument_id from survey where handed_in_at is not null)`,
    { kind: 'instrument', what: 'instrument-changed' },
  ],
]
