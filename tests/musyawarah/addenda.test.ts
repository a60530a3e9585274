/** What can still be done with a signed record: add to it, cover words of it for the public, and nothing else. */
import { beforeAll, describe, expect, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { listEntries } from '#server/ledger/entries.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { addAddendum } from '#server/musyawarah/addenda.ts'
import { addendumToSign } from '#server/musyawarah/addendum-file.ts'
import { listHallProposals, listPublicProposals } from '#server/musyawarah/course.ts'
import { coverInRecord } from '#server/musyawarah/covering.ts'
import { addDelegate } from '#server/musyawarah/delegates.ts'
import { getHallScreen } from '#server/musyawarah/hall-screen.ts'
import { paperFile } from '#server/musyawarah/record-file.ts'
import { answerSignedFile, checkSignedFile, getRecord } from '#server/musyawarah/record-views.ts'
import { verifyMeetings } from '#server/musyawarah/verify.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor, makeWorld, type World } from '../survey/world.ts'
import { LATER, PHONE, SCAN, SIGNING, wholeMeeting, wholeSigned } from './held.ts'
import { done, officerOf } from './world.ts'

const ADDENDUM = { ...SIGNING, number: '140/13/AD/2026', signedOn: '2026-07-15', text: 'Dusun Tiga ditulis Dusun 3.' }
const OTHER = { name: 'adendum.pdf', bytes: new TextEncoder().encode('%PDF-1.7\nadendum') }

onEachEngine('a signed record', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const staff = () => officerOf(world, LATER)
  const anyone = () => world.as(null, LATER)
  const verify = () => runVerifiers(database().db, [verifyMeetings])
  const textOf = async (slug: string) => {
    const bytes = await paperFile(anyone(), 'record', 'pdf', { slug, locale: 'id', publicUrl: 'https://balai.contoh' })
    return (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text
  }

  describe('an addendum', () => {
    test('has its own number, signatures and file, and the record stays as it was', async () => {
      const { slug, id } = await wholeSigned(world)
      const before = await getRecord(anyone(), slug)
      expect(done(await addAddendum(staff(), slug, ADDENDUM, OTHER)).part).toBe(1)
      expect(done(await addAddendum(staff(), slug, { ...ADDENDUM, number: '140/14' }, OTHER)).part).toBe(2)
      const after = await getRecord(anyone(), slug)
      expect(after.addenda).toMatchObject([
        { part: 1, number: ADDENDUM.number, text: ADDENDUM.text, signatures: [{ name: 'Ramli' }, {}, {}] },
        { part: 2, number: '140/14' },
      ])
      expect({ ...after, addenda: [] }).toEqual(before)
      expect((await listEntries(anyone(), { subject: id })).items[0]?.kind).toBe('musyawarah.addendum-signed')
      expect(await textOf(slug)).toContain(ADDENDUM.text)
      expect(await verify()).toMatchObject({ fits: true })
    })

    test('is told from the record by its file, which who may read names can open', async () => {
      const { slug } = await wholeSigned(world)
      done(await addAddendum(staff(), slug, ADDENDUM, OTHER))
      expect(await checkSignedFile(anyone(), slug, OTHER.bytes)).toMatchObject({ part: 1, number: ADDENDUM.number })
      expect(await checkSignedFile(anyone(), slug, SCAN.bytes)).toMatchObject({ part: 0 })
      const auditor = world.as(actor('auditor', 'region', world.regionCode), LATER)
      const file = await answerSignedFile(auditor, slug, 1)
      expect(new Uint8Array(await file.arrayBuffer())).toEqual(OTHER.bytes)
      await expect(answerSignedFile(auditor, slug, 2)).rejects.toMatchObject({ code: 'not-found' })
      await expect(answerSignedFile(anyone(), slug, 1)).rejects.toMatchObject({ code: 'forbidden' })
      const looks = await database().db.selectFrom('attendanceLook').selectAll().execute()
      expect(looks.some(({ byAccount }) => byAccount === auditor.actor?.accountId)).toBe(true)
    })

    test.each([
      [{ text: ' ' }, OTHER, { text: 'required' }],
      [{ names: ['Ramli', '', 'Siti'] }, OTHER, { signer1: 'signature-missing' }],
      [{ signedOn: '2026-07-14' }, OTHER, { signedOn: 'before-closing' }],
      [{ signedOn: '2026-07-16' }, OTHER, { signedOn: 'after-today' }],
      [{}, undefined, { file: 'file-missing' }],
      [{}, { name: 'a.pdf', bytes: new TextEncoder().encode('bukan pdf') }, { file: 'file-kind' }],
      [{}, { name: 'a.pdf', bytes: new Uint8Array(10 * 1024 * 1024 + 1) }, { file: 'file-too-big' }],
    ])('is refused with %j', async (change, file, issues) => {
      const { slug } = await wholeSigned(world)
      expect(await addAddendum(staff(), slug, { ...ADDENDUM, ...change }, file)).toMatchObject({ ok: false, issues })
      expect((await getRecord(anyone(), slug)).addenda).toEqual([])
    })

    test('comes after the signature, and from who may sign', async () => {
      const draft = await wholeMeeting(world)
      const before = addAddendum(staff(), draft.slug, ADDENDUM, OTHER)
      await expect(before).rejects.toMatchObject({ code: 'conflict', reason: 'meeting-not-signed' })
      const { slug } = await wholeSigned(world)
      for (const who of [null, actor('auditor', 'region', world.regionCode)]) {
        const refused = addAddendum(world.as(who, LATER), slug, ADDENDUM, OTHER)
        await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
      }
    })

    test('is printed to be signed, from what was typed', async () => {
      const { slug } = await wholeSigned(world)
      const asked = { slug, locale: 'id' as const, publicUrl: 'https://balai.contoh' }
      const { bytes } = done(await addendumToSign(staff(), asked, ADDENDUM))
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
      for (const words of [ADDENDUM.text, ADDENDUM.number, SIGNING.number, 'Wakil masyarakat']) {
        expect(text).toContain(words)
      }
      expect(await addendumToSign(staff(), asked, { number: '', text: '' })).toMatchObject({
        issues: { number: 'required', text: 'required' },
      })
    })
  })

  describe('personal data in it', () => {
    const cover = (slug: string, pieces: string, reason = 'Nomor telepon warga.') =>
      coverInRecord(staff(), slug, { pieces, reason })

    test('are covered in what the public reads, with the reason, and the original still verifies', async () => {
      const { slug, id, fileHash } = await wholeSigned(world)
      expect(await textOf(slug)).toContain(PHONE)
      expect(done(await cover(slug, PHONE)).places).toBe(1)
      const { record, covered, signed } = await getRecord(anyone(), slug)
      expect(JSON.stringify(record)).not.toContain(PHONE)
      expect(record.agenda[1]?.points[0]?.text).toBe('Jalan rusak. Hubungi ▇▇▇▇.')
      expect(covered).toMatchObject([{ reason: 'Nomor telepon warga.', places: 1 }])
      expect(signed?.fileHash).toBe(fileHash)
      expect(await textOf(slug)).toContain('Nomor telepon warga.')
      expect(await checkSignedFile(anyone(), slug, SCAN.bytes)).toMatchObject({ part: 0 })
      expect(await verify()).toMatchObject({ fits: true })
      const entries = (await listEntries(anyone(), { subject: id })).items
      expect(entries[0]?.kind).toBe('musyawarah.covered')
      expect(JSON.stringify(entries)).not.toContain(PHONE)
    })

    test('are covered on the meeting’s own page and screen too', async () => {
      const { slug, id } = await wholeSigned(world)
      expect(done(await cover(slug, 'sumur bor')).places).toBe(2)
      const shown = JSON.stringify([await getHallScreen(anyone(), slug), await listPublicProposals(anyone(), id)])
      expect(shown).not.toMatch(/sumur bor/i)
      expect(shown).toContain('Desa mendahulukan ▇▇▇▇.')
      expect((await listHallProposals(staff(), id))[0]?.text).toBe('Sumur bor')
    })

    test('are covered once more on top of what was covered before', async () => {
      const { slug } = await wholeSigned(world)
      done(await cover(slug, 'jalan rusak'))
      done(
        await coverInRecord(officerOf(world, new Date(LATER.getTime() + 1000)), slug, {
          pieces: PHONE,
          reason: 'Lagi.',
        }),
      )
      const { record } = await getRecord(anyone(), slug)
      expect(record.agenda[1]?.points[0]?.text).toBe('▇▇▇▇. Hubungi ▇▇▇▇.')
      expect(await verify()).toMatchObject({ fits: true })
    })

    test.each([
      ['tidak ada di sini', 'Alasan.', { pieces: 'not-found' }],
      [`${PHONE}\ntidak ada di sini`, 'Alasan.', { pieces: 'not-found' }],
      // How something was decided is no text of anybody's.
      ['agreed', 'Alasan.', { pieces: 'not-found' }],
      ['ja', 'Alasan.', { pieces: 'too-short' }],
      [PHONE, ' ', { reason: 'required' }],
    ])('are not covered with %j and %j', async (pieces, reason, issues) => {
      const { slug } = await wholeSigned(world)
      expect(await cover(slug, pieces, reason)).toMatchObject({ ok: false, issues })
      expect((await getRecord(anyone(), slug)).covered).toEqual([])
    })

    test('are covered by who may sign, once it is signed', async () => {
      const draft = await wholeMeeting(world)
      await expect(cover(draft.slug, PHONE)).rejects.toMatchObject({ reason: 'meeting-not-signed' })
      const { slug } = await wholeSigned(world)
      const moderator = world.as(actor('moderator', 'region', world.regionCode), LATER)
      const refused = coverInRecord(moderator, slug, { pieces: PHONE, reason: 'Alasan.' })
      await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
    })
  })

  test('delegates are written down until the draft minutes go out', async () => {
    const { slug } = await wholeMeeting(world)
    await expect(addDelegate(staff(), slug, { name: 'Terlambat' })).rejects.toMatchObject({
      reason: 'meeting-minutes-sent',
    })
    const { record } = await getRecord(anyone(), slug)
    expect(record.delegates).toMatchObject([
      { number: 1, name: 'Nur Hayati', office: 'Ketua PKK' },
      { number: 2, name: null, office: null, sex: 'm' },
    ])
  })
})
