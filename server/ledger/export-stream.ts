/** Sends the public export as it is made, at the speed at which it is taken. */
import type { OpenDatabase } from '#db/database.ts'
import { readSnapshot } from '#db/snapshot.ts'
import { publicExport } from './export.ts'
import type { HeadKey } from './heads.ts'
import type { Exporter } from './verification.ts'

const CHUNK_CHARACTERS = 64 * 1024
/** Who takes nothing for so long holds the snapshot no longer. */
const PATIENCE_MS = 30_000

/** One JSON record a line, all of one moment. Ends with an error, never in silence, when it can't be finished. */
export function streamExport(
  database: OpenDatabase,
  options: { exporters: Exporter[]; key: HeadKey; now: Date },
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<string, Uint8Array>({
    transform: (text, controller) => controller.enqueue(new TextEncoder().encode(text)),
  })
  const writer = writable.getWriter()
  const sending = readSnapshot(database, async (db) => {
    let lines = ''
    for await (const record of publicExport(db, options)) {
      lines += `${JSON.stringify(record)}\n`
      if (lines.length < CHUNK_CHARACTERS) continue
      await inTime(writer.write(lines))
      lines = ''
    }
    await inTime(writer.write(lines))
  })
  sending
    .then(
      () => writer.close(),
      (error: unknown) => writer.abort(error),
    )
    .catch(() => undefined)
  return readable
}

async function inTime(writing: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Nobody takes the export.')), PATIENCE_MS)
  })
  try {
    await Promise.race([writing, late])
  } finally {
    clearTimeout(timer)
  }
}
