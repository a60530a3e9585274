/** The thread in which documents are made and read, so that pages don't wait for them. It loads only what it makes with. */
import { parentPort } from 'node:worker_threads'
import type { Work } from './making.ts'

parentPort?.once('message', async (work: Work) => {
  parentPort?.postMessage(await done(work))
  parentPort?.close()
})

async function done(work: Work): Promise<Uint8Array | string[][] | undefined> {
  switch (work.make) {
    case 'pdf':
      return (await import('./pdf.ts')).makePdf(work.document)
    case 'docx':
      return (await import('./docx.ts')).makeDocx(work.document)
    case 'xlsx':
      return (await import('./xlsx.ts')).makeXlsx(work.sheets)
    case 'rows':
      return (await import('./xlsx.ts')).readXlsx(work.bytes)
  }
}
