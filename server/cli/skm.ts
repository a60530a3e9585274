import { parseArgs } from 'node:util'
import { ELEMENT_NAMES } from '../survey/rules/elements.ts'
import { WEIGHT_POLICIES, type WeightPolicy } from '../directory/rules/weight-policy.ts'
import { GRADE_LABELS, skmResult, type SkmResult } from '../survey/rules/skm.ts'
import { emptyTally } from '../survey/rules/tally.ts'
import { countFile, parseOrder, reportRejected, type CountedFile } from './answers.ts'
import { formatInterval, formatNumber, formatTable, Misused, printResult, type ExitCode, type Io } from './io.ts'

export const usage = `Pemakaian: balai skm BERKAS.csv [--weight exact|0.111|0.11] [--order regulation|annex] [--skip] [--json]

Menghitung IKM dari jawaban, satu responden per baris. Tidak memerlukan basis data.
Baris judul: kunci unsur, nama resmi, atau U1–U9. Pemisah koma atau titik koma. Sel kosong berarti tidak dijawab.

  --weight  bobot per unsur: exact = 1/9 tanpa pembulatan (bawaan), 0.111, atau 0.11
  --order   arti U8 dan U9: regulation = pengaduan lalu sarana (bawaan), annex = sebaliknya
  --skip    hitung baris lain bila ada baris yang ditolak
  --json    cetak JSON; juga bila keluaran bukan ke layar terminal

Nomor baris dihitung dari baris pertama berkas: judul adalah baris 1 (baris 2 bila baris pertama "sep=;").
Kode keluar: 0 selesai; 1 ada baris yang ditolak atau IKM tidak dapat dihitung; 2 salah pakai.
`

export async function run(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      weight: { type: 'string', default: 'exact' },
      order: { type: 'string', default: 'regulation' },
      skip: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  const [path, ...others] = positionals
  if (!path || others.length > 0) throw new Misused('Sebutkan tepat satu berkas.')
  const weight = parseWeight(values.weight)
  const { tally, rejected, unreadable } = await countFile(path, parseOrder(values.order))
  reportRejected(io, path, rejected)
  const stopped = unreadable || (rejected.length > 0 && !values.skip)
  const result = skmResult(stopped ? emptyTally() : tally, weight)
  printResult(io, values.json, toDocument(result, rejected, stopped), () =>
    stopped ? 'Tidak dihitung.\n' : describe(result),
  )
  if (stopped && !unreadable) io.err('Tidak ada yang dihitung. Perbaiki baris itu, atau pakai --skip.\n')
  if (!stopped && result.ikm === null) io.err('IKM tidak dapat dihitung: ada unsur yang tidak dijawab siapa pun.\n')
  return result.ikm === null ? 1 : 0
}

function parseWeight(weight: string): WeightPolicy {
  const policy = WEIGHT_POLICIES.find((name) => name === weight)
  if (!policy) throw new Misused(`--weight harus ${WEIGHT_POLICIES.join(', ')}; bukan "${weight}".`)
  return policy
}

// The shape is the same whether or not anything was counted; figures that weren't made are null.
function toDocument(result: SkmResult, rejected: CountedFile['rejected'], stopped: boolean): object {
  const { respondents, weight, elements, ikm, interval, grade, couldBe } = result
  return {
    respondents: stopped ? null : respondents,
    weight,
    elements: elements.map(({ key, answers, sum, mean, interval, grade }) =>
      stopped
        ? { key, answers: null, sum: null, mean: null, interval: null, grade: null }
        : { key, answers, sum, mean, interval, grade },
    ),
    ikm,
    interval,
    grade,
    couldBe,
    rejected,
  }
}

function describe(result: SkmResult): string {
  const rows = result.elements.map(({ key, answers, sum, mean, interval, grade }) => [
    ELEMENT_NAMES[key],
    String(answers),
    String(sum),
    formatNumber(mean, 3),
    formatInterval(interval, 2),
    grade ?? '–',
  ])
  const table = formatTable([['Unsur', 'Jawaban', 'Jumlah', 'NRR', 'Perkiraan rentang', 'Mutu'], ...rows])
  return `${table}\n${describeIndex(result)}`
}

function describeIndex({ ikm, grade, interval, couldBe, respondents, received, weight }: SkmResult): string {
  const basis = `Dari ${received} responden, ${respondents} menjawab lengkap. Bobot: ${weight}.\n`
  if (ikm === null || grade === null) return `IKM belum ada.\n${basis}`
  const official = `IKM ${formatNumber(ikm, 2)} · Mutu ${grade} (${GRADE_LABELS[grade]})\n`
  if (interval === null) return official + basis
  const others = couldBe.filter((other) => other !== grade)
  const doubt = others.length > 0 ? ` Mutunya bisa juga ${others.join(' atau ')}.` : ''
  const sure = `Bila semua pengguna layanan ditanya, nilainya kira-kira ${formatInterval(interval, 2)}.${doubt}\n`
  return official + sure + basis
}
