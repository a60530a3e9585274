import { parseArgs } from 'node:util'
import { CHANGE_RULE, compareTallies, type Comparison } from '../survey/rules/compare.ts'
import { ELEMENT_NAMES } from '../survey/rules/elements.ts'
import { emptyTally } from '../survey/rules/tally.ts'
import { countFile, parseOrder, reportRejected } from './answers.ts'
import { formatInterval, formatNumber, formatTable, Misused, printResult, type ExitCode, type Io } from './io.ts'

export const usage = `Pemakaian: balai compare SEBELUM.csv SESUDAH.csv [--order regulation|annex] [--skip] [--json]

Membandingkan dua periode, dalam poin IKM (bobot 1/9). Tidak memerlukan basis data. Berkas seperti pada "balai skm".
Uji Welch atas rata-rata responden yang menjawab lengkap; Mann–Whitney (U milik SESUDAH) sebagai pembanding;
per unsur uji Welch dengan penyesuaian Holm. Disebut berubah bila p Welch < ${CHANGE_RULE.p}, selisihnya paling sedikit
${CHANGE_RULE.points} poin, dan kedua periode punya paling sedikit ${CHANGE_RULE.respondents} responden lengkap.

  --order   arti U8 dan U9: regulation = pengaduan lalu sarana (bawaan), annex = sebaliknya
  --skip    hitung baris lain bila ada baris yang ditolak
  --json    cetak JSON; juga bila keluaran bukan ke layar terminal

Kode keluar: 0 selesai, berubah atau tidak; 1 ada baris yang ditolak atau tidak ada yang dapat dibandingkan; 2 salah pakai.
`

export async function run(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      order: { type: 'string', default: 'regulation' },
      skip: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  const [before, after, ...others] = positionals
  if (!before || !after || others.length > 0) throw new Misused('Sebutkan dua berkas: sebelum dan sesudah.')
  const order = parseOrder(values.order)
  const files = []
  for (const path of [before, after]) files.push({ path, ...(await countFile(path, order)) })
  for (const { path, rejected } of files) reportRejected(io, path, rejected)
  const stopped = files.some(({ rejected, unreadable }) => unreadable || (rejected.length > 0 && !values.skip))
  const [earlier, later] = files.map(({ tally }) => (stopped ? emptyTally() : tally))
  const result = compareTallies(earlier!, later!)
  const rejected = files.flatMap(({ path, rejected }) => rejected.map((line) => ({ file: path, ...line })))
  const document = rejected.length > 0 ? { ...result, rejected } : result
  printResult(io, values.json, document, () => describe(result))
  if (stopped) io.err('Tidak ada yang dibandingkan: ada baris yang ditolak.\n')
  else if (result.difference === null) io.err('Tidak dapat dibandingkan: satu berkas tidak punya responden lengkap.\n')
  return result.difference === null ? 1 : 0
}

function describe(result: Comparison): string {
  if (result.difference === null) return 'Tidak dapat dibandingkan.\n'
  const { difference, interval, t, df, p, mannWhitney, smallestVisible } = result
  const lines = [
    `Selisih ${formatNumber(difference, 2)} poin IKM, perkiraan rentang ${formatInterval(interval, 2)}`,
    `Welch: t ${formatNumber(t, 3)}, df ${formatNumber(df, 1)}, p ${formatP(p)}`,
    `Mann–Whitney: U ${formatNumber(mannWhitney.u, 1)}, p ${formatP(mannWhitney.p)}`,
    result.verdict === 'changed' ? 'Berubah.' : 'Belum dapat disebut perubahan.',
  ]
  if (smallestVisible !== null) {
    lines.push(
      `Perubahan di bawah ${formatNumber(smallestVisible, 2)} poin tidak terlihat dengan jumlah responden ini.`,
    )
  }
  const rows = result.elements.map(({ key, difference, p, adjusted }) => [
    ELEMENT_NAMES[key],
    formatNumber(difference, 2),
    formatP(p),
    formatP(adjusted),
  ])
  return `${lines.join('\n')}\n\n${formatTable([['Unsur', 'Selisih', 'p', 'p Holm'], ...rows])}`
}

function formatP(p: number | null): string {
  return p !== null && p < 0.0001 ? '< 0,0001' : formatNumber(p, 4)
}
