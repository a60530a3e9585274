/** Length and what is guessed first; no rules about kinds of characters (NIST SP 800-63B, 5.1.1.2). Pure. */
const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 200

export type PasswordIssue = 'password-short' | 'password-long' | 'password-is-email' | 'password-common'

const COMMON = new Set(
  `0123456789 1234567890 12345678910 1234567891 0987654321 123456789a 1q2w3e4r5t 1qaz2wsx3edc qwertyuiop qwerty1234
  qwerty12345 qwertyuiop123 asdfghjkl1 abcdefghij abcd123456 abc1234567 password12 password123 password1234 passw0rd123
  passwordku p@ssw0rd123 admin12345 admin123456 adminadmin administrator iloveyou123 letmein123 welcome123 changeme123
  rahasia123 rahasiasaya rahasiaku123 katasandi123 katasandiku sandisandi indonesia indonesia1 indonesia123
  indonesia45 indonesiaraya merdeka1945 merdeka123 pancasila1 pancasila123 bismillah1 bismillah123 bismillahirrahmanirrahim
  alhamdulillah sayangkamu sayangku123 akusayangkamu jakarta123 pemerintah pemerintah123 kabupaten123 kecamatan123
  kelurahan123 puskesmas123 desa123456 garuda12345 balai12345 balaidesa123 test123456 testtest12 user123456`.split(
    /\s+/,
  ),
)

/** What is wrong with a password for this address, or undefined. Lengths count characters, not bytes. */
export function passwordIssue(password: string, email: string): PasswordIssue | undefined {
  const plain = plainPassword(password)
  const length = [...plain].length
  if (length < SHORTEST_PASSWORD) return 'password-short'
  if (length > LONGEST_PASSWORD) return 'password-long'
  const folded = plain.toLowerCase().trim()
  if (folded === email.toLowerCase()) return 'password-is-email'
  if (COMMON.has(folded) || new Set(folded).size < 4) return 'password-common'
  return undefined
}

/** The same password however a keyboard composed it. */
export function plainPassword(password: string): string {
  return password.normalize('NFKC')
}
