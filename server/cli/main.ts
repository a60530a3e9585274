import { Misused, type Command, type ExitCode, type Io } from './io.ts'

type Entry = { summary: string; load: () => Promise<Command> }

const COMMANDS: Readonly<Record<string, Entry>> = {
  skm: { summary: 'hitung IKM dari berkas jawaban', load: () => import('./skm.ts') },
  compare: { summary: 'bandingkan dua periode', load: () => import('./compare.ts') },
  sample: { summary: 'jumlah responden yang diperlukan (Krejcie–Morgan)', load: () => import('./sample.ts') },
  statistics: { summary: 'periksa hitungan statistik dari berkas JSON', load: () => import('./statistics.ts') },
  'import-answers': { summary: 'masukkan berkas jawaban ke sebuah survei', load: () => import('./import-answers.ts') },
  export: { summary: 'tulis jawaban tersegel sebuah survei ke tiga berkas', load: () => import('./export.ts') },
  verify: { summary: 'periksa bahwa tidak ada yang berubah sejak dicatat', load: () => import('./verify.ts') },
  backup: { summary: 'cadangkan seluruh basis data, selagi portal melayani', load: () => import('./backup.ts') },
  restore: { summary: 'pulihkan cadangan ke basis data kosong', load: () => import('./restore.ts') },
  migrate: { summary: 'bawa basis data ke bentuk terbaru', load: () => import('./migrate.ts') },
  demo: { summary: 'isi data contoh dan sajikan', load: () => import('./demo.ts') },
  'demo-code': { summary: 'cetak kode masuk akun data contoh', load: () => import('./demo-code.ts') },
  'create-admin': { summary: 'buat admin portal dan tautan kata sandinya', load: () => import('./create-admin.ts') },
}

/** Runs one command line, without the program's name. */
export async function main(args: string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === '--help' || name === '-h') return say(io.out, contents(), 0)
  if (name === undefined) return say(io.err, contents(), 2)
  if (!Object.hasOwn(COMMANDS, name)) {
    return say(io.err, `Perintah "${name}" tidak dikenal. Lihat: npm run balai -- --help\n`, 2)
  }
  const command = await COMMANDS[name]!.load()
  if (rest.some((arg) => arg === '--help' || arg === '-h')) return say(io.out, command.usage, 0)
  try {
    return await command.run(rest, io)
  } catch (error) {
    if (!isMisuse(error)) throw error
    return say(io.err, `${error.message}\nLihat: npm run balai -- ${name} --help\n`, 2)
  }
}

function contents(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length))
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}\n`)
  return [
    'Pemakaian: npm run --silent balai -- PERINTAH [pilihan]\n\n',
    ...lines,
    '\nSetiap perintah punya --help. Kode keluar: 0 selesai, 1 jawabannya tidak, 2 salah pakai.\n',
  ].join('')
}

function say(write: (text: string) => void, text: string, code: ExitCode): ExitCode {
  write(text)
  return code
}

function isMisuse(error: unknown): error is Error {
  if (error instanceof Misused) return true
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

if (import.meta.main) {
  // A reader that closes early, such as head, is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: process.stdout.isTTY === true,
  }).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return 1
  })
}
