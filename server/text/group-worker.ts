/** Groups in a thread of its own, so that nobody waits for a page meanwhile. After the last lot comes null. */
import { parentPort, workerData } from 'node:worker_threads'
import { groupAlike } from './group.ts'
import { readSignature } from './signature.ts'

const { least } = workerData as { least: number }
const signatures: (Uint32Array | undefined)[] = []

parentPort?.on('message', (lot: (string | null)[] | null) => {
  if (lot === null) return parentPort?.postMessage(groupAlike(signatures, least))
  for (const text of lot) signatures.push(text === null ? undefined : readSignature(text))
})
