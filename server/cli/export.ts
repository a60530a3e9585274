import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { readSnapshot } from '#db/snapshot.ts'
import { Refused } from '../errors.ts'
import { exportSurvey } from '../survey/export.ts'
import { formatNumber, Misused, printResult, type ExitCode, type Io } from './io.ts'
import { OPERATOR } from './operator.ts'
import { withPortal } from './portal.ts'

export const usage = `Pemakaian: balai export SURVEI [--out FOLDER] [--json]

Menulis jawaban yang sudah disegel ke tiga berkas yang masing-masing diacak: scores.csv, profile.csv (tabel profil, terisi
sesudah publikasi), dan comments.csv. Tidak ada yang bisa menggabungkan isinya. SURVEI adalah slug di alamatnya.

  --out FOLDER  folder tujuan (bawaan: export-SURVEI)
  --json        cetak JSON {"survey","answers","folder","files"}; juga bila keluaran bukan ke layar terminal
`

export async function run(args: string[], io: Io): Promise<ExitCode> {
  const options = { out: { type: 'string' }, json: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [slug, ...others] = positionals
  if (!slug || others.length > 0) throw new Misused('Sebutkan satu survei.')
  const folder = values.out ?? `export-${slug}`
  const written = await withPortal({}, ({ database, scope }) =>
    readSnapshot(database, async (db) => {
      const made = await exportSurvey({ ...scope, db, actor: OPERATOR }, slug)
      mkdirSync(folder, { recursive: true })
      for (const { name, text } of made.files)
        await pipeline(Readable.from(text), createWriteStream(join(folder, name)))
      return made
    }),
  ).catch((error: unknown) => {
    throw error instanceof Refused && error.code === 'not-found' ? new Misused(`Survei "${slug}" tidak ada.`) : error
  })
  if (written.tooFew) io.err('Jawaban tersegel kurang dari sepuluh, jadi isinya tidak ditulis.\n')
  if (!written.profileShown) io.err('Tabel profil menyusul sesudah hasilnya dipublikasikan.\n')
  const { answers } = written
  const document = { survey: slug, answers, folder, files: written.files.map(({ name }) => name) }
  printResult(io, values.json, document, () => `${formatNumber(answers, 0)} jawaban tersegel ditulis ke ${folder}.\n`)
  return 0
}
