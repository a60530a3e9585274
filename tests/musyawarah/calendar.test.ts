import { beforeAll, expect, test } from 'vitest'
import { cancelMeeting, moveMeeting } from '#server/musyawarah/announcing.ts'
import { meetingCalendar, regionCalendar } from '#server/musyawarah/calendar.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { announced, done, JUNE, officerOf, prepared } from './world.ts'

const publicUrl = 'https://balai.contoh'
const reason = 'Balai desa dipakai untuk vaksinasi hari itu.'

onEachEngine('the calendar of meetings', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const anyone = () => world.as(null, JUNE)
  const asked = (slug: string) => ({ slug, locale: 'id' as const, publicUrl })
  /** Lines as a calendar reads them: what was folded is whole again. */
  const linesOf = (text: string) => text.replace(/\r\n /g, '').split('\r\n')

  test('says when and where, with signs of its own escaped, and lines that are short enough', async () => {
    const title = 'Jalan, jembatan; dan saluran air di sepanjang Dusun Suka Maju sampai ke Dusun Suka Damai'
    const { slug, id } = await announced(world, { title })
    const { text } = await meetingCalendar(anyone(), asked(slug))
    expect(linesOf(text)).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        `UID:${id}@balai.contoh`,
        'DTSTART:20260710T020000Z',
        `SUMMARY:${title.replace(',', '\\,').replace(';', '\\;')}`,
        'LOCATION:Balai Desa Kemuning Tua',
        `URL:${publicUrl}/musyawarah/${slug}`,
        'STATUS:CONFIRMED',
        'END:VCALENDAR',
        '',
      ]),
    )
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('follows what was moved or called off, and holds nothing that wasn’t announced', async () => {
    const moved = await announced(world, { title: 'Musyawarah yang dipindah' })
    done(await moveMeeting(officerOf(world), moved.slug, { day: '2026-07-11', time: '14.00', reason }))
    const off = await announced(world, { title: 'Musyawarah yang dibatalkan' })
    done(await cancelMeeting(officerOf(world), off.slug, { reason }))
    const hidden = await prepared(world, { title: 'Musyawarah yang disiapkan' })
    const lines = linesOf(await regionCalendar(anyone(), asked(moved.region.slug)))
    const eventOf = (title: string) => {
      const at = lines.indexOf(`SUMMARY:${title}`)
      return lines.slice(at, lines.indexOf('END:VEVENT', at))
    }
    expect(lines).toContain('DTSTART:20260711T070000Z')
    expect(eventOf('Musyawarah yang dibatalkan')).toContain('STATUS:CANCELLED')
    expect(lines).not.toContain('SUMMARY:Musyawarah yang disiapkan')
    await expect(meetingCalendar(anyone(), asked(hidden.slug))).rejects.toMatchObject({ code: 'not-found' })
  })
})
