import { demoCode } from '../demo/phones.ts'
import { PEOPLE } from '../demo/people.ts'
import { formatTable, Misused, printResult, type ExitCode, type Io } from './io.ts'

export const usage = `Pemakaian: balai demo-code [EMAIL] [--json]

Mencetak kode masuk yang berlaku sekarang untuk akun data contoh; tanpa EMAIL, untuk semuanya. Kode berganti tiap 30 detik.
Hanya untuk peragaan: kode akun sungguhan hanya ada di ponsel pemiliknya.

  --json    cetak JSON [{"email","code"}]; juga bila keluaran bukan ke layar terminal
`

export function run(args: string[], io: Io): Promise<ExitCode> {
  const emails = args.filter((arg) => arg !== '--json')
  if (emails.length > 1) throw new Misused('Sebutkan satu surel, atau tidak sama sekali.')
  const wanted = emails.length > 0 ? emails : PEOPLE.map(({ email }) => email)
  const codes = wanted.flatMap((email) => {
    const code = demoCode(email)
    return code === undefined ? [] : [{ email, code }]
  })
  if (codes.length === 0) throw new Misused(`"${emails.join(' ')}" bukan akun data contoh yang memerlukan kode.`)
  printResult(io, args.includes('--json'), codes, () => formatTable(codes.map(({ email, code }) => [email, code])))
  return Promise.resolve(0)
}
