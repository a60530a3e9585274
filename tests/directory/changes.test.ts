import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#server/access.ts'
import { changeInstitution, changeRegion, changeService, changeUnit } from '#server/directory/changes.ts'
import { setClosed } from '#server/directory/closing.ts'
import { addInstitution } from '#server/directory/institutions.ts'
import { getKept, listKept } from '#server/directory/kept.ts'
import { getRegion, getRegionByCode, listRegions } from '#server/directory/regions.ts'
import { addService } from '#server/directory/services.ts'
import { addUnit, getUnit, listUnitsOfRegion, listUnitsWhere } from '#server/directory/units.ts'
import { listEntries } from '#server/ledger/entries.ts'
import { scopeOf } from '#server/scope.ts'
import { draftSurvey } from '#server/survey/surveys.ts'
import { onEachEngine } from '../support/engines.ts'
import { actorWith, portalAdmin } from './actors.ts'
import { settleClinic, type Place } from './town.ts'

onEachEngine('corrections of the directory', (database) => {
  const as = (actor: Actor | null) => scopeOf(database(), { actor })
  const admin = () => as(portalAdmin)
  const officer = () => as(actorWith('officer', 'unit', place.unit.id))
  const lastEntry = async () => (await listEntries(as(null), { limit: 1 })).items[0]
  let place: Place
  beforeAll(async () => {
    place = await settleClinic(database())
  })

  test('an officer corrects a unit’s name and contact, and the address of its page stays', async () => {
    const { values, version } = await getKept(officer(), { what: 'unit', slug: 'loket-jujuhan' })
    const typed = { ...values, version, name: 'Loket Puskesmas Jujuhan', contact: 'WhatsApp 0812' } as never
    expect(await changeUnit(officer(), 'loket-jujuhan', typed)).toMatchObject({ ok: true })
    const unit = await getUnit(as(null), 'loket-jujuhan')
    expect(unit).toMatchObject({ name: 'Loket Puskesmas Jujuhan', contact: 'WhatsApp 0812', version: version + 1 })
  })

  test('the record says what was renamed, and of a contact only that it changed', async () => {
    const entry = await lastEntry()
    expect(entry).toMatchObject({ kind: 'directory.changed', subject: place.unit.id })
    expect(entry?.fields).toMatchObject({
      name: { value: 'Loket Puskesmas Jujuhan' },
      changed: { value: ['name', 'contact'] },
    })
    expect(JSON.stringify(entry)).not.toContain('0812')
  })

  test('what an officer may not set stays as it is', async () => {
    const { values, version } = await getKept(officer(), { what: 'unit', slug: 'loket-jujuhan' })
    const typed = { ...values, version, sector: 'education', code: '9' } as never
    expect(await changeUnit(officer(), 'loket-jujuhan', typed)).toMatchObject({ ok: true })
    expect(await getUnit(as(null), 'loket-jujuhan')).toMatchObject({ sector: 'health', code: null, version })
  })

  test('who saves over a change that they haven’t seen is told what stands there now', async () => {
    const { values, version } = await getKept(officer(), { what: 'unit', slug: 'loket-jujuhan' })
    const first = { ...values, version, address: 'Jalan Lintas 1' } as never
    expect(await changeUnit(admin(), 'loket-jujuhan', first)).toMatchObject({ ok: true })
    const second = { ...values, version, contact: 'loket@contoh.go.id' } as never
    expect(await changeUnit(officer(), 'loket-jujuhan', second)).toMatchObject({
      ok: false,
      issues: { form: 'meanwhile' },
      values: { contact: 'loket@contoh.go.id' },
      meanwhile: { version: version + 1, values: { address: 'Jalan Lintas 1', contact: 'WhatsApp 0812' } },
    })
    expect(await getUnit(as(null), 'loket-jujuhan')).toMatchObject({ contact: 'WhatsApp 0812' })
    const again = { ...values, version: version + 1, address: 'Jalan Lintas 1', contact: 'loket@contoh.go.id' } as never
    expect(await changeUnit(officer(), 'loket-jujuhan', again)).toMatchObject({ ok: true })
  })

  test('a form without the version that was read saves nothing', async () => {
    const { values } = await getKept(admin(), { what: 'institution', slug: 'puskesmas-jujuhan' })
    const outcome = await changeInstitution(admin(), 'puskesmas-jujuhan', { ...values, version: undefined } as never)
    expect(outcome).toMatchObject({ ok: false, issues: { version: 'required' } })
  })

  test('an officer keeps up services, with the parts of their standard', async () => {
    const address = ['loket-jujuhan', 'rawat-jalan'] as [string, string]
    const { values, version } = await getKept(officer(), { what: 'service', unit: address[0], slug: address[1] })
    const typed = { ...values, version, requirements: 'Kartu BPJS\r\natau KTP', cost: 'Gratis' } as never
    expect(await changeService(officer(), address, typed)).toMatchObject({ ok: true })
    const [service] = (await getUnit(as(null), 'loket-jujuhan')).services
    expect(service).toMatchObject({
      standard: 'Senin–Sabtu',
      standardParts: { requirements: 'Kartu BPJS\natau KTP', cost: 'Gratis', product: null },
    })
    expect(await addService(officer(), { unit: place.unit.id, name: 'Imunisasi' })).toMatchObject({ ok: true })
  })

  test('an officer builds nothing and corrects nothing elsewhere', async () => {
    const elsewhere = as(actorWith('officer', 'unit', 'unit-lain'))
    const typed = { name: 'Nama lain', sector: 'health', version: 1 } as const
    await expect(changeUnit(elsewhere, 'loket-jujuhan', typed)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(addService(elsewhere, { unit: place.unit.id, name: 'Gigi' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    for (const actor of [null, actorWith('publisher', 'portal'), actorWith('auditor', 'portal')]) {
      await expect(changeUnit(as(actor), 'loket-jujuhan', typed)).rejects.toMatchObject({ code: 'forbidden' })
    }
    const building = [
      () => changeInstitution(officer(), 'puskesmas-jujuhan', { name: 'Nama lain', kind: 'school', version: 1 }),
      () => changeRegion(officer(), 'bungo', { name: 'Nama lain', version: 1 }),
      () => setClosed(officer(), { what: 'unit', slug: 'loket-jujuhan' }, { closed: true, version: 1 }),
    ]
    for (const act of building) await expect(act()).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a region’s settings change, its code and zone do not', async () => {
    const { version } = await getKept(admin(), { what: 'region', slug: 'bungo' })
    const typed = { name: 'Kab. Bungo', parents: 'Jambi', population: '380.027', version, timezone: 'Asia/Jayapura' }
    expect(await changeRegion(admin(), 'bungo', typed)).toMatchObject({ ok: true })
    const region = await getRegionByCode(as(null), '15.08')
    expect(region).toMatchObject({ name: 'Kab. Bungo', slug: 'bungo', parents: ['Jambi'], population: 380027 })
    expect(region.timezone).toBe('Asia/Jakarta')
  })

  test('no two units of a region have the same code, and lists stand in the order of code', async () => {
    const added = async (name: string, code: string) =>
      addUnit(admin(), { institution: place.clinic.id, name, sector: 'health', code })
    expect(await added('Apotek', '1.10')).toMatchObject({ ok: true })
    expect(await added('Laboratorium', '1.2')).toMatchObject({ ok: true })
    expect(await added('Gizi', '1.2')).toMatchObject({ ok: false, issues: { code: 'code-double' } })
    const listed = await listUnitsOfRegion(as(null), '15.08')
    expect(listed.map(({ code }) => code)).toEqual(['1.2', '1.10', null])
    const apotek = { name: 'Apotek', sector: 'health', code: '1.2', version: 1 } as const
    expect(await changeUnit(admin(), 'apotek', apotek)).toMatchObject({ ok: false, issues: { code: 'code-double' } })
    expect(await changeUnit(admin(), 'apotek', { ...apotek, code: '1.10', address: 'Lantai 1' })).toMatchObject({
      ok: true,
    })
  })

  test('an institution closes last, and what is closed begins nothing new but can be read', async () => {
    const close = (what: 'institution' | 'unit', slug: string, version: number, note = '') =>
      setClosed(admin(), { what, slug }, { closed: true, note, version })
    expect(await close('institution', 'puskesmas-jujuhan', 1)).toMatchObject({ issues: { form: 'open-below' } })
    for (const { slug, version } of await listUnitsOfRegion(as(null), '15.08')) {
      expect(await close('unit', slug, version, 'Pindah ke Puskesmas Pelepat.')).toMatchObject({ ok: true })
    }
    expect(await lastEntry()).toMatchObject({ kind: 'directory.closed' })
    expect(await close('institution', 'puskesmas-jujuhan', 1)).toMatchObject({ ok: true })
    expect(await getUnit(as(null), 'apotek')).toMatchObject({ closedNote: 'Pindah ke Puskesmas Pelepat.' })
    expect((await getRegion(as(null), 'bungo')).institutions).toMatchObject([{ name: 'Dinas Kesehatan', children: [] }])
    expect((await listRegions(as(null)))[0]).toMatchObject({ units: 0 })
    expect(await listUnitsWhere(admin(), 'survey.draft')).toEqual([])
    const survey = { unit: 'apotek', period: 'Semester I', firstDay: '2026-01-01', lastDay: '2026-06-30' }
    await expect(draftSurvey(admin(), survey)).rejects.toMatchObject({ code: 'conflict', reason: 'unit-closed' })
    const closed = { institution: place.clinic.id, name: 'Loket baru', sector: 'health' } as const
    expect(await addUnit(admin(), closed)).toMatchObject({ issues: { institution: 'parent-closed' } })
    const below = { region: '15.08', parent: place.clinic.id, kind: 'other', name: 'Pustu' } as const
    expect(await addInstitution(admin(), below)).toMatchObject({ issues: { parent: 'parent-closed' } })
  })

  test('a unit opens again once its institution has', async () => {
    const open = (what: 'institution' | 'unit', slug: string, version: number) =>
      setClosed(admin(), { what, slug }, { closed: false, version })
    const { version } = await getKept(admin(), { what: 'unit', slug: 'apotek' })
    expect(await open('unit', 'apotek', version)).toMatchObject({ issues: { form: 'parent-closed' } })
    expect(await open('institution', 'puskesmas-jujuhan', 1)).toMatchObject({
      issues: { form: 'meanwhile' },
      meanwhile: { version: 2, values: { closed: '1' } },
    })
    expect(await open('institution', 'puskesmas-jujuhan', 2)).toMatchObject({ ok: true })
    expect(await open('unit', 'apotek', version)).toMatchObject({ ok: true })
    expect(await getUnit(as(null), 'apotek')).toMatchObject({ closedAt: null, closedNote: null })
  })

  test('the list shows one’s own places alone, and a search keeps where a match stands', async () => {
    const [own] = await listKept(officer())
    expect(own).toMatchObject({ builds: false })
    expect(own?.lines.map(({ name, open }) => [name, open])).toEqual([
      ['Dinas Kesehatan', false],
      ['Puskesmas Jujuhan', false],
      ['Loket Puskesmas Jujuhan', true],
      ['Imunisasi', true],
      ['Rawat jalan', true],
    ])
    const found = (await listKept(admin(), 'JALAN rawat'))[0]?.lines.map(({ name }) => name)
    expect(found).toEqual(['Dinas Kesehatan', 'Puskesmas Jujuhan', 'Loket Puskesmas Jujuhan', 'Rawat jalan'])
    expect(await listKept(admin(), 'tiada')).toEqual([])
    expect(await listKept(as(null))).toEqual([])
  })
})
