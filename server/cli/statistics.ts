import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { holm } from '../statistics/holm.ts'
import { ordinalMean } from '../statistics/ordinal-mean.ts'
import { newcombeDifference, wilsonInterval, type Share } from '../statistics/share.ts'
import { asUnreadable } from './answers.ts'
import { Misused, type ExitCode, type Io } from './io.ts'

export const usage = `Pemakaian: balai statistics BERKAS.json [--json]

Mengerjakan daftar hitungan dan mencetak daftar yang sama beserta jawabannya (JSON), agar siapa pun dapat memeriksa
hitungan kami:

  {"method":"wilson","successes":23,"n":60}            → interval
  {"method":"newcombe","a":[56,70],"b":[48,80]}        → difference, interval
  {"method":"holm","p":[0.01,0.04]}                    → adjusted
  {"method":"ordinalMean","counts":[0,2,12,15]}        → n, mean, interval (null di bawah dua jawaban)

  --json    tanpa jarak dan baris baru; juga bila keluaran bukan ke layar terminal
`

type Item = Record<string, unknown>

const METHODS: Readonly<Record<string, (item: Item) => object>> = {
  wilson: ({ successes, n }) => ({ interval: wilsonInterval(asShare([successes, n])) }),
  newcombe: ({ a, b }) => newcombeDifference(asShare(a), asShare(b)),
  holm: ({ p }) => ({ adjusted: holm(asProbabilities(p)) }),
  ordinalMean: ({ counts }) => ordinalMean(asLevelCounts(counts)),
}

export async function run(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
  const [path, ...others] = positionals
  if (!path || others.length > 0) throw new Misused('Sebutkan tepat satu berkas.')
  const answers = (await readList(path)).map((item, i) => answer(item, i + 1))
  io.out(`${JSON.stringify(answers, null, values.json || !io.terminal ? 0 : 2)}\n`)
  return 0
}

async function readList(path: string): Promise<unknown[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw asUnreadable(error, path)
  })
  try {
    const list: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (Array.isArray(list)) return list
  } catch (error) {
    throw new Misused(`Berkas ${path} bukan JSON: ${error instanceof Error ? error.message : ''}`)
  }
  throw new Misused(`Berkas ${path} harus berisi daftar: [ … ].`)
}

function answer(item: unknown, position: number): object {
  const { method } = Object(item) as Item
  if (typeof method !== 'string' || !Object.hasOwn(METHODS, method)) {
    throw new Misused(`Butir ke-${position}: method harus ${Object.keys(METHODS).join(', ')}.`)
  }
  try {
    return { ...(item as Item), ...METHODS[method]!(item as Item) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Misused(`Butir ke-${position} (${method}): ${error.message}.`)
  }
}

function asNumbers(value: unknown): number[] {
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'number')) {
    throw new RangeError('daftar bilangan tidak ada atau tidak lengkap')
  }
  return value
}

function asShare(value: unknown): Share {
  const [successes, n, ...rest] = asNumbers(value)
  const counts = [successes, n].every((count) => Number.isSafeInteger(count))
  if (!counts || rest.length > 0 || n! < 1 || successes! < 0 || successes! > n!) {
    throw new RangeError('bagian harus dua cacah x dan n, dengan 0 ≤ x ≤ n dan n paling sedikit 1')
  }
  return [successes!, n!]
}

function asProbabilities(value: unknown): number[] {
  const p = asNumbers(value)
  if (!p.every((entry) => entry >= 0 && entry <= 1)) throw new RangeError('p harus antara 0 dan 1')
  return p
}

function asLevelCounts(value: unknown): number[] {
  const counts = asNumbers(value)
  if (counts.length !== 4 || !counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError('counts harus empat cacah: banyaknya nilai 1, 2, 3, dan 4')
  }
  return counts
}
