/** Exports one survey by the command that anyone uses, in a process of its own, and prints its peak memory as JSON, in MB. */
import { run } from '#server/cli/export.ts'
import { peakMegabytes } from './peak.ts'

const [slug = '', folder = ''] = process.argv.slice(2)
const errors = (text: string) => void process.stderr.write(text)
const code = await run([slug, '--out', folder, '--json'], { out: () => undefined, err: errors, terminal: false })
if (code !== 0) throw new Error(`export ended with ${code}`)
process.stdout.write(JSON.stringify({ megabytes: peakMegabytes() }))
