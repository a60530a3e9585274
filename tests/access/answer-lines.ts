/** Pages of answers to a consultation, and what everyone may get of them. */
import type { Line } from './table.ts'

const THOSE_WHO_ANSWER = '401 200 200 403 200 403 403 403 403 403 403'
const NOTHING_TYPED = '401 422 422 403 422 403 403 403 403 403 403'

export const ANSWER_LINES: Line[] = [
  { page: 'consultationAnswers', get: '200' },
  ...(['.csv', '.jsonl', '.xlsx', '.docx', '.pdf'] as const).map((data): Line => {
    return { page: 'consultationAnswers', data, get: '200', post: '404' }
  }),
  { page: 'consultationClosing', get: '200' },
  ...(['.docx', '.pdf'] as const).map((data): Line => ({ page: 'consultationClosing', data, get: '200', post: '404' })),
  { page: 'objectToAnswer', get: '200', post: '422' },
  { page: 'answerInputs', get: THOSE_WHO_ANSWER, post: NOTHING_TYPED },
  { page: 'answerInputs', data: '.xlsx', get: THOSE_WHO_ANSWER, post: '404' },
  { page: 'closeConsultation', get: THOSE_WHO_ANSWER, post: NOTHING_TYPED },
]
