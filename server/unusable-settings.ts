/** Settings that read well but can't be used: says which one, in place of a fault of the machine. */
import { ConfigError, databaseFile, type Config } from './config.ts'

const NO_POSTGRES = ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT']
// Wrong user or password, no such database, no right to it, too many connections, starting or stopping.
const REFUSED_BY_POSTGRES = /^(28\d{3}|3D000|42501|53300|57P0\d)$/
const NO_FOLDER = ['EACCES', 'EEXIST', 'EISDIR', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']
const NO_DATABASE_FILE = /^SQLITE_(CANTOPEN|CORRUPT|FULL|IOERR|NOTADB|PERM|READONLY)/

/** What to say when the database can't be opened; the error itself when no setting is to blame. */
export function openingFailure(error: unknown, config: Config): unknown {
  const { code, message } = describe(error)
  if (config.databaseUrl && (NO_POSTGRES.includes(code) || REFUSED_BY_POSTGRES.test(code))) {
    return new ConfigError(`PostgreSQL di DATABASE_URL tidak bisa dipakai: ${message}`)
  }
  if (NO_FOLDER.includes(code)) return new ConfigError(`DATA_DIR "${config.dataDir}" tidak bisa ditulisi: ${message}`)
  if (NO_DATABASE_FILE.test(code)) {
    return new ConfigError(`Basis data "${databaseFile(config)}" tidak bisa dipakai: ${message}`)
  }
  return error
}

/** The same when the address can't be listened at. */
export function listeningFailure(error: unknown, { host, port }: Config): unknown {
  switch (describe(error).code) {
    case 'EADDRINUSE':
      return new ConfigError(
        `PORT ${port} di ${host} sudah dipakai program lain. Hentikan program itu, atau pilih PORT lain.`,
      )
    case 'EACCES':
      return new ConfigError(`PORT ${port} tidak boleh dipakai oleh akun ini; pilih 1024 ke atas.`)
    case 'EADDRNOTAVAIL':
    case 'EAI_AGAIN':
    case 'ENOTFOUND':
      return new ConfigError(`HOST berisi "${host}"; itu bukan alamat mesin ini.`)
    default:
      return error
  }
}

function describe(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) }
  const code = 'code' in error ? String(error.code) : ''
  return { code, message: error.message || code }
}
