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
  /** Of one network, before it is slowed; twice as many before it is refused. 0: no such limit. */
  requestsPerMinute: number
  /** Beyond this many under way a further request is better told to come back than kept waiting. */
  requestsAtOnce: number
  /** Whether each request gets a line on standard output. */
  logsRequests: boolean
  /** Where Prometheus asks; undefined: nowhere. */
  metricsPort: number | undefined
  metricsHost: string
  /** Where to report a hole: an address of mail or a page; undefined: the page about this portal. */
  securityContact: string | undefined
  /** The mail server; without one mail becomes files in the data folder. */
  smtpUrl: string | undefined
  /** Sender of the portal's mail. */
  mailFrom: string
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
    requestsPerMinute: readWhole(env, 'REQUESTS_PER_MINUTE', 1200, 0, 1_000_000),
    requestsAtOnce: readWhole(env, 'REQUESTS_AT_ONCE', 300, 1, 100_000),
    logsRequests: readWhole(env, 'LOG_REQUESTS', 1, 0, 1) === 1,
    metricsPort: env.METRICS_PORT ? readWhole(env, 'METRICS_PORT', 0, 0, 65_535) : undefined,
    metricsHost: env.METRICS_HOST || '127.0.0.1',
    securityContact: readContact(env),
    ...readMail(env),
  }
}

function readContact(env: NodeJS.ProcessEnv): string | undefined {
  const text = env.SECURITY_CONTACT
  if (!text) return undefined
  if (/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+[\d-]+)$/.test(text)) return text
  throw new ConfigError(`SECURITY_CONTACT berisi "${text}"; isi dengan mailto:alamat@surel, https://… atau tel:+62…`)
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

function readMail(env: NodeJS.ProcessEnv): Pick<Config, 'smtpUrl' | 'mailFrom'> {
  const { SMTP_URL: smtpUrl, MAIL_FROM: mailFrom } = env
  if (smtpUrl && (!/^smtps?:\/\/./.test(smtpUrl) || !URL.canParse(smtpUrl))) {
    throw new ConfigError('SMTP_URL bukan alamat server surel; contoh: smtps://balai:sandi@surel.example.go.id:465')
  }
  if (smtpUrl && !mailFrom) {
    throw new ConfigError('MAIL_FROM kosong; isi dengan pengirim surat, contoh: Balai <balai@example.go.id>')
  }
  if (mailFrom && !/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(mailFrom)) {
    throw new ConfigError(
      `MAIL_FROM berisi "${mailFrom}"; isi dengan alamat surel, contoh: Balai <balai@example.go.id>`,
    )
  }
  return { smtpUrl: smtpUrl || undefined, mailFrom: mailFrom || 'Balai <balai@localhost>' }
}
