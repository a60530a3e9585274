/**
 * The thread in which inputs are grouped. It looks at a few at a time and then rests: an officer
 * waits some seconds for the groups, and nobody else for a processor.
 */
import { setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { listSignatures } from '#db/consultation/input-search.ts'
import { openReader, type Database, type DatabaseAddress } from '#db/database.ts'
import { groupingOneByOne } from '../text/group.ts'
import { readSignature } from '../text/signature.ts'

export interface GroupingAsked {
  /** On one passage alone; null: on the whole; left out: all. */
  blockId?: string | null
  /** Only what has no answer and is in no group yet. */
  open?: boolean
  /** Of so many, those that came first. */
  most?: number
  /** So many groups, the largest ones, and so many of each, those that came first. */
  groups?: number
  members?: number
}

const AT_ONCE = 100
/** Several times as long as the work on so many: 20,000 inputs take some five seconds. */
const REST_MS = 20

interface Looked {
  number: number
  /** Place of the one that it is like, or supports, among all that were looked at. */
  leader: number
}

async function look(db: Database, consultationId: string, asked: GroupingAsked): Promise<Looked[]> {
  const { blockId, open = false, most = Infinity } = asked
  const leaderOf = groupingOneByOne()
  const places = new Map<string, number>()
  const looked: Looked[] = []
  while (looked.length < most) {
    const limit = Math.min(AT_ONCE, most - looked.length)
    const page = { open, after: looked.at(-1)?.number ?? 0, limit, ...(blockId === undefined ? {} : { blockId }) }
    const rows = await listSignatures(db, consultationId, page)
    for (const { id, number, minhash, supportedId } of rows) {
      const place = leaderOf(minhash ? readSignature(minhash) : undefined)
      const supported = supportedId === null ? undefined : places.get(supportedId)
      places.set(id, looked.length)
      looked.push({ number, leader: supported === undefined ? place : (looked[supported]?.leader ?? place) })
    }
    if (rows.length < limit) break
    await setTimeout(REST_MS)
  }
  return looked
}

function groupsOf(looked: Looked[], { groups = Infinity, members = Infinity }: GroupingAsked): number[][] {
  return [...Map.groupBy(looked, ({ leader }) => leader).values()]
    .filter((group) => group.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, groups)
    .map((group) => group.slice(0, members).map(({ number }) => number))
}

const { address, consultationId, asked } = workerData as {
  address: DatabaseAddress
  consultationId: string
  asked: GroupingAsked
}
const db = openReader(address)
const looked = await look(db, consultationId, asked)
await db.destroy()
parentPort?.postMessage(groupsOf(looked, asked))
