import { beforeAll, describe, expect, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { announceMeeting, cancelMeeting } from '#server/musyawarah/announcing.ts'
import { balanceOf } from '#server/musyawarah/balance.ts'
import { addInvitees, listInviteesFor, removeInvitee } from '#server/musyawarah/invitees.ts'
import { invitationsFile, mailInvitations, markSent, whatsAppLink } from '#server/musyawarah/letters.ts'
import { draftMeeting, getMeeting } from '#server/musyawarah/meetings.ts'
import { replyToInvitation } from '#server/musyawarah/replying.ts'
import { sendWaiting } from '#server/notice/sending.ts'
import type { Letter } from '#server/notice/letters.ts'
import { formatCode } from '#server/ledger/receipts.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { codesIn } from '../documents/codes.ts'
import { announced, done, inputOf, JUNE, officerOf, prepared } from './world.ts'

const publicUrl = 'https://balai.contoh'

onEachEngine('inviting', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const officer = () => officerOf(world)
  const people = (slug: string) => listInviteesFor(officer(), slug)

  /** Announced, with two who have an address. */
  async function withAddresses(): Promise<string> {
    const { slug } = await prepared(world)
    const list = 'Ratna; Ketua PKK; ratna@contoh.id; P\nJoko; joko@contoh.id'
    done(await addInvitees(officer(), slug, { list, standing: 'invited' }))
    done(await announceMeeting(officer(), slug))
    return slug
  }

  /** What is mailed now. */
  async function mailed(): Promise<Letter[]> {
    const letters: Letter[] = []
    const mailer = { send: async (_: string, letter: Letter) => void letters.push(letter), close: () => undefined }
    await sendWaiting(() => world.as(null, JUNE), { mailer, publicUrl })
    return letters.sort((a, b) => a.to.localeCompare(b.to))
  }

  describe('by mail', () => {
    test('tells everyone with an address once, with a link that opens their own invitation', async () => {
      const slug = await withAddresses()
      expect(await mailInvitations(officer(), slug, 'id')).toBe(2)
      expect(await mailInvitations(officer(), slug, 'id')).toBe(0)
      const letters = await mailed()
      expect(letters.map(({ to }) => to)).toEqual(['joko@contoh.id', 'ratna@contoh.id'])
      const ratna = (await people(slug)).find(({ name }) => name === 'Ratna')!
      expect(letters[1]?.text).toContain(`${publicUrl}/musyawarah/undangan/${formatCode(ratna.code)}`)
      expect(letters[1]?.text).toContain('Yth. Ratna')
      expect(ratna).toMatchObject({ sentVia: 'mail', sentAt: JUNE.toISOString() })
    })

    test('tells nobody who was taken off the list, and nothing of a meeting that was called off', async () => {
      const slug = await withAddresses()
      await mailInvitations(officer(), slug, 'id')
      const ratna = (await people(slug)).find(({ name }) => name === 'Ratna')!
      await removeInvitee(officer(), slug, ratna.id)
      expect((await mailed()).map(({ to }) => to)).toEqual(['joko@contoh.id'])
      const off = await withAddresses()
      await mailInvitations(officer(), off, 'id')
      done(await cancelMeeting(officer(), off, { reason: 'Balai desa dipakai untuk vaksinasi.' }))
      expect(await mailed()).toEqual([])
    })

    test('waits until the meeting is announced', async () => {
      const { slug } = await prepared(world)
      await expect(mailInvitations(officer(), slug, 'id')).rejects.toMatchObject({ reason: 'meeting-in-preparation' })
      await expect(markSent(officer(), slug, { via: 'paper' })).rejects.toMatchObject({ code: 'conflict' })
    })
  })

  test('by hand is noted for one, or for all that had not gone out', async () => {
    const slug = await withAddresses()
    const [first] = await people(slug)
    await markSent(officer(), slug, { via: 'whatsapp', id: first!.id })
    await markSent(officer(), slug, { via: 'paper' })
    const ways = (await people(slug)).map(({ sentVia }) => sentVia)
    expect(ways).toEqual(['whatsapp', ...Array<string>(11).fill('paper')])
    await expect(markSent(officer(), slug, { via: 'whatsapp', id: 'tiada' })).rejects.toMatchObject({
      code: 'not-found',
    })
    const text = decodeURIComponent(
      whatsAppLink({ locale: 'id', publicUrl }, await getMeeting(officer(), slug), first!),
    )
    expect(text).toContain('https://wa.me/?text=Yth. Warga 1.')
    expect(text).toContain(`/musyawarah/undangan/${formatCode(first!.code)}`)
  })

  test('on paper is a letter for each, with a code that opens the answer', async () => {
    const letter = { letterNumber: '005/12/BPD', letterNature: 'Penting', letterCopies: ['Camat Kemuning'] }
    const { slug } = await announced(world, letter)
    const invitees = await people(slug)
    const bytes = await invitationsFile(officer(), { slug, locale: 'id', publicUrl })
    const pdf = await getDocumentProxy(new Uint8Array(bytes))
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const { text } = await extractText(pdf)
    expect(text).toHaveLength(10)
    const first = text[0]!.replace(/\s+/g, ' ')
    for (const part of ['005/12/BPD', 'Penting', 'Undangan musyawarah desa', 'Warga 1', 'Jumat, 10 Juli 2026'])
      expect(first).toContain(part)
    for (const part of ['Usulan kegiatan', formatCode(invitees[0]!.code), 'Camat Kemuning', 'BPD Kemuning Tua'])
      expect(first).toContain(part)
    expect(await codesIn(bytes)).toEqual(
      invitees.map(({ code }) => `${publicUrl}/musyawarah/undangan/${formatCode(code)}`),
    )
    const one = await invitationsFile(officer(), { slug, locale: 'en', publicUrl }, invitees[3]!.id)
    expect((await extractText(await getDocumentProxy(new Uint8Array(one)), { mergePages: true })).text).toContain(
      'Warga 4',
    )
  })

  test('is done by who keeps the meeting alone', async () => {
    const slug = await withAddresses()
    for (const who of [null, world.publisher, world.stranger]) {
      const scope = world.as(who)
      await expect(mailInvitations(scope, slug, 'id')).rejects.toMatchObject({ code: 'forbidden' })
      await expect(markSent(scope, slug, { via: 'paper' })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(invitationsFile(scope, { slug, locale: 'id', publicUrl })).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(balanceOf(scope, slug)).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('is balanced by the groups that the rules ask for, by sex, and says who replied', async () => {
    const forum = { kind: 'public-forum' as const, rules: 'forum-konsultasi-publik' }
    const { slug } = done(await draftMeeting(officer(), inputOf(world, forum)))
    done(await addInvitees(officer(), slug, { list: 'Siti; P\nBudi; L\nAni', group: 'media', standing: 'participant' }))
    done(await announceMeeting(officer(), slug))
    const [siti, budi] = await people(slug)
    done(await replyToInvitation(world.as(null, JUNE), siti!.code, { reply: 'coming' }))
    done(await replyToInvitation(world.as(null, JUNE), budi!.code, { reply: 'not-coming' }))
    const balance = await balanceOf(officer(), slug)
    expect(balance).toMatchObject({ women: 1, men: 1, unsaid: 1, replies: { coming: 1, notComing: 1, none: 1 } })
    expect(balance.asked.map(({ group, count }) => [group.key, count])).toEqual([
      ['service-users', 0],
      ['experts', 0],
      ['civil-society', 0],
      ['media', 3],
    ])
  })
})
