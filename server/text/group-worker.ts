/** Groups in a thread of its own, so that nobody waits for a page meanwhile. */
import { parentPort, workerData } from 'node:worker_threads'
import { groupAlike } from './group.ts'
import { readSignature } from './signature.ts'

const { signatures, least } = workerData as { signatures: (string | null)[]; least: number }
parentPort?.postMessage(
  groupAlike(
    signatures.map((text) => (text === null ? undefined : readSignature(text))),
    least,
  ),
)
