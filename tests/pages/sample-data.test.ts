import { expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { addRegion } from '#server/directory/regions.ts'
import { scopeOf } from '#server/scope.ts'
import { portalAdmin } from '../directory/actors.ts'
import { onEachPortal, visitorOf } from '../support/portal.ts'

async function fill(database: OpenDatabase): Promise<void> {
  const scope = scopeOf(database, { actor: portalAdmin })
  const place = { kind: 'kabupaten' as const, timezone: 'Asia/Jakarta' as const }
  await addRegion(scope, { ...place, code: '15.08', name: 'Kabupaten Contoh', slug: 'contoh', sample: true })
  await addRegion(scope, { ...place, code: '61.09', name: 'Kabupaten Nyata', slug: 'nyata', sample: false })
}

onEachPortal('a portal that holds sample data', fill, (portal) => {
  const text = async (path: string) => (await visitorOf(portal()).get(path)).text

  test.each(['/', '/survei', '/wilayah', '/wilayah/contoh', '/cek', '/cek/catatan', '/masuk', '/tiada'])(
    'says so on %s',
    async (path) => expect((await text(path)).toLowerCase()).toContain('data contoh'),
  )

  test('says so in English', async () => expect(await text('/en/sign-in')).toContain('sample data'))

  test('does not say so of what is real', async () => {
    expect((await text('/wilayah/nyata')).toLowerCase()).not.toContain('data contoh')
  })
})
