import { beforeAll, describe, expect, test } from 'vitest'
import { listEntries } from '#server/ledger/entries.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { readAttendance } from '#server/musyawarah/attendance.ts'
import { closeMeeting, sendMinutes } from '#server/musyawarah/closing.ts'
import { askCorrection, listCorrectionsFor, noteDissent, settleCorrection } from '#server/musyawarah/corrections.ts'
import { listHallProposals } from '#server/musyawarah/course.ts'
import { agree, putText } from '#server/musyawarah/decisions.ts'
import { listInviteesFor } from '#server/musyawarah/invitees.ts'
import { getMeeting } from '#server/musyawarah/meetings.ts'
import { addProposal, settleProposal, writePoint } from '#server/musyawarah/minutes.ts'
import { recordFile, recordToSign } from '#server/musyawarah/record-file.ts'
import { answerSignedFile, checkSignedFile, getRecord } from '#server/musyawarah/record-views.ts'
import { signRecord } from '#server/musyawarah/signing.ts'
import { verifyMeetings } from '#server/musyawarah/verify.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor, makeWorld, type World } from '../survey/world.ts'
import { opened } from './hall.ts'
import { done, hoursLater, MORNING, officerOf } from './world.ts'

/** After the window of three days. */
const LATER = hoursLater(5 * 24)
const SCAN = { name: 'berita acara.pdf', bytes: new TextEncoder().encode('%PDF-1.7\nisi yang ditandatangani') }
const SIGNING = { number: '140/12/BA/2026', signedOn: '2026-07-14', names: ['Ramli', 'Syahrial', 'Siti Aminah'] }

