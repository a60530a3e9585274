import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Refused } from '../errors.ts'
import { importAnswers, type Import } from '../survey/import.ts'
import { asUnreadable, parseOrder, reportRejected } from './answers.ts'
import { formatNumber, Misused, printResult, type ExitCode, type Io } from './io.ts'
import { OPERATOR } from './operator.ts'
import { withPortal } from './portal.ts'

export const usage = `Pemakaian: balai import-answers SURVEI BERKAS.csv [--order regulation|annex] [--skip] [--json]

Memasukkan jawaban dari berkas ke survei yang sudah dibuka dan belum diserahkan. SURVEI adalah slug di alamatnya. Satu
baris yang salah menolak seluruh berkas. Berkas yang sama hanya masuk sekali. Kode keluar 1 bila berkas ditolak.

  --order ORDER  arti U8 dan U9: regulation (U8 pengaduan) atau annex (U8 sarana); bawaan: menurut surveinya
  --skip         lewati baris yang salah, masukkan yang lain
  --json         cetak JSON; juga bila keluaran bukan ke layar terminal
`

const OPTIONS = {
  order: { type: 'string' },
  skip: { type: 'boolean', default: false },
  json: { type: 'boolean' },
} as const

export async function run(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
  const [slug, path, ...others] = positionals
  if (!slug || !path || others.length > 0) throw new Misused('Sebutkan satu survei dan satu berkas.')
  const order = values.order === undefined ? {} : { order: parseOrder(values.order) }
  const outcome = await withPortal({}, async ({ database, scope }) => {
    const file = { name: basename(path), read: () => createReadStream(path) }
    const onProgress = showProgress(io)
    return importAnswers({ ...scope, db: database.db, actor: OPERATOR }, slug, file, {
      ...order,
      skip: values.skip,
      onProgress,
    })
  }).catch((error: unknown) => {
    throw asMisused(asUnreadable(error, path), slug)
  })
  if ('rejected' in outcome) reportRejected(io, path, outcome.rejected)
  printResult(io, values.json, outcome, () => describe(outcome))
  return outcome.kind === 'refused' ? 1 : 0
}

function describe(outcome: Import): string {
  switch (outcome.kind) {
    case 'imported':
      return `${formatNumber(outcome.rows, 0)} jawaban masuk sebagai kumpulan ${outcome.batch}.\n`
    case 'already':
      return `Berkas ini sudah masuk pada ${outcome.importedOn}: ${formatNumber(outcome.rows, 0)} jawaban. Tidak ada yang disimpan lagi.\n`
    case 'refused':
      return outcome.reason === 'no-rows'
        ? 'Tidak ada jawaban di berkas ini.\n'
        : 'Tidak ada yang disimpan. Perbaiki baris di atas, atau pakai --skip untuk melewatinya.\n'
  }
}

/** A line for every tenth of the file. */
function showProgress(io: Io): (progress: { stored: number; rows: number }) => void {
  let tenths = 0
  return ({ stored, rows }) => {
    const now = Math.floor((stored / rows) * 10)
    if (now === tenths) return
    tenths = now
    io.err(`${formatNumber(stored, 0)} dari ${formatNumber(rows, 0)} baris\n`)
  }
}

const REASONS: Record<string, string> = {
  'not-open': 'masih draf; buka dulu.',
  'handed-in': 'sudah diserahkan; tidak ada yang bisa masuk lagi.',
}

function asMisused(error: unknown, slug: string): unknown {
  if (!(error instanceof Refused)) return error
  if (error.code === 'not-found') return new Misused(`Survei "${slug}" tidak ada.`)
  return new Misused(`Survei "${slug}" ${REASONS[error.reason ?? ''] ?? error.message}`)
}
