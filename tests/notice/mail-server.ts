/** A mail server of the tests' own: takes mail like any other, and says no or hangs up when it is told to. */
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach } from 'vitest'

export interface TestMail {
  to: string[]
  /** As it came over the line. */
  raw: string
  /** Its text, decoded. */
  text: string
}

export interface TestMailServer {
  url: string
  received: TestMail[]
  /** What becomes of the next mails; without it they are taken. */
  behave: { recipient?: number; text?: number; hangUp?: boolean }
}

/** Listens while the tests of a file run; empty and willing again before each. */
export function useMailServer(): TestMailServer {
  const state: TestMailServer = { url: '', received: [], behave: {} }
  const refusal = (code: number) => Object.assign(new Error('Not now.'), { responseCode: code })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_, __, done) {
      done(state.behave.recipient ? refusal(state.behave.recipient) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { text: refused, hangUp } = state.behave
        if (refused) return done(refusal(refused))
        state.received.push(mailOf(Buffer.concat(chunks).toString('utf8'), session.envelope.rcptTo))
        // The mail has arrived, but the sender is never told.
        if (hangUp) return hangUpOn(server)
        return done()
      })
    },
  })
  server.on('error', () => undefined)
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as { port: number }
    state.url = `smtp://127.0.0.1:${port}`
  })
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
  beforeEach(() => {
    state.received.length = 0
    state.behave = {}
  })
  return state
}

function hangUpOn(server: SMTPServer): void {
  const { connections } = server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }
  for (const connection of connections) connection._socket.destroy()
}

function mailOf(raw: string, to: { address: string }[]): TestMail {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const content = body.join('\r\n\r\n')
  const text = /base64/i.test(head)
    ? Buffer.from(content, 'base64').toString('utf8')
    : /quoted-printable/i.test(head)
      ? unquoted(content)
      : content
  return { to: to.map(({ address }) => address), raw, text }
}

function unquoted(content: string): string {
  const joined = content.replace(/=\r\n/g, '')
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
