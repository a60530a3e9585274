/** Sending as a node of the portal does it, at a moment that the test chooses. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenDatabase } from '#db/database.ts'
import { readConfig } from '#server/config.ts'
import { makeMailer } from '#server/notice/mailer.ts'
import { sendWaiting, type Post } from '#server/notice/sending.ts'
import { scopeOf } from '#server/scope.ts'
import { after } from '../identity/people.ts'

export const PUBLIC_URL = 'https://balai.example.go.id'

/** Over SMTP to `smtpUrl`, or without it into files of a folder of its own. */
export function postVia(smtpUrl?: string): Post & { dataDir: string } {
  const dataDir = mkdtempSync(join(tmpdir(), 'balai-mail-'))
  const mail = smtpUrl ? { SMTP_URL: smtpUrl, MAIL_FROM: 'Balai <balai@example.go.id>' } : {}
  const config = readConfig({ PUBLIC_URL, DATA_DIR: dataDir, ...mail })
  return { mailer: makeMailer(config), publicUrl: PUBLIC_URL, dataDir }
}

/** @returns how many were sent */
export function sendAt(database: OpenDatabase, minutes: number, post: Post): Promise<number> {
  return sendWaiting(() => scopeOf(database, { now: after(minutes) }), post)
}

/** Path of the link that a mail holds. */
export function linkIn(text: string): string {
  return new RegExp(`${PUBLIC_URL}(/\\S*)`).exec(text)?.[1] ?? ''
}
