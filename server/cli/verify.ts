import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readSnapshot } from '#db/snapshot.ts'
import { readHeads, readRecord } from '../ledger/export-records.ts'
import { listKnownKeys, type Head } from '../ledger/heads.ts'
import { runExportVerifiers, runVerifiers, type ExportRecord, type Verification } from '../ledger/verification.ts'
import { BrokenFile, isUnreadable, readSealed } from '../sealed-lines.ts'
import { exportVerifiers, rowVerifiers } from '../verifiers.ts'
import { ledger as words } from '../words/id/ledger.ts'
import { Misused, printResult, type ExitCode, type Io } from './io.ts'
import { withPortal } from './portal.ts'

export const usage = `Pemakaian: balai verify [--export BERKAS] [--heads BERKAS] [--json]

Memeriksa bahwa tidak ada yang berubah sejak dicatat, dan menyebut yang pertama tidak cocok. Kode keluar 0 bila semua
cocok, 1 bila tidak.

  --export BERKAS  periksa ekspor publik, tanpa basis data
  --heads BERKAS   bandingkan dengan kepala rantai yang pernah Anda simpan, seperti dari /api/v1/ledger/heads
  --json           cetak JSON; juga bila keluaran bukan ke layar terminal
`

const OPTIONS = { export: { type: 'string' }, heads: { type: 'string' }, json: { type: 'boolean' } } as const

export async function run(args: string[], io: Io): Promise<ExitCode> {
  const { values } = parseArgs({ args, options: OPTIONS })
  const savedHeads = values.heads === undefined ? [] : readSavedHeads(values.heads)
  const verification = await (values.export === undefined
    ? verifyRows(savedHeads)
    : verifyExport(values.export, savedHeads))
  printResult(io, values.json, verification, () => report(verification))
  return verification.fits ? 0 : 1
}

/** The auditor's walk, over one moment of the database. */
function verifyRows(savedHeads: Head[]): Promise<Verification> {
  return withPortal({}, ({ config, database }) => {
    const verifiers = rowVerifiers({ knownKeys: listKnownKeys(config.dataDir), savedHeads })
    return readSnapshot(database, (db) => runVerifiers(db, verifiers))
  })
}

/** The stranger's walk. A file that was cut or altered on its way fits as little as one whose chain is broken. */
async function verifyExport(file: string, savedHeads: Head[]): Promise<Verification> {
  try {
    return await runExportVerifiers(exportRecords(file), exportVerifiers({ savedHeads }))
  } catch (error) {
    if (error instanceof BrokenFile) {
      return { fits: false, problem: { kind: 'export', id: file, what: `export-${error.how}` }, checked: {} }
    }
    if (isUnreadable(error)) throw new Misused(`${file} tidak bisa dibaca: ${error.message}`)
    throw error
  }
}

async function* exportRecords(file: string): AsyncGenerator<ExportRecord> {
  let first = true
  for await (const value of readSealed(file)) {
    const record = readRecord(value)
    if (!record || (first && record.format !== 'balai-export'))
      throw new BrokenFile('foreign', 'This is no public export.')
    first = false
    yield record
  }
}

function readSavedHeads(file: string): Head[] {
  const heads = readHeads(readJson(file))
  if (!heads) throw new Misused(`${file} bukan daftar kepala rantai.`)
  return heads
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Misused(`${file} tidak bisa dibaca: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function report({ problem, checked }: Verification): string {
  const counts = Object.entries(checked).map(([what, count]) => `${count} ${words.checked[what] ?? what}`)
  const lines = problem
    ? [
        words.doesNotFit(
          words.things[problem.kind] ?? problem.kind,
          problem.id,
          words.problems[problem.what] ?? problem.what,
        ),
        ...(problem.expected === undefined ? [] : [`  ${words.expected}: ${problem.expected}`]),
        ...(problem.found === undefined ? [] : [`  ${words.found}: ${problem.found}`]),
      ]
    : [words.fits]
  if (counts.length > 0) lines.push(`${words.wasChecked}: ${counts.join(', ')}.`)
  return `${lines.join('\n')}\n`
}
