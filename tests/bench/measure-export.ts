/** A process of its own that exports one survey, so that its peak memory is the export's. Prints JSON: MB and ms. */
import { openDatabase } from '#db/database.ts'
import { exportSurvey } from '#server/survey/export.ts'
import { actAs } from './world.ts'

const [slug = ''] = process.argv.slice(2)
const database = openDatabase({ url: process.env.DATABASE_URL, file: process.env.FILE ?? '' })
const started = performance.now()
const { files } = await exportSurvey(actAs(database, 'officer'), slug)
let bytes = 0
for (const file of files) for await (const text of file.text) bytes += text.length
const ms = performance.now() - started
await database.close()
process.stdout.write(JSON.stringify({ megabytes: process.resourceUsage().maxRSS / 1024, ms, bytes }))
