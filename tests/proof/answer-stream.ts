/**
 * Residents who send answers one after the other over the API, each until it is acknowledged, and what they know: the key of
 * each, and its receipt.
 */
import { setTimeout } from 'node:timers/promises'
import { bodyOf, newKey } from '../survey/world.ts'

export interface Sending {
  key: string
  body: string
  /** Null until the portal has acknowledged it. */
  receipt: string | null
}

export interface Refusal {
  status: number
  type: string | null
  retryAfter: string | null
}

export interface AnswerStream {
  sendings: Sending[]
  /** What was answered other than with a receipt. */
  refusals: Refusal[]
  acknowledged(): Sending[]
  /** Resolves when so many more are acknowledged than now. @throws after half a minute without them */
  acknowledgeMore(count: number): Promise<void>
  /** Resolves when what was under way has been answered or is lost. */
  stop(): Promise<void>
  /** Each that has no receipt when the stream stops goes out once more, under its key. */
  sendRestAgain(): Promise<void>
}

const PATIENCE_MS = 30_000
const PAUSE_MS = 10

export function streamAnswers(url: string, slug: string, { senders = 8, comment = '' } = {}): AnswerStream {
  const sendings: Sending[] = []
  const refusals: Refusal[] = []
  let going = true
  const acknowledged = () => sendings.filter(({ receipt }) => receipt !== null)
  const send = async (sending: Sending): Promise<boolean> => {
    const reply = await sendAnswer(url, slug, sending)
    if (typeof reply === 'string') sending.receipt = reply
    else if (reply) refusals.push(reply)
    return sending.receipt !== null
  }
  const streams = Array.from({ length: senders }, async (_, sender) => {
    while (going) {
      const scores = `${(sendings.length % 4) + 1}343434${(sender % 4) + 1}3`
      const sending = { key: newKey(), body: JSON.stringify(bodyOf(scores, comment ? { comment } : {})), receipt: null }
      sendings.push(sending)
      while (!(await send(sending)) && going) await setTimeout(PAUSE_MS)
    }
  })
  return {
    sendings,
    refusals,
    acknowledged,
    async acknowledgeMore(count) {
      const wanted = acknowledged().length + count
      const until = Date.now() + PATIENCE_MS
      while (acknowledged().length < wanted) {
        if (Date.now() > until) throw new Error(`Nobody took the answers: ${JSON.stringify(refusals.at(-1))}`)
        await setTimeout(PAUSE_MS)
      }
    },
    async stop() {
      going = false
      await Promise.all(streams)
    },
    async sendRestAgain() {
      await Promise.all(sendings.filter(({ receipt }) => receipt === null).map(send))
    },
  }
}

/** The receipt, why there is none, or undefined where the line was cut. */
export async function sendAnswer(
  url: string,
  slug: string,
  { key, body }: Pick<Sending, 'key' | 'body'>,
): Promise<string | Refusal | undefined> {
  try {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key }
    const reply = await fetch(`${url}/api/v1/survey/${slug}/answers`, { method: 'POST', headers, body })
    const text = await reply.text()
    if (reply.status === 201) return (JSON.parse(text) as { receipt: string }).receipt
    const [type, retryAfter] = ['content-type', 'retry-after'].map((name) => reply.headers.get(name))
    return { status: reply.status, type: type ?? null, retryAfter: retryAfter ?? null }
  } catch {
    return undefined
  }
}
