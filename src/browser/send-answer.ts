/** Sends a form and tells apart: it arrived, the page has something to say about it, or the line was dead. */
export type Sending = { kind: 'arrived'; address: string } | { kind: 'answered' } | { kind: 'lost' }

const PATIENCE_MS = 30_000

export async function sendForm(form: HTMLFormElement): Promise<Sending> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS)
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: bodyOf(form),
      signal: giveUp.signal,
    })
    return await readAnswer(response)
  } catch {
    return { kind: 'lost' }
  } finally {
    clearTimeout(timer)
  }
}

/** As the browser itself would send it: a form that takes files in parts. */
function bodyOf(form: HTMLFormElement): FormData | URLSearchParams {
  const data = new FormData(form)
  if (form.enctype === 'multipart/form-data') return data
  return new URLSearchParams(data as unknown as Record<string, string>)
}

/** A busy server, or the sign-in page of a café's network, is as good as a dead line: the answer has not arrived. */
async function readAnswer(response: Response): Promise<Sending> {
  if (response.status >= 500 || response.status === 429) return { kind: 'lost' }
  if (!response.ok) return { kind: 'answered' }
  const { address } = (await response.json()) as { address?: unknown }
  return typeof address === 'string' ? { kind: 'arrived', address } : { kind: 'lost' }
}
