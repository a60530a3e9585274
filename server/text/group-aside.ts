/** The same as `groupAlike`, beside everything else: the thread that serves pages only hands over and takes back. */
import { Worker } from 'node:worker_threads'
import { ALIKE } from './group.ts'

/** @param signatures as `writeSignature` wrote them; null where a text has no words. */
export function groupAside(signatures: (string | null)[], least = ALIKE): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./group-worker.ts', import.meta.url), { workerData: { signatures, least } })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`Grouping ended with ${code}.`)))
  })
}