onEachEngine('the record of a meeting', (database, engine) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const staff = (now = MORNING) => officerOf(world, now)
  const anyone = (now = LATER) => world.as(null, now)

  /** Closed with one decision, one proposal and one point, its draft minutes out. */
  async function held() {
    const { slug, id, agenda } = await opened(world)
    done(await writePoint(staff(), slug, { item: agenda[1]?.id ?? '', speaker: 'Warga 3', text: 'Jalan rusak.' }))
    done(await addProposal(staff(), slug, { text: 'Sumur bor', proposer: 'Warga 4', group: 'residents' }))
    const [proposal] = await listHallProposals(staff(), id)
    const decision = done(await putText(staff(), slug, { text: 'Desa mendahulukan sumur bor.' })).id
    done(await agree(staff(), slug, decision))
    done(await settleProposal(staff(), slug, proposal?.id ?? '', { outcome: 'accepted', decision }))
    done(await closeMeeting(staff(), slug))
    await sendMinutes(staff(), slug)
    return { slug, id, decision }
  }
  async function signed() {
    const meeting = await held()
    done(await signRecord(staff(LATER), meeting.slug, SIGNING, SCAN))
    return meeting
  }

  describe('corrections', () => {
    const ask = async (slug: string, rest: object = {}, now = MORNING) => {
      const [first] = await listInviteesFor(staff(), slug)
      const input = { code: first?.code ?? '', kind: 'correction', text: 'Bukan jalan, jembatan.', ...rest }
      return askCorrection(anyone(now), slug, input as never)
    }

    test('come from those alone who were present, and each gets its answer with a reason', async () => {
      const { slug } = await held()
      expect(done(await ask(slug))).toMatchObject({ number: 1, kind: 'correction' })
      expect(await ask(slug, { code: 'ZZZZ-ZZZZ-ZZZZ' })).toMatchObject({ issues: { code: 'code-unknown' } })
      const [correction] = await listCorrectionsFor(staff(), slug)
      const settle = (input: object, who = staff()) => settleCorrection(who, slug, correction?.id ?? '', input as never)
      expect(await settle({ outcome: 'refused' })).toMatchObject({ issues: { reason: 'required' } })
      await expect(settle({ outcome: 'accepted' }, world.as(world.publisher))).rejects.toMatchObject({
        code: 'forbidden',
      })
      done(await settle({ outcome: 'refused', reason: 'Rekaman menyebut jalan.' }))
      await expect(settle({ outcome: 'accepted' })).rejects.toMatchObject({ reason: 'meeting-correction-settled' })
      const { record } = await getRecord(anyone(), slug)
      expect(record.corrections).toMatchObject([{ number: 1, outcome: 'refused', reason: 'Rekaman menyebut jalan.' }])
    })

    test('after the window are told so, and nothing is stored', async () => {
      const { slug } = await held()
      expect(await ask(slug, {}, LATER)).toMatchObject({ ok: false, issues: { form: 'window-closed' } })
      expect(await listCorrectionsFor(staff(), slug)).toEqual([])
    })

    test('dissent is kept in the dissenter’s own words', async () => {
      const { slug, decision } = await held()
      expect(await ask(slug, { kind: 'dissent' })).toMatchObject({ issues: { who: 'required' } })
      done(await ask(slug, { kind: 'dissent', who: 'Ketua kelompok tani', text: 'Kami tetap memilih jalan.' }))
      done(await noteDissent(staff(), slug, { who: 'Siti', text: 'Anggarannya kurang.', decision }))
      const { record } = await getRecord(anyone(), slug)
      expect(record.dissents).toEqual([
        { number: 1, who: 'Ketua kelompok tani', text: 'Kami tetap memilih jalan.', decision: null },
        { number: 2, who: 'Siti', text: 'Anggarannya kurang.', decision: 1 },
      ])
    })
  })

  describe('what the public reads', () => {
    test('counts people and names office holders alone', async () => {
      const { slug } = await held()
      const { record, signed: lock } = await getRecord(anyone(), slug)
      expect(lock).toBeNull()
      expect(record.present).toMatchObject({
        total: 10,
        women: 5,
        men: 4,
        groups: [{ key: 'residents', count: 9 }, {}],
      })
      const text = JSON.stringify(record)
      for (const name of ['Warga 1', 'Warga 3', 'Warga 4']) expect(text).not.toContain(name)
      expect(text).toContain('H. Ramli, Ketua BPD')
      const asked = { slug, locale: 'id' as const, publicUrl: 'https://contoh.go.id' }
      for (const file of [await recordFile(anyone(), asked), await recordToSign(staff(), asked)]) {
        expect(file.subarray(0, 5).toString()).toBe('%PDF-')
      }
      for (const who of [null, world.publisher]) {
        await expect(recordToSign(world.as(who, LATER), asked)).rejects.toMatchObject({ code: 'forbidden' })
      }
    })

    test('is nothing before the draft went out', async () => {
      const { slug } = await opened(world)
      await expect(getRecord(anyone(), slug)).rejects.toMatchObject({ code: 'not-found' })
    })
  })

  describe('signing', () => {
    test.each([
      [{ number: ' ' }, SCAN, { number: 'required' }],
      [{ names: ['Ramli', '', 'Siti'] }, SCAN, { signer1: 'signature-missing' }],
      [{ names: [] }, SCAN, { signer0: 'signature-missing', signer2: 'signature-missing' }],
      [{ signedOn: '2026-07-09' }, SCAN, { signedOn: 'before-closing' }],
      [{ signedOn: '2026-07-16' }, SCAN, { signedOn: 'after-today' }],
      [{}, undefined, { file: 'file-missing' }],
      [{}, { name: 'scan.pdf', bytes: new TextEncoder().encode('bukan pdf') }, { file: 'file-kind' }],
      [{}, { name: 'scan.pdf', bytes: new Uint8Array(10 * 1024 * 1024 + 1).fill(37) }, { file: 'file-too-big' }],
    ])('is refused with %j', async (change, file, issues) => {
      const { slug } = await held()
      expect(await signRecord(staff(LATER), slug, { ...SIGNING, ...change }, file)).toMatchObject({ ok: false, issues })
    })

    test('waits for the window and for every answer', async () => {
      const { slug } = await held()
      const sign = (now: Date) => signRecord(staff(now), slug, { ...SIGNING, signedOn: '2026-07-10' }, SCAN)
      expect(await sign(hoursLater(2))).toMatchObject({ issues: { form: 'window-open' } })
      const [first] = await listInviteesFor(staff(), slug)
      const input = { code: first?.code ?? '', kind: 'correction' as const, text: 'Bukan jalan.' }
      done(await askCorrection(anyone(MORNING), slug, input))
      expect(await sign(LATER)).toMatchObject({ issues: { form: 'corrections-wait' } })
      const running = await opened(world)
      await expect(signRecord(staff(LATER), running.slug, SIGNING, SCAN)).rejects.toMatchObject({
        reason: 'meeting-not-closed',
      })
    })

    test('locks the record: hashes in the ledger, and no way to change it after', async () => {
      const { slug, id } = await signed()
      expect(await getMeeting(anyone(), slug)).toMatchObject({ state: 'signed' })
      const { items } = await listEntries(anyone(), { subject: id })
      expect(items[0]?.kind).toBe('musyawarah.signed')
      const { signed: lock, record } = await getRecord(anyone(), slug)
      expect(lock).toMatchObject({ number: SIGNING.number, signedOn: SIGNING.signedOn })
      expect(record.signed?.signatures.map(({ name }) => name)).toEqual(SIGNING.names)
      for (const act of [
        () => signRecord(staff(LATER), slug, SIGNING, SCAN),
        () => noteDissent(staff(LATER), slug, { who: 'Siti', text: 'Terlambat.' }),
        () => addProposal(staff(LATER), slug, { text: 'Lagi' }),
      ]) {
        await expect(act()).rejects.toMatchObject({ code: 'conflict' })
      }
    })

    test('keeps the file byte for byte, tells it from any other, and shows it to who may read names', async () => {
      const { slug } = await signed()
      expect(await checkSignedFile(anyone(), slug, SCAN.bytes)).toMatchObject({ part: 0, number: SIGNING.number })
      expect(await checkSignedFile(anyone(), slug, new TextEncoder().encode('%PDF-1.7\nlain'))).toBeUndefined()
      const auditor = world.as(actor('auditor', 'region', world.regionCode), LATER)
      const file = await answerSignedFile(auditor, slug)
      expect(new Uint8Array(await file.arrayBuffer())).toEqual(SCAN.bytes)
      await expect(answerSignedFile(world.as(world.publisher, LATER), slug)).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(answerSignedFile(anyone(), slug)).rejects.toMatchObject({ code: 'forbidden' })
    })
  })

  describe('a direct edit of a signed record', () => {
    const verify = () => runVerifiers(database().db, [verifyMeetings])

    test('of what it rests on is named', async () => {
      const { slug, id } = await signed()
      expect(await verify()).toMatchObject({ fits: true, checked: { records: expect.any(Number) } })
      const { db } = database()
      const named = { fits: false, problem: { kind: 'record', id: slug, what: 'record-rows' } }
      const [first] = await readAttendance(staff(LATER), slug)
      const rename = (name: string) =>
        db
          .updateTable('attendance')
          .set({ name })
          .where('id', '=', first?.id ?? '')
          .execute()
      await rename('Orang lain')
      expect(await verify()).toMatchObject(named)
      await rename(first?.name ?? '')
      expect(await verify()).toMatchObject({ fits: true })
      const settle = (outcome: 'accepted' | 'reserve') =>
        db.updateTable('proposal').set({ outcome }).where('meetingId', '=', id).execute()
      await settle('reserve')
      expect(await verify()).toMatchObject(named)
      await settle('accepted')
    })

    test('of the record itself is refused by the database', async () => {
      const { id } = await signed()
      const { db } = database()
      const refused = /never changed/
      await expect(
        db.updateTable('meetingRecord').set({ number: '1' }).where('meetingId', '=', id).execute(),
      ).rejects.toThrow(refused)
      await expect(db.deleteFrom('meetingRecord').where('meetingId', '=', id).execute()).rejects.toThrow(refused)
      await expect(db.deleteFrom('recordSignature').execute()).rejects.toThrow(refused)
    })

    test('of its file, or taking back that it was signed, is named', async () => {
      const other = { ...SCAN, bytes: new TextEncoder().encode(`%PDF-1.7\n${engine} lain`) }
      const { slug, id } = await held()
      const { fileHash } = done(await signRecord(staff(LATER), slug, SIGNING, other))
      const { db } = database()
      const write = (bytes: Buffer) =>
        db.updateTable('filePart').set({ bytes }).where('fileHash', '=', fileHash).execute()
      await write(Buffer.from('%PDF-1.7\npalsu'))
      expect(await verify()).toMatchObject({ problem: { id: slug, what: 'record-file' } })
      await write(Buffer.from(other.bytes))
      await db.updateTable('meeting').set({ signedAt: null }).where('id', '=', id).execute()
      expect(await verify()).toMatchObject({ problem: { id: slug, what: 'meeting-course' } })
    })
  })
})
