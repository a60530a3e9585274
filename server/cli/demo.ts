/** Fills an empty data folder with the demonstration, once, and serves it. */
import { rmSync } from 'node:fs'
import { openDatabase } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { ConfigError, databaseFile, readConfig, type Config } from '../config.ts'
import { makeDataFolder } from '../data-folder.ts'
import { fillDemo } from '../demo/fill.ts'
import { demoCode, setUpDemoPhones } from '../demo/phones.ts'
import { DEMO_PASSWORD, DEMO_RESIDENT, PEOPLE } from '../demo/people.ts'
import { demoStateOf, stampDemo } from '../demo/stamp.ts'
import { portal } from '../portal.ts'
import { serve } from '../serve.ts'
import { openingFailure } from '../unusable-settings.ts'
import { Misused, type ExitCode, type Io } from './io.ts'

export const usage = `Pemakaian: npm run demo

Mengisi folder data yang kosong dengan data contoh (lima daerah, tiga periode) dan satu survei nyata, lalu menyajikannya.
Sesudah terisi, mulai berikutnya langsung menyajikan. Hentikan dengan Ctrl+C.

  HOST, PORT    alamat yang didengarkan (bawaan 127.0.0.1 dan 4321)
  DATA_DIR      folder data (bawaan data/demo)
  DATABASE_URL  PostgreSQL kosong, sebagai ganti berkas SQLite
`

export async function run(args: string[], io: Io): Promise<ExitCode> {
  if (args.length > 0) throw new Misused('Perintah demo tidak mengenal pilihan; setelannya lewat variabel lingkungan.')
  try {
    await serveDemo(
      readConfig({ LOG_REQUESTS: '0', ...process.env, DATA_DIR: process.env.DATA_DIR || 'data/demo' }),
      io,
    )
  } catch (error) {
    if (error instanceof ConfigError) throw new Misused(error.message)
    throw error
  }
  return await new Promise<never>(() => undefined)
}

async function serveDemo(config: Config, io: Io): Promise<void> {
  await fillOnce(config, io).catch((error: unknown) => {
    throw openingFailure(error, config)
  })
  const running = await portal(config)
  await setUpDemoPhones(running.database.db, running.key)
  const url = await serve(running)
  io.out(welcome(process.env.PUBLIC_URL ? config.publicUrl : url))
}

async function fillOnce(config: Config, io: Io): Promise<void> {
  makeDataFolder(config)
  const started = Date.now()
  for (;;) {
    const database = openDatabase({ url: config.databaseUrl, file: databaseFile(config) })
    try {
      await migrate(database)
      const state = await demoStateOf(database.db)
      if (state === 'filled') return
      if (state === 'real') throw new Misused(`${config.dataDir} berisi portal sungguhan; pilih DATA_DIR lain.`)
      if (state === 'empty') {
        io.err('Mengisi data contoh…\n')
        await stampDemo(database.db, 'filling')
        await fillDemo(database, (text) => io.err(`  ${((Date.now() - started) / 1000).toFixed(1)} dtk  ${text}\n`))
        await stampDemo(database.db, 'filled')
        return
      }
    } finally {
      await database.close()
    }
    if (config.databaseUrl)
      throw new Misused('Pengisian sebelumnya terputus. Kosongkan basis data PostgreSQL itu, lalu ulangi.')
    io.err('Pengisian sebelumnya terputus; diulang dari awal.\n')
    for (const suffix of ['', '-wal', '-shm']) rmSync(databaseFile(config) + suffix, { force: true })
    makeDataFolder(config)
  }
}

function welcome(url: string): string {
  const width = Math.max(...PEOPLE.map(({ email }) => email.length))
  const people = PEOPLE.map(({ email, name }) => {
    const code = demoCode(email)
    return `  ${email.padEnd(width)}  ${code ? `kode ${code}` : ' '.repeat(11)}  ${name}\n`
  })
  return [
    `\nBalai menjawab di ${url}\n`,
    `\nMasuk di ${url}/masuk dengan kata sandi ${DEMO_PASSWORD}:\n`,
    ...people,
    `\nWarga masuk tanpa kata sandi di ${url}/masukan-saya/masuk dengan ${DEMO_RESIDENT}; tautannya ada di folder mail dalam folder data.\n`,
    '\nKode berganti tiap 30 detik. Kode yang berlaku sekarang: npm run --silent balai -- demo-code\n\n',
  ].join('')
}
