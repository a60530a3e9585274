import { parseArgs } from 'node:util'
import { createAdmin } from '../identity/portal-admins.ts'
import { portal } from '../portal.ts'
import { scopeOf } from '../scope.ts'
import { Misused, printResult, type ExitCode, type Io } from './io.ts'

export const usage = `Pemakaian: balai create-admin EMAIL [--new-phone] [--json]

Membuat admin portal, atau menjadikan akun yang sudah ada admin portal, lalu mencetak tautan untuk membuat kata sandi.
Tautan berlaku 24 jam dan hanya sekali. Sesi dan tautan lama akun itu berakhir. Basis data dipilih dengan DATA_DIR atau
DATABASE_URL, alamat portal dengan PUBLIC_URL.

  --new-phone  hapus kode masuk akun itu; yang baru disiapkan saat masuk. Untuk ponsel dan kode cadangan yang hilang
  --json       cetak JSON {"email","path","url"}; juga bila keluaran bukan ke layar terminal
`

export async function run(args: string[], io: Io): Promise<ExitCode> {
  const options = { json: { type: 'boolean' }, 'new-phone': { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [email, ...others] = positionals
  if (!email || others.length > 0) throw new Misused('Sebutkan satu alamat e-mail.')
  const { config, database, close } = await portal()
  try {
    const made = await createAdmin(scopeOf(database), { email, newPhone: values['new-phone'] })
    if (!made.ok) throw new Misused(`"${email}" bukan alamat e-mail.`)
    const document = { email: made.email, path: made.link, url: config.publicUrl + made.link }
    printResult(io, values.json, document, () => `${document.url}\n`)
    return 0
  } finally {
    await close()
  }
}
