/**
 * A survey's sealed answers as three files, each in an order of its own: scores by random id, who answered as tables under
 * suppression, comments by commitment. No role gets the join. Pages by key, so that memory doesn't grow with the answers.
 */
import { stringify } from 'csv-stringify/sync'
import { listSealedComments, pageOfSealedScores } from '#db/survey/answers.ts'
import { findTally } from '#db/survey/batches.ts'
import { listPublications } from '#db/survey/publications.ts'
import { CSV_LINES, harmlessCell } from '../csv-cells.ts'
import type { Scope } from '../scope.ts'
import { ELEMENT_KEYS } from './rules/elements.ts'
import type { ProfileTable } from './rules/profile-tables.ts'
import { SMALLEST_GROUP } from './rules/suppression.ts'
import { readSnapshot } from './snapshot.ts'
import { demand, getSurveyRow } from './surveys.ts'

export interface ExportFile {
  name: 'scores.csv' | 'profile.csv' | 'comments.csv'
  /** Text in pieces, each of whole lines; read once. */
  text: AsyncIterable<string>
}

export interface SurveyExport {
  slug: string
  /** Sealed answers. Below ten the files hold their header alone: a row would be somebody's answer. */
  answers: number
  tooFew: boolean
  /** Profile tables come with publication; until then that file holds its header alone. */
  profileShown: boolean
  files: ExportFile[]
}

const ROWS_AT_ONCE = 1000

/** @throws Refused not-found, forbidden */
export async function exportSurvey(scope: Scope, slug: string): Promise<SurveyExport> {
  const row = await getSurveyRow(scope, slug)
  demand(scope, 'survey.export', row)
  const answers = (await findTally(scope.db, row.id))?.answers ?? 0
  const tooFew = answers < SMALLEST_GROUP
  const last = (await listPublications(scope.db, row.id)).at(-1)
  const profile = last && last.kind !== 'withdrawal' ? readSnapshot(last.snapshot).profile : null
  const files: ExportFile[] = [
    { name: 'scores.csv', text: withHeader(ELEMENT_KEYS, tooFew ? nothing() : scoreRows(scope, row.id)) },
    { name: 'profile.csv', text: withHeader(PROFILE_COLUMNS, profileRows(profile ?? [])) },
    { name: 'comments.csv', text: withHeader(['comment'], tooFew ? nothing() : commentRows(scope, row.id)) },
  ]
  return { slug: row.slug, answers, tooFew, profileShown: profile !== null, files }
}

const PROFILE_COLUMNS = ['question', 'option', 'respondents', 'ikm', 'hidden'] as const

type Row = readonly (string | number | null)[]

async function* withHeader(columns: readonly string[], pages: AsyncIterable<string>): AsyncGenerator<string> {
  yield lines([columns])
  yield* pages
}

async function* scoreRows({ db }: Scope, surveyId: string): AsyncGenerator<string> {
  let page = await pageOfSealedScores(db, surveyId, { limit: ROWS_AT_ONCE })
  while (page.last !== null) {
    yield asCsv(page.lines)
    page = await pageOfSealedScores(db, surveyId, { after: page.last, limit: ROWS_AT_ONCE })
  }
}

/** Lines of nine scores, `-` where one wasn't given: `434-23441` → `4,3,4,,2,3,4,4,1`. */
function asCsv(lines: string): string {
  return `${lines.split('').join(',').replaceAll(',\n,', '\r\n').replaceAll('-', '')}\r\n`
}

async function* commentRows({ db }: Scope, surveyId: string): AsyncGenerator<string> {
  let after: string | undefined
  for (;;) {
    const rows = await listSealedComments(db, surveyId, { after, limit: ROWS_AT_ONCE })
    yield lines(rows.map(({ comment }) => [harmlessCell(comment)]))
    if (rows.length < ROWS_AT_ONCE) return
    after = rows.at(-1)?.commitment
  }
}

async function* profileRows(tables: ProfileTable[]): AsyncGenerator<string> {
  const rows = tables.flatMap(({ key, groups }) =>
    groups.map((group): Row => [key, group.key, group.n, group.ikm, group.n === null ? 'yes' : 'no']),
  )
  yield lines(rows)
}

async function* nothing(): AsyncGenerator<string> {}

function lines(rows: readonly Row[]): string {
  return stringify(rows as Row[], CSV_LINES)
}
