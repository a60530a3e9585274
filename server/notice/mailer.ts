/** How mail leaves: over SMTP where the portal has a server for it, else as files that somebody may look at. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { SendMailOptions } from 'nodemailer'
import type { Config } from '../config.ts'
import { logNote } from '../log.ts'
import type { Letter } from './letters.ts'

const CONNECTING_MS = 10_000
const SILENCE_MS = 30_000

/** Writes a mail as it goes over the line, and sends it nowhere. */
async function compose(message: SendMailOptions) {
  const { createTransport } = await nodemailer()
  return createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(message)
}

/** Loaded with the first mail: it takes as much memory as a module of the portal. */
async function nodemailer() {
  return (await import('nodemailer')).default
}

export interface Mailer {
  /** Resolves once the server has taken it. `id` names the mail, so that whoever gets it twice can tell. */
  send(id: string, letter: Letter): Promise<void>
  close(): void
}

export function makeMailer({ smtpUrl, mailFrom, publicUrl, dataDir }: Config): Mailer {
  const messageOf = (id: string, { to, subject, text, leave }: Letter): SendMailOptions => ({
    from: mailFrom,
    // As one address, whatever stands in it: a list would reach others.
    to: { name: '', address: to },
    subject,
    text,
    messageId: `<${id}@${new URL(publicUrl).hostname}>`,
    headers: { 'auto-submitted': 'auto-generated', ...(leave && { 'list-unsubscribe': `<${leave}>` }) },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return smtpUrl ? overSmtp(smtpUrl, messageOf) : asFiles(join(dataDir, 'mail'), messageOf)
}

type MessageOf = (id: string, letter: Letter) => SendMailOptions

/** The text is read by whoever sends it no sooner than a connection is there; from then on it may have arrived. */
function overSmtp(url: string, messageOf: MessageOf): Mailer {
  const times = { connectionTimeout: CONNECTING_MS, greetingTimeout: CONNECTING_MS, socketTimeout: SILENCE_MS }
  const connect = async () => (await nodemailer()).createTransport({ url, ...times })
  let connected: ReturnType<typeof connect> | undefined
  return {
    async send(id, letter) {
      const { message, envelope } = await compose(messageOf(id, letter))
      const transport = await (connected ??= connect())
      let handed = false
      const leaving = function* () {
        handed = true
        yield message as Buffer
      }
      try {
        await transport.sendMail({ envelope, raw: Readable.from(leaving()) })
      } catch (error) {
        throw Object.assign(error as Error, { handed })
      }
    },
    close: () => void connected?.then((transport) => transport.close()),
  }
}

/** One file for each mail, for the portal's own account alone: a link may stand in it. */
function asFiles(folder: string, messageOf: MessageOf): Mailer {
  return {
    async send(id, letter) {
      const { message } = await compose(messageOf(id, letter))
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(join(folder, `${id}.eml`), message as Buffer, { mode: 0o600, flag: 'wx' })
      logNote('notice', `mail ${id} became a file in the folder mail of DATA_DIR, for SMTP_URL is not set`)
    },
    close: () => undefined,
  }
}
