import { parseArgs } from 'node:util'
import { sampleSize } from '../survey/rules/sample.ts'
import { Misused, printResult, type ExitCode, type Io } from './io.ts'

export const usage = `Pemakaian: balai sample POPULASI [--json]

Jumlah responden menurut Krejcie–Morgan (95 %, ±5 poin): dengan rumus, dibulatkan ke yang terdekat; dan dengan tabel,
baris berikutnya ke atas, tidak lebih dari populasi. POPULASI bilangan bulat dari 1, tanpa titik.

  --json    cetak JSON; juga bila keluaran bukan ke layar terminal
`

export async function run(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
  const [population, ...others] = positionals
  if (!population || others.length > 0) throw new Misused('Sebutkan satu populasi.')
  if (!/^\d{1,15}$/.test(population) || Number(population) < 1) {
    throw new Misused(`Populasi harus bilangan bulat dari 1, bukan "${population}".`)
  }
  const size = sampleSize(Number(population))
  printResult(io, values.json, size, () => `Rumus: ${size.formula} responden\nTabel: ${size.table} responden\n`)
  return 0
}
