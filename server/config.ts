/** Settings from the environment, checked once at start. */
import { join, resolve } from 'node:path'

export interface Config {
  host: string
  port: number
  dataDir: string
  databaseUrl: string | undefined
  /** Address under which residents reach the portal, without a slash at its end. */
  publicUrl: string
  /** How many proxies in front are trusted to name the client's address. */
  trustedProxies: number
  databaseConnections: number
}

export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** @throws ConfigError naming the variable, what it holds and what it should hold. */
export function readConfig(env: NodeJS.ProcessEnv, { port = 4321 } = {}): Config {
  const host = env.HOST || '127.0.0.1'
  const chosenPort = readWhole(env, 'PORT', port, 0, 65_535)
  return {
    host,
    port: chosenPort,
    dataDir: resolve(env.DATA_DIR || 'data'),
    databaseUrl: readDatabaseUrl(env),
    publicUrl: readPublicUrl(env, host, chosenPort),
    trustedProxies: readWhole(env, 'TRUSTED_PROXIES', 0, 0, 10),
    databaseConnections: readWhole(env, 'DATABASE_CONNECTIONS', 10, 1, 200),
  }
}

export function databaseFile(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'balai.db')
}

function readWhole(env: NodeJS.ProcessEnv, name: string, otherwise: number, least: number, most: number): number {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new ConfigError(`${name} berisi "${text}"; isi dengan bilangan bulat ${least}–${most}.`)
}

function readDatabaseUrl(env: NodeJS.ProcessEnv): string | undefined {
  const text = env.DATABASE_URL
  if (!text) return undefined
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text
  throw new ConfigError('DATABASE_URL bukan alamat PostgreSQL; contoh: postgres://balai:sandi@localhost:5432/balai')
}

function readPublicUrl(env: NodeJS.ProcessEnv, host: string, port: number): string {
  const text = env.PUBLIC_URL
  if (!text) return `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`
  if (/^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname === '/') return text.replace(/\/$/, '')
  throw new ConfigError(
    `PUBLIC_URL berisi "${text}"; isi dengan alamat lengkap tanpa jalur, contoh: https://balai.example.go.id`,
  )
}
