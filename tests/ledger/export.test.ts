import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { exportFile, openExport } from '#server/ledger/export-file.ts'
import { loadHeadKey } from '#server/ledger/heads.ts'
import { runExportVerifiers, type ExportRecord } from '#server/ledger/verification.ts'
import { scopeOf, transaction } from '#server/scope.ts'
import { readSealed } from '#server/sealed-lines.ts'
import { exporters, exportVerifiers } from '#server/verifiers.ts'
import { onEachEngine } from '../support/engines.ts'

onEachEngine('public export', (database) => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-export-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = () =>
    exportFile(database(), { exporters, key: loadHeadKey(folder), now: new Date(), folder: join(folder, 'export') })
  const record = () =>
    transaction(scopeOf(database()), async (scope) =>
      scope.record({ kind: 'test.done', subject: 's', fields: { a: 1 } }),
    )

  test('of an empty ledger is whole and fits', async () => {
    expect(
      await runExportVerifiers(readSealed(await file()) as AsyncIterable<ExportRecord>, exportVerifiers({})),
    ).toMatchObject({
      fits: true,
    })
  })
  test('is made once for many who ask at once, and anew when the chain has grown', async () => {
    await record()
    const [first, ...others] = await Promise.all(Array.from({ length: 8 }, file))
    expect(new Set(others)).toEqual(new Set([first]))
    await record()
    const next = await file()
    expect(next).not.toBe(first)
    expect(readdirSync(join(folder, 'export'))).toHaveLength(1)
    const records = readSealed(next) as AsyncIterable<ExportRecord>
    expect(await runExportVerifiers(records, exportVerifiers({}))).toMatchObject({
      fits: true,
      checked: { entries: 2, heads: 1 },
    })
  })
  test('is sent plain or packed, the same lines', async () => {
    const plain = await text(openExport(await file(), { packed: false }))
    const packed = await new Response(openExport(await file(), { packed: true })).arrayBuffer()
    expect(gunzipSync(packed).toString()).toBe(plain)
    expect(plain.trimEnd().split('\n').at(-1)).toContain('"type":"end"')
  })
  test('that is taken slowly goes on although a newer one has been made', async () => {
    const reader = openExport(await file(), { packed: false }).getReader()
    await record()
    await file()
    const parts: Uint8Array[] = []
    for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value as Uint8Array)
    expect(Buffer.concat(parts).toString()).toContain('"type":"end"')
  })
})
