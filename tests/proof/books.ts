/** What a database says of a survey's answers, held against what its senders know. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { listReceipts } from '#db/survey/receipts.ts'
import { parseCode, receiptHash } from '#server/ledger/receipts.ts'
import { scopeOf } from '#server/scope.ts'
import { getCounts } from '#server/survey/counts.ts'
import { BARE_ENV } from '../support/bare-env.ts'
import type { Sending } from './answer-stream.ts'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

/** Runs a command of the portal as an operator does, beside a portal that serves or without one. */
export async function balai(args: string[], env: Record<string, string>): Promise<{ code: number; out: string }> {
  const options = { cwd: root, env: { ...BARE_ENV, ...env } }
  const said = await run(process.execPath, [join(root, 'server/cli/main.ts'), ...args], options).catch(
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
  return { code: 'code' in said ? said.code : 0, out: said.stdout + said.stderr }
}

/** Every receipt is there, no answer twice and none without a receipt; chain, batches and tallies fit. */
export async function expectNothingLost(
  database: OpenDatabase,
  env: Record<string, string>,
  survey: { id: string; slug: string },
  acknowledged: Sending[],
): Promise<void> {
  const hashes = acknowledged.map(({ receipt }) => receiptHash(parseCode(receipt ?? '') ?? ''))
  expect(new Set(hashes).size).toBe(acknowledged.length)
  const found = new Set<string>()
  for (let start = 0; start < hashes.length; start += 500) {
    for (const { hash } of await listReceipts(database.db, hashes.slice(start, start + 500))) found.add(hash)
  }
  expect(hashes.filter((hash) => !found.has(hash))).toEqual([])
  expect(await countReceipts(database, survey.id)).toBe((await getCounts(scopeOf(database), survey.slug)).n)
  expect(await balai(['verify', '--json'], env)).toMatchObject({ code: 0 })
}

export async function countReceipts({ db }: OpenDatabase, surveyId: string): Promise<number> {
  const { count } = await db
    .selectFrom('receipt')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('receiptOf', '=', surveyId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
