import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#server/access.ts'
import { changeUnit } from '#server/directory/changes.ts'
import { addService } from '#server/directory/services.ts'
import { importTree, previewTree } from '#server/directory/tree-import.ts'
import { writeTreeFile } from '#server/directory/tree-file.ts'
import { listPastImports, undoImport } from '#server/directory/tree-undo.ts'
import { addUnit, getUnit, listUnitsOfRegion } from '#server/directory/units.ts'
import { inviteAccount } from '#server/identity/roles.ts'
import { listEntries } from '#server/ledger/entries.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { scopeOf } from '#server/scope.ts'
import { draftSurvey } from '#server/survey/surveys.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { onEachEngine } from '../support/engines.ts'
import { actorWith, portalAdmin } from './actors.ts'
import { settleClinic, type Place } from './town.ts'

const NEW = `tingkat;nama;bagian_dari;jenis;bidang;kontak;berbayar;kode
instansi;Puskesmas Pelepat;dinas-kesehatan;Puskesmas;;;;2
unit;Loket Pelepat;Puskesmas Pelepat;;Kesehatan;"0747 2; lantai 1";;2.1
layanan;Imunisasi;Loket Pelepat;;;;ya;
layanan;Rawat inap;Loket Pelepat;;;;tidak;
`

onEachEngine('import of a region’s tree', (database) => {
  const as = (actor: Actor | null) => scopeOf(database(), { actor })
  const admin = () => as(actorWith('admin', 'region', '15.08'))
  const preview = (text: string) => previewTree(admin(), 'bungo', text)
  const apply = async (text: string) => importTree(admin(), 'bungo', { text, shown: (await preview(text)).shown ?? '' })
  const imported = async (text: string) => {
    const done = await apply(text)
    if (!done.ok) throw new Error(JSON.stringify(done.preview.wrong))
    return done
  }
  const file = (locale: 'id' | 'en' = 'id') => writeTreeFile(as(null), 'bungo', locale)
  const undo = (id: string) => undoImport(admin(), 'bungo', id)
  const names = async () => (await listUnitsOfRegion(as(null), '15.08')).map(({ name }) => name)
  const verified = () => runVerifiers(database().db, rowVerifiers({}))
  let place: Place
  beforeAll(async () => {
    place = await settleClinic(database())
  })

  test('a look stores nothing', async () => {
    const before = await file()
    const { steps, wrong, left, same } = await preview(NEW)
    expect({ wrong, left, same }).toEqual({ wrong: [], left: 4, same: 0 })
    expect(steps.map(({ act, level, name, within, line }) => [act, level, name, within, line])).toEqual([
      ['add', 'institution', 'Puskesmas Pelepat', 'Dinas Kesehatan', 2],
      ['add', 'unit', 'Loket Pelepat', 'Puskesmas Pelepat', 3],
      ['add', 'service', 'Imunisasi', 'Loket Pelepat', 4],
      ['add', 'service', 'Rawat inap', 'Loket Pelepat', 5],
    ])
    expect(await file()).toBe(before)
  })

  test('what was shown is done at once, and an undoing takes it out again to the letter', async () => {
    const before = await file()
    const done = await imported(NEW)
    expect(done).toMatchObject({ added: 4, changed: 0 })
    expect(await getUnit(as(null), 'loket-pelepat')).toMatchObject({
      contact: '0747 2; lantai 1',
      code: '2.1',
      institutions: [{ name: 'Dinas Kesehatan' }, { name: 'Puskesmas Pelepat' }],
      services: [
        { name: 'Imunisasi', paid: true },
        { name: 'Rawat inap', paid: false },
      ],
    })
    expect(await preview(NEW)).toMatchObject({ steps: [], same: 4, shown: null })
    expect(await verified()).toMatchObject({ fits: true, checked: { places: 5 } })
    expect(await listPastImports(admin(), 'bungo')).toMatchObject([{ id: done.id, added: 4, hindrance: null }])
    expect(await undo(done.id)).toEqual({ ok: true })
    expect(await file()).toBe(before)
    await expect(undo(done.id)).rejects.toMatchObject({ code: 'conflict' })
    const kinds = (await listEntries(as(null), { limit: 6 })).items.map(({ kind }) => kind)
    expect(kinds).toEqual(['directory.import-undone', ...Array(4).fill('directory.removed'), 'directory.imported'])
  })

  test('a list that goes through a spreadsheet and back changes nothing', async () => {
    const odd = ['+62 747 1', "'=petik", 'a, b; c', 'dua\r\nbaris "dikutip"', '-']
    for (const [i, contact] of odd.entries()) {
      await addService(admin(), {
        unit: place.unit.id,
        name: `Layanan ${i}`,
        contact,
        cost: `@${contact}`,
        paid: i === 1,
      })
    }
    for (const locale of ['id', 'en'] as const) {
      const text = await file(locale)
      expect(text).not.toMatch(/(^|,)"?[=+@]/m)
      for (const form of [text, `\uFEFF${text}`, text.replaceAll('\r\n', '\n')]) {
        expect(await preview(form)).toMatchObject({ steps: [], wrong: [], left: 0, same: 9 })
      }
    }
  })

  test('a slug knows a line that is renamed, and columns that the file lacks stay as they are', async () => {
    const text = 'level,slug,name\nunit,loket-jujuhan,Loket Puskesmas Jujuhan\n'
    expect((await preview(text)).steps).toMatchObject([
      { act: 'change', before: { name: 'Loket Jujuhan' }, after: { name: 'Loket Puskesmas Jujuhan' } },
    ])
    const { id } = await imported(text)
    expect(await getUnit(as(null), 'loket-jujuhan')).toMatchObject({
      name: 'Loket Puskesmas Jujuhan',
      contact: '0747 1',
    })
    expect(await undo(id)).toEqual({ ok: true })
    expect(await getUnit(as(null), 'loket-jujuhan')).toMatchObject({ name: 'Loket Jujuhan', version: 3 })
  })

  test('a closing by import is undone with its instant and its word to residents', async () => {
    const open = 'level,slug,name,closed\ninstitution,puskesmas-jujuhan,Puskesmas Jujuhan,'
    const text = `${open}yes\nunit,loket-jujuhan,Loket Jujuhan,yes\n`
    const { id } = await imported(text)
    const { closedAt } = await getUnit(as(null), 'loket-jujuhan')
    expect(closedAt).not.toBeNull()
    const reopened = await imported(text.replaceAll('yes', 'no'))
    expect(await undo(reopened.id)).toEqual({ ok: true })
    expect((await getUnit(as(null), 'loket-jujuhan')).closedAt).toBe(closedAt)
    expect(await listPastImports(admin(), 'bungo')).toMatchObject([{}, { id, hindrance: { why: 'changed' } }, {}, {}])
    await imported(text.replaceAll('yes', 'no'))
  })

  test('names every line that is wrong, and does nothing of the file', async () => {
    const text = [
      'tingkat,slug,nama,bagian_dari,jenis,bidang,kode,ditutup',
      'dinas,,Apa ini,,,,,',
      'unit,,Loket A,tiada,,health,,',
      'unit,,Loket B,,,health,,',
      'unit,,Loket C,puskesmas-jujuhan,,sihir,,',
      'unit,,C,puskesmas-jujuhan,,health,,',
      'instansi,tiada,Dinas Lain,,agency,,,',
      'instansi,,Lingkar A,Lingkar B,other,,,',
      'instansi,,Lingkar B,Lingkar A,other,,,',
      'instansi,puskesmas-jujuhan,Puskesmas Jujuhan,,puskesmas,,,ya',
      'unit,,Loket D,dinas-kesehatan,,health,1.1,mungkin',
      'instansi,,Dinas E,,agency,health,9,',
      'instansi,,Dinas F,,agency,,8,',
      'instansi,,Dinas G,,agency,,8,',
    ].join('\n')
    const before = await file()
    const { wrong, shown } = await preview(text)
    expect(shown).toBeNull()
    expect(wrong.map(({ line, issue }) => `${line} ${issue}`)).toEqual([
      '2 level',
      '3 part-unknown',
      '4 part-required',
      '5 choice',
      '6 too-short',
      '7 slug-unknown',
      '8 circle',
      '9 circle',
      '10 open-below',
      '11 yes-no',
      '12 not-here',
      '14 code-double',
    ])
    expect(await importTree(admin(), 'bungo', { text, shown: 'x' })).toMatchObject({ ok: false, why: 'wrong' })
    expect(await file()).toBe(before)
    expect((await preview('nama,nama,umur\nLoket,x,y')).wrong.map(({ issue }) => issue)).toEqual([
      'column-twice',
      'unknown-column',
      'no-column',
    ])
    expect((await preview('')).wrong).toEqual([{ line: 1, issue: 'empty' }])
    expect((await preview('level,name\nunit,"Loket\n')).wrong).toEqual([{ line: 2, issue: 'quotes' }])
  })

  test('moves nothing to another place', async () => {
    const text = 'level,slug,part_of,name\nunit,loket-jujuhan,dinas-kesehatan,Loket Jujuhan\n'
    expect((await preview(text)).wrong).toMatchObject([{ line: 2, issue: 'moved' }])
  })

  test('refuses what is no longer what was shown', async () => {
    const text = 'level,slug,name,contact\nunit,loket-jujuhan,Loket Jujuhan,0747 9\n'
    const { shown } = await preview(text)
    const { version, sector } = await getUnit(as(null), 'loket-jujuhan')
    const typed = { name: 'Loket Jujuhan', sector, contact: '0747 5', version } as never
    expect(await changeUnit(admin(), 'loket-jujuhan', typed)).toMatchObject({ ok: true })
    const late = await importTree(admin(), 'bungo', { text, shown: shown ?? '' })
    expect(late).toMatchObject({ ok: false, why: 'moved', preview: { steps: [{ before: { contact: '0747 5' } }] } })
    expect(await getUnit(as(null), 'loket-jujuhan')).toMatchObject({ contact: '0747 5' })
  })

  test('of two who apply the same at once, one does it', async () => {
    const text = 'level,name,part_of,sector\nunit,Loket Ganda,puskesmas-jujuhan,health\n'
    const shown = (await preview(text)).shown ?? ''
    const both = await Promise.all([1, 2].map(() => importTree(admin(), 'bungo', { text, shown })))
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect((await names()).filter((name) => name === 'Loket Ganda')).toHaveLength(1)
  })

  test('cannot be undone once there is a survey, a role, a later change or something below', async () => {
    const numbered = (n: number) => NEW.replaceAll('Pelepat', `Nomor ${n}`).replaceAll(/;2(\.1)?$/gm, `;${n}0$1`)
    const unitOf = (n: number) => getUnit(as(null), `loket-nomor-${n}`)
    const days = { period: 'Semester I', firstDay: '2026-01-01', lastDay: '2026-06-30' }
    const hindrance = async (n: number, build: () => Promise<unknown>) => {
      const { id } = await imported(numbered(n))
      await build()
      return undo(id)
    }
    expect(await hindrance(3, () => draftSurvey(as(portalAdmin), { unit: 'loket-nomor-3', ...days }))).toEqual({
      ok: false,
      hindrance: { why: 'survey', name: 'Loket Nomor 3' },
    })
    const person = { email: 'petugas@contoh.go.id', name: 'Petugas', role: 'officer', scopeKind: 'unit' } as const
    const invite = async () => inviteAccount(as(portalAdmin), { ...person, scopeId: (await unitOf(4)).id })
    expect(await hindrance(4, invite)).toEqual({ ok: false, hindrance: { why: 'grant', name: 'Loket Nomor 4' } })
    const change = async () => {
      const { name, sector, version } = await unitOf(5)
      return changeUnit(admin(), 'loket-nomor-5', { name, sector: sector as never, address: 'Jalan 5', version })
    }
    expect(await hindrance(5, change)).toEqual({ ok: false, hindrance: { why: 'changed', name: 'Loket Nomor 5' } })
    const below = async () => addService(admin(), { unit: (await unitOf(6)).id, name: 'Gizi' })
    expect(await hindrance(6, below)).toEqual({ ok: false, hindrance: { why: 'below', name: 'Gizi' } })
    const taken = async (code: string) =>
      addUnit(admin(), { institution: place.clinic.id, name: `Kode ${code}`, sector: 'health', code })
    await imported('level,slug,name,code\nunit,loket-jujuhan,Loket Jujuhan,77\n')
    const { id } = await imported('level,slug,name,code\nunit,loket-jujuhan,Loket Jujuhan,78\n')
    await taken('77')
    expect(await undo(id)).toMatchObject({ ok: false, hindrance: { why: 'above' } })
    expect(await verified()).toMatchObject({ fits: true })
  })

  test('only who builds the whole region may look, apply or undo; anyone may read the list', async () => {
    const others = [null, 'officer', 'publisher', 'auditor'].map((role) => role && actorWith(role as never, 'portal'))
    for (const actor of [
      ...others,
      actorWith('admin', 'institution', place.clinic.path),
      actorWith('admin', 'region', '14'),
    ]) {
      const acts = [
        () => previewTree(as(actor || null), 'bungo', NEW),
        () => importTree(as(actor || null), 'bungo', { text: NEW, shown: '' }),
        () => listPastImports(as(actor || null), 'bungo'),
        () => undoImport(as(actor || null), 'bungo', 'x'),
      ]
      for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(undo('tiada')).rejects.toMatchObject({ code: 'not-found' })
    expect(await file()).toContain('loket-jujuhan')
  })
})
