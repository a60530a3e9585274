import { parseArgs } from 'node:util'
import { backUp } from '../backup.ts'
import { Misused, printResult, type ExitCode, type Io } from './io.ts'
import { withPortal } from './portal.ts'

export const usage = `Pemakaian: balai backup BERKAS [--json]

Menyalin seluruh basis data, seperti keadaannya pada satu saat, ke BERKAS (JSON Lines dalam gzip). Boleh dijalankan
selagi portal melayani. BERKAS lama baru diganti setelah yang baru utuh. Isinya tidak untuk umum: simpan terjaga.
Kunci kepala rantai (head-key.pem di DATA_DIR) tidak ikut; simpan salinannya di tempat lain.

  --json    cetak JSON; juga bila keluaran bukan ke layar terminal
`

export async function run(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
  const [file, ...others] = positionals
  if (!file || others.length > 0) throw new Misused('Sebutkan satu berkas tujuan.')
  const rows = await withPortal({ anyShape: true }, async ({ database }) => {
    try {
      return await backUp(database, file, (table, rows) => io.err(`${table}: ${rows} baris\n`))
    } catch (error) {
      throw isUnwritable(error) ? new Misused(`${file} tidak bisa ditulis: ${error.message}`) : error
    }
  })
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  printResult(io, values.json, { file, rows }, () => `${total} baris tercadang di ${file}\n`)
  return 0
}

function isUnwritable(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && ['open', 'rename'].includes(String(error.syscall))
}
