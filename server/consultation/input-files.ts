/** A file is there for as long as everyone may read the input that it hangs on. */
import { findInputByNumber } from '#db/consultation/inputs.ts'
import { Refused } from '../errors.ts'
import { answerFile, readFile } from '../files.ts'
import { shownTexts } from '../moderation/texts.ts'
import type { Scope } from '../scope.ts'
import { isInputCursor, placeOfInputs } from './input-lists.ts'

/** @throws Refused not-found, also for the file of an input that is hidden, covered or held */
export async function answerInputFile(scope: Scope, slug: string, number: string): Promise<Response> {
  const { consultation } = await placeOfInputs(scope, slug)
  const input = isInputCursor(number) ? await findInputByNumber(scope.db, consultation.id, Number(number)) : undefined
  if (!input?.fileHash || input.erasedAt !== null) throw new Refused('not-found')
  const shown = (await shownTexts(scope.db, 'input', [input.id])).get(input.id)
  const file = shown?.state === 'shown' && !shown.masked ? await readFile(scope.db, input.fileHash) : undefined
  if (!file) throw new Refused('not-found')
  return answerFile(file, input.fileName ?? file.name)
}
