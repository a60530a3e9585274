/** Hands out all inputs and responses of some consultations, in a process of its own, and prints its peak memory as JSON, in MB. */
import { openDatabase } from '#db/database.ts'
import { exportMatrix } from '#server/consultation/answer-export.ts'
import { scopeOf } from '#server/scope.ts'
import { peakMegabytes } from './peak.ts'

const database = openDatabase({ url: process.env.DATABASE_URL, file: process.env.FILE ?? '' })
let lines = 0
for (const slug of process.argv.slice(2)) {
  const asked = { slug, locale: 'id' as const, publicUrl: 'http://127.0.0.1' }
  for await (const piece of await exportMatrix(scopeOf(database), 'jsonl', asked)) lines += piece.split('\n').length - 1
}
await database.close()
process.stdout.write(JSON.stringify({ megabytes: peakMegabytes(), lines }))
