/** The same as `groupAlike`, beside everything else: the thread that serves pages only hands over, a lot at a time. */
import { Worker } from 'node:worker_threads'
import { ALIKE } from './group.ts'

/** @param lots of signatures as `writeSignature` wrote them; null where a text has no words. */
export async function groupAside(
  lots: AsyncIterable<(string | null)[]> | Iterable<(string | null)[]>,
  least = ALIKE,
): Promise<number[]> {
  const worker = new Worker(new URL('./group-worker.ts', import.meta.url), { workerData: { least } })
  try {
    const grouped = new Promise<number[]>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`Grouping ended with ${code}.`)))
    })
    grouped.catch(() => undefined)
    for await (const lot of lots) worker.postMessage(lot)
    worker.postMessage(null)
    return await grouped
  } finally {
    await worker.terminate()
  }
}
