import { beforeAll, describe, expect, test } from 'vitest'
import { LARGEST_FILE } from '#server/files.ts'
import { listEntries } from '#server/ledger/entries.ts'
import { closeMeeting, sendMinutes } from '#server/musyawarah/closing.ts'
import { listMeetingDecisions } from '#server/musyawarah/course.ts'
import { answerDecisionObjection, enterVote, objectTo, putText, stateFailure } from '#server/musyawarah/decisions.ts'
import { addPhoto, handInSheet, listPhotos, readHallFile, removePhoto } from '#server/musyawarah/hall-files.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { opened } from './hall.ts'
import { done, MORNING, officerOf } from './world.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const chunk = (name: string, content = '') => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, Buffer.from(name + content), Buffer.alloc(4)])
}
const PHOTO = {
  name: 'IMG_2041.png',
  bytes: Buffer.concat([SIGNATURE, chunk('tEXt', 'GPS 0.45,102.1'), chunk('IDAT', 'gambar'), chunk('IEND')]),
}
const SCAN = { name: 'lembar hitung.pdf', bytes: Buffer.from('%PDF-1.7\nsetuju 5') }

onEachEngine('files out of the hall', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const hall = () => officerOf(world, MORNING)
  const by = (who: World['officer'] | null) => world.as(who, MORNING)

  describe('a photograph', () => {
    test('is kept without what its camera wrote, for staff alone, and taken out with its bytes', async () => {
      const { slug, agenda } = await opened(world)
      const input = { caption: 'Peserta membahas usulan', item: agenda[1]?.id }
      const { id } = done(await addPhoto(hall(), slug, input, PHOTO))
      expect(await listPhotos(by(world.publisher), slug)).toMatchObject([{ id, caption: input.caption, what: 'photo' }])
      const file = await readHallFile(hall(), slug, id)
      expect(file).toMatchObject({ name: 'IMG_2041.png', mime: 'image/png' })
      expect(file.bytes).toEqual(Buffer.concat([SIGNATURE, chunk('IDAT', 'gambar'), chunk('IEND')]))
      for (const who of [null, world.stranger]) {
        await expect(readHallFile(by(who), slug, id)).rejects.toMatchObject({ code: 'forbidden' })
        await expect(addPhoto(by(who), slug, input, PHOTO)).rejects.toMatchObject({ code: 'forbidden' })
      }
      done(await removePhoto(hall(), slug, id))
      await expect(readHallFile(hall(), slug, id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(removePhoto(hall(), slug, id)).rejects.toMatchObject({ code: 'not-found' })
    })

    test('is refused where it is none, too large, cut short, or says not what is seen', async () => {
      const { slug } = await opened(world)
      const add = (file: typeof PHOTO | undefined, rest: object = {}) =>
        addPhoto(hall(), slug, { caption: 'Peserta', ...rest }, file)
      expect(await add(undefined)).toMatchObject({ issues: { file: 'file-missing' } })
      expect(await add(SCAN)).toMatchObject({ issues: { file: 'photo-kind' } })
      const cut = { ...PHOTO, bytes: PHOTO.bytes.subarray(0, 40) }
      expect(await add(cut)).toMatchObject({ issues: { file: 'photo-broken' } })
      const large = { ...PHOTO, bytes: Buffer.concat([PHOTO.bytes, Buffer.alloc(LARGEST_FILE)]) }
      expect(await add(large)).toMatchObject({ issues: { file: 'file-too-big' } })
      expect(await add(PHOTO, { caption: ' ' })).toMatchObject({ issues: { caption: 'required' } })
      expect(await add(PHOTO, { item: 'tiada' })).toMatchObject({ issues: { item: 'unknown' } })
      done(await closeMeeting(hall(), slug))
      await sendMinutes(hall(), slug)
      await expect(add(PHOTO)).rejects.toMatchObject({ reason: 'meeting-minutes-sent' })
    })
  })

  describe('the sheet of a vote', () => {
    async function voted() {
      const { slug, id } = await opened(world)
      const decision = done(await putText(hall(), slug, { text: 'Desa mendahulukan jalan dusun dua.' })).id
      const said = { who: 'Kelompok tani', reason: 'Sudah diperbaiki.' }
      const objection = done(await objectTo(hall(), slug, decision, said)).id
      done(await answerDecisionObjection(hall(), slug, objection, { answer: 'Baru separuhnya.' }))
      expect(await handInSheet(hall(), slug, decision, SCAN)).toMatchObject({ issues: { form: 'no-vote' } })
      done(await stateFailure(hall(), slug, decision, { statement: 'Dua kelompok menghendaki tempat berbeda.' }))
      return { slug, id, decision }
    }
    const tally = { way: 'open' as const, inFavour: '6', against: '3', abstained: '0', spoilt: '0' }

    test('may follow the vote, once, and is in the ledger', async () => {
      const { slug, id, decision } = await voted()
      done(await enterVote(hall(), slug, decision, tally))
      done(await closeMeeting(hall(), slug))
      const hand = (file: typeof SCAN | undefined) => handInSheet(hall(), slug, decision, file)
      expect(await hand(undefined)).toMatchObject({ issues: { file: 'file-missing' } })
      expect(await hand({ name: 'hitung.txt', bytes: Buffer.from('setuju 6') })).toMatchObject({
        issues: { file: 'file-kind' },
      })
      done(await hand(SCAN))
      expect(await hand(SCAN)).toMatchObject({ issues: { form: 'sheet-there' } })
      expect((await readHallFile(hall(), slug, decision)).bytes).toEqual(SCAN.bytes)
      const [kind] = (await listEntries(by(null), { subject: id })).items.map((entry) => entry.kind)
      expect(kind).toBe('musyawarah.tally-sheet')
    })

    test('comes with the vote as a scan or a picture, nothing else', async () => {
      const { slug, id, decision } = await voted()
      const text = { name: 'hitung.txt', bytes: Buffer.from('setuju 6') }
      expect(await enterVote(hall(), slug, decision, tally, text)).toMatchObject({ issues: { sheet: 'file-kind' } })
      done(await enterVote(hall(), slug, decision, tally, SCAN))
      const [made] = await listMeetingDecisions(hall(), id)
      expect(made).toMatchObject({ state: 'passed', vote: { sheetName: 'lembar hitung.pdf' } })
    })
  })
})
