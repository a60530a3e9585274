import { parseArgs } from 'node:util'
import { migrate } from '#db/migrate.ts'
import { printResult, type ExitCode, type Io } from './io.ts'
import { withPortal } from './portal.ts'

export const usage = `Pemakaian: balai migrate [--json]

Membawa basis data ke bentuk terbaru, semuanya atau tidak sama sekali. Basis data yang belum ada dibuat. Cadangkan dulu:
bentuk lama tidak bisa dikembalikan.

  --json    cetak JSON; juga bila keluaran bukan ke layar terminal
`

export async function run(args: string[], io: Io): Promise<ExitCode> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
  const applied = await withPortal({ make: true, anyShape: true }, ({ database }) => migrate(database))
  printResult(io, values.json, { applied }, () =>
    applied.length > 0 ? `Diterapkan: ${applied.join(', ')}\n` : 'Bentuk basis data sudah terbaru.\n',
  )
  return 0
}
