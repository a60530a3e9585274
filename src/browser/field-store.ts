/**
 * What the device holds of a meeting that was taken to where there is no line: the names, for a day; and every act until it is
 * handed in or erased by hand. An act is kept before anything is said of it.
 */
import type { FieldPack } from '#server/musyawarah/field.ts'

const ONE_DAY = 86_400_000
const NAME = 'balai-lapangan'

export type ActKind = 'arrive' | 'open' | 'point' | 'proposal' | 'put' | 'object' | 'answer' | 'amend' | 'agree'

/** One thing that was done on the device, with what has become of it. */
export interface KeptAct {
  /** Order on the device. */
  seq?: number
  slug: string
  key: string
  kind: ActKind
  /** By the device's clock. */
  at: string
  /** As the portal takes it, field by field. */
  fields: Record<string, string | boolean>
  /** As the device shows it: a name, or the text. */
  label: string
  state: 'waiting' | 'taken' | 'already' | 'refused'
  number?: number | null
  /** For a walk-in. */
  code?: string | null
  /** Why it was refused. */
  issue?: string | null
}

export interface KeptPack {
  slug: string
  pack: FieldPack
  /** By the device's clock. */
  takenAt: number
}

/** @throws where the browser keeps nothing, e.g. in a private window of some */
function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open(NAME, 1)
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('packs', { keyPath: 'slug' })
    const acts = asked.result.createObjectStore('acts', { keyPath: 'seq', autoIncrement: true })
    acts.createIndex('slug', 'slug')
  }
  return answered(asked)
}

function answered<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('indexedDB'))
  })
}

type Stores = Record<'packs' | 'acts', IDBObjectStore>

/** Resolves when what was written lies on the device, also if the tab is killed at once. */
async function within<T>(mode: IDBTransactionMode, act: (stores: Stores) => Promise<T>): Promise<T> {
  const database = await open()
  try {
    const transaction = database.transaction(['packs', 'acts'], mode, { durability: 'strict' })
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('indexedDB'))
    })
    const result = await act({ packs: transaction.objectStore('packs'), acts: transaction.objectStore('acts') })
    await ended
    return result
  } finally {
    database.close()
  }
}

export function keepPack(pack: FieldPack): Promise<void> {
  const kept: KeptPack = { slug: pack.slug, pack, takenAt: Date.now() }
  return within('readwrite', async ({ packs }) => void (await answered(packs.put(kept))))
}

export function findPack(slug: string): Promise<KeptPack | undefined> {
  return within('readonly', ({ packs }) => answered(packs.get(slug) as IDBRequest<KeptPack | undefined>))
}

/** In the order in which they were done. */
export function listActs(slug: string): Promise<KeptAct[]> {
  return within('readonly', ({ acts }) => answered(acts.index('slug').getAll(slug) as IDBRequest<KeptAct[]>))
}

/** New ones, or what has become of them. */
export function keepActs(given: KeptAct[]): Promise<void> {
  return within('readwrite', async ({ acts }) => {
    for (const act of given) act.seq = Number(await answered(acts.put(act)))
  })
}

export function eraseAct(seq: number): Promise<void> {
  return within('readwrite', async ({ acts }) => void (await answered(acts.delete(seq))))
}

/** The names, and all that was done. */
export function eraseMeeting(slug: string): Promise<void> {
  return within('readwrite', async ({ packs, acts }) => {
    await answered(packs.delete(slug))
    for (const seq of await answered(acts.index('slug').getAllKeys(slug))) await answered(acts.delete(seq))
  })
}

/** After a day the names go, and so does what was handed in; what still waits stays. */
export function eraseOldMeetings(): Promise<void> {
  return within('readwrite', async ({ packs, acts }) => {
    for (const { slug, takenAt } of await answered(packs.getAll() as IDBRequest<KeptPack[]>)) {
      if (Date.now() - takenAt > ONE_DAY) await answered(packs.delete(slug))
    }
    for (const { seq = 0, at, state } of await answered(acts.getAll() as IDBRequest<KeptAct[]>)) {
      const isDone = state === 'taken' || state === 'already'
      if (isDone && Date.now() - Date.parse(at) > ONE_DAY) await answered(acts.delete(seq))
    }
  })
}
