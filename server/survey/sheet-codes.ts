/**
 * Codes of printed sheets. A sheet's code tells it apart at the desk; from it follow the key under which its answer enters,
 * so that no sheet counts twice, and the receipt that its respondent tears off. Neither leads to what was answered.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { getOrSetSetting } from '#db/portal/settings.ts'
import type { Database } from '#db/database.ts'
import { sha256 } from '../ledger/commitments.ts'
import { ALPHABET, formatCode, parseChecked, receiptHash, surveyReceiptCode, withCheck } from '../ledger/receipts.ts'

const LENGTH = 7

export interface Sheet {
  /** As it is printed and shown: K7M2-9QXA. */
  code: string
  /** What the database knows it by. */
  hash: string
  /** The submission key of its answer. */
  key: string
  /** Of its answer, once it is entered; formatted. */
  receipt: string
  receiptHash: string
}

/** Shared by all nodes. */
export function sheetSecret(db: Database): Promise<string> {
  return getOrSetSetting(db, 'sheet-secret', randomBytes(32).toString('hex'))
}

/** The sheets of a print run: the same ones whenever they are asked for. */
export function sheetsOfRun(secret: string, surveyId: string, run: string, count: number): Sheet[] {
  return Array.from({ length: count }, (_, index) => {
    const bytes = createHmac('sha256', secret).update(`sheet ${surveyId} ${run} ${index}`).digest()
    const characters = Array.from({ length: LENGTH }, (_, i) => ALPHABET.charAt((bytes[i] ?? 0) % ALPHABET.length))
    return sheetOf(secret, surveyId, withCheck(characters.join('')))
  })
}

/** Reads a code as it is typed: any case, with or without dashes. Undefined if no sheet can have it. */
export function readSheet(secret: string, surveyId: string, text: string): Sheet | undefined {
  const code = parseChecked(text, LENGTH)
  return code === undefined ? undefined : sheetOf(secret, surveyId, code)
}

function sheetOf(secret: string, surveyId: string, code: string): Sheet {
  const key = createHmac('sha256', secret).update(`sheet-key ${surveyId} ${code}`).digest('hex')
  const receipt = surveyReceiptCode(surveyId, key)
  return {
    code: formatCode(code),
    hash: sha256(`sheet ${surveyId} ${code}`),
    key,
    receipt: formatCode(receipt),
    receiptHash: receiptHash(receipt),
  }
}
