import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#server/access.ts'
import { addInstitution, listInstitutionsWhere, type Institution } from '#server/directory/institutions.ts'
import { placeOfUnit } from '#server/directory/place.ts'
import { addRegion, getRegion, listRegions } from '#server/directory/regions.ts'
import type { RegionInput } from '#server/directory/schema.ts'
import { addService } from '#server/directory/services.ts'
import { addUnit, getUnit, listUnitsWhere, type Unit } from '#server/directory/units.ts'
import { fixWeight, getWeight } from '#server/directory/weights.ts'
import { scopeOf } from '#server/scope.ts'
import { onEachEngine } from '../support/engines.ts'
import { actorWith, portalAdmin } from './actors.ts'

const file = new URL('../../server/demo/data/regions.json', import.meta.url)
const places = JSON.parse(readFileSync(file, 'utf8')) as RegionInput[]

onEachEngine('directory', (database) => {
  const as = (actor: Actor | null) => scopeOf(database(), { actor })
  let agency: Institution
  let clinic: Institution
  let unit: Unit

  beforeAll(async () => {
    for (const place of places) expect(await addRegion(as(portalAdmin), place)).toMatchObject({ ok: true })
    agency = await institution({ region: '15.08', kind: 'agency', name: 'Dinas Kesehatan Kabupaten Bungo' })
    clinic = await institution({
      region: '15.08',
      parent: agency.id,
      kind: 'health_centre',
      name: 'Puskesmas Muara Bungo I',
    })
    const added = await addUnit(as(portalAdmin), {
      institution: clinic.id,
      name: 'Loket Pendaftaran',
      sector: 'health',
    })
    if (!added.ok) throw new Error(JSON.stringify(added.issues))
    unit = added.unit
  })

  async function institution(input: Parameters<typeof addInstitution>[1]): Promise<Institution> {
    const added = await addInstitution(as(portalAdmin), input)
    if (!added.ok) throw new Error(JSON.stringify(added.issues))
    return added.institution
  }

  test('lists every region with its areas and the number of its units', async () => {
    const listed = await listRegions(as(null))
    expect(listed.map((region) => region.slug)).toEqual(['belawan', 'amplas', 'kemuning', 'dumai', 'bungo'])
    const bungo = listed.find((region) => region.slug === 'bungo')
    expect(bungo).toMatchObject({ code: '15.08', parents: ['Jambi'], population: 380027, units: 1, sample: false })
    expect(bungo?.areas).toContain('Muko-muko Bathin VII')
  })

  test('shows a region with its institutions, units and services in their places', async () => {
    await addService(as(portalAdmin), { unit: unit.id, name: 'Rawat jalan', paid: true })
    const region = await getRegion(as(null), 'bungo')
    expect(region.institutions).toMatchObject([
      {
        name: 'Dinas Kesehatan Kabupaten Bungo',
        units: [],
        children: [
          {
            name: 'Puskesmas Muara Bungo I',
            children: [],
            units: [{ slug: 'loket-pendaftaran', services: [{ name: 'Rawat jalan', paid: true }] }],
          },
        ],
      },
    ])
  })

  test('shows a unit with the chain of its institutions and where it lies', async () => {
    const view = await getUnit(as(null), 'loket-pendaftaran')
    expect(view.institutions.map((above) => above.name)).toEqual([agency.name, clinic.name])
    expect(view.region).toMatchObject({ name: 'Kabupaten Bungo', timezone: 'Asia/Jakarta' })
    expect(placeOfUnit(view)).toEqual({
      regionCode: '15.08',
      institutionPath: `${agency.id}/${clinic.id}/`,
      unitId: view.id,
    })
  })

  test('refuses a region and a unit that are not there', async () => {
    await expect(getRegion(as(null), 'tiada')).rejects.toMatchObject({ code: 'not-found' })
    await expect(getUnit(as(null), 'tiada')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('leads complaints to SP4N-LAPOR! unless a service names its own channel', async () => {
    const plain = await addService(as(portalAdmin), { unit: unit.id, name: 'Imunisasi' })
    expect(plain).toMatchObject({ ok: true, service: { complaintUrl: 'https://www.lapor.go.id', paid: false } })
    const broken = await addService(as(portalAdmin), {
      unit: unit.id,
      name: 'Gizi',
      complaintUrl: 'javascript:alert(1)',
    })
    expect(broken).toMatchObject({ ok: false, issues: { complaintUrl: 'url' } })
  })

  test('gives the same name another address', async () => {
    const again = await addUnit(as(portalAdmin), {
      institution: agency.id,
      name: 'Loket Pendaftaran',
      sector: 'health',
    })
    expect(again).toMatchObject({ ok: true, unit: { slug: 'loket-pendaftaran-2' } })
  })

  test('says what is wrong with a region and keeps what was typed', async () => {
    const typed = { name: 'Kota Contoh', kind: 'kota', code: '15.08.01', timezone: 'Asia/Jakarta' } as const
    expect(await addRegion(as(portalAdmin), typed)).toMatchObject({
      ok: false,
      issues: { code: 'code-level' },
      values: { name: 'Kota Contoh', code: '15.08.01' },
    })
    expect(await addRegion(as(portalAdmin), { ...typed, code: '15.08' })).toMatchObject({
      issues: { code: 'code-taken' },
    })
    const doubled = { ...typed, code: '15.72', slug: 'bungo' }
    expect(await addRegion(as(portalAdmin), doubled)).toMatchObject({ issues: { slug: 'slug-taken' } })
    expect(await addRegion(as(portalAdmin), { ...doubled, slug: 'kelola' })).toMatchObject({
      issues: { slug: 'slug-taken' },
    })
  })

  test('refuses a parent that lies in another region', async () => {
    const input = { region: '14.72', parent: agency.id, kind: 'ward', name: 'Kelurahan Laksamana' } as const
    expect(await addInstitution(as(portalAdmin), input)).toMatchObject({
      ok: false,
      issues: { parent: 'parent-unknown' },
    })
  })

  test('lets an institution’s administrator add below it and nowhere else', async () => {
    const scope = as(actorWith('admin', 'institution', clinic.path))
    const own = await addUnit(scope, { institution: clinic.id, name: 'Apotek', sector: 'health' })
    expect(own).toMatchObject({ ok: true })
    const above = addUnit(scope, { institution: agency.id, name: 'Farmasi', sector: 'health' })
    await expect(above).rejects.toMatchObject({ code: 'forbidden' })
    const top = addInstitution(scope, { region: '15.08', kind: 'agency', name: 'Dinas Sosial' })
    await expect(top).rejects.toMatchObject({ code: 'forbidden' })
    await expect(addRegion(scope, places[0]!)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('refuses every addition by those who are no administrators, but for services that officers keep up', async () => {
    for (const actor of [null, actorWith('officer', 'portal'), actorWith('auditor', 'portal')]) {
      const added = addUnit(as(actor), { institution: clinic.id, name: 'Rujukan', sector: 'health' })
      await expect(added).rejects.toMatchObject({ code: 'forbidden' })
    }
    for (const actor of [null, actorWith('publisher', 'portal'), actorWith('auditor', 'portal')]) {
      const service = addService(as(actor), { unit: unit.id, name: 'Rujukan' })
      await expect(service).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('offers only the units and institutions that an officer may work for', async () => {
    const scope = as(actorWith('officer', 'institution', clinic.path))
    const offered = await listUnitsWhere(scope, 'survey.draft')
    expect(offered.map((choice) => choice.slug)).toEqual(['apotek', 'loket-pendaftaran'])
    expect(await listUnitsWhere(as(null), 'survey.draft')).toEqual([])
    const below = await listInstitutionsWhere(as(actorWith('admin', 'institution', clinic.path)), 'directory.edit')
    expect(below.map((choice) => choice.id)).toEqual([clinic.id])
  })

  test('fixes a region’s weight for a year once', async () => {
    const scope = as(actorWith('admin', 'region', '15.08'))
    expect(await getWeight(scope, '15.08', 2026)).toBe('exact')
    expect(await fixWeight(scope, { region: '15.08', year: 2026, weight: '0.11' })).toMatchObject({ ok: true })
    expect(await fixWeight(scope, { region: '15.08', year: 2026, weight: 'exact' })).toMatchObject({
      issues: { weight: 'already-fixed' },
    })
    expect(await getWeight(scope, '15.08', 2026)).toBe('0.11')
    const elsewhere = fixWeight(scope, { region: '14.72', year: 2026, weight: '0.11' })
    await expect(elsewhere).rejects.toMatchObject({ code: 'forbidden' })
  })
})
