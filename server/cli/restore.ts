import { parseArgs } from 'node:util'
import { NotEmpty } from '#db/copy.ts'
import { NotRestorable, restore } from '../backup.ts'
import { BrokenFile, isUnreadable } from '../sealed-lines.ts'
import { Misused, printResult, type ExitCode, type Io } from './io.ts'
import { withPortal } from './portal.ts'

export const usage = `Pemakaian: balai restore BERKAS [--json]

Memulihkan cadangan ke basis data yang masih kosong, semuanya atau tidak sama sekali. Cadangan dari SQLite boleh dipulihkan
ke PostgreSQL dan sebaliknya. Hentikan portal dulu. Taruh juga salinan head-key.pem di DATA_DIR, lalu jalankan verify.

  --json    cetak JSON; juga bila keluaran bukan ke layar terminal
`

export async function run(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
  const [file, ...others] = positionals
  if (!file || others.length > 0) throw new Misused('Sebutkan satu berkas cadangan.')
  try {
    const rows = await withPortal({ make: true, anyShape: true }, ({ database }) =>
      restore(database, file, (table, rows) => io.err(`${table}: ${rows} baris\n`)),
    )
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
    printResult(io, values.json, { rows }, () => `${total} baris pulih. Periksa dengan: npm run balai -- verify\n`)
    return 0
  } catch (error) {
    io.err(`Tidak dipulihkan; basis data tetap seperti semula. ${refusal(error, file)}\n`)
    return 1
  }
}

/** Why a backup is refused. @throws what is no refusal. */
function refusal(error: unknown, file: string): string {
  if (error instanceof BrokenFile) return BROKEN[error.how](file)
  if (error instanceof NotEmpty) return `Tabel ${error.message} sudah berisi. Pulihkan ke basis data kosong.`
  if (error instanceof NotRestorable) return NOT_RESTORABLE[error.why]
  if (isUnreadable(error)) throw new Misused(`${file} tidak bisa dibaca: ${error.message}`)
  throw error
}

const BROKEN: Record<BrokenFile['how'], (file: string) => string> = {
  cut: (file) => `${file} terpotong: bagian akhirnya hilang.`,
  altered: (file) => `${file} berubah sejak ditulis: jumlah baris atau sidiknya tidak cocok.`,
  foreign: (file) => `${file} bukan cadangan Balai.`,
}

const NOT_RESTORABLE: Record<NotRestorable['why'], string> = {
  'newer-backup': 'Cadangan ini dibuat oleh program yang lebih baru. Perbarui programnya dulu.',
  'newer-database':
    'Basis data tujuan sudah berbentuk lebih baru dari cadangan. Pulihkan ke basis data yang belum dibuat.',
}
