/** Meetings as a calendar (RFC 5545), for phones: one, or all of a region. How long one takes nobody knows, so no end is said. */
import { getRegion } from '../directory/regions.ts'
import { pathTo, type Locale } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { wordsOf } from '../words/words.ts'
import { listMeetings } from './lists.ts'
import { getMeeting } from './meetings.ts'
import type { MeetingSummary } from './views.ts'

const IN_CALENDAR = 100
/** Octets in a line, its break not counted. */
const LONGEST_LINE = 75

export interface AskedCalendar {
  slug: string
  locale: Locale
  publicUrl: string
}

/** @throws Refused not-found */
export async function meetingCalendar(scope: Scope, asked: AskedCalendar): Promise<{ id: string; text: string }> {
  const meeting = await getMeeting(scope, asked.slug)
  return { id: meeting.id, text: calendarOf([meeting], meeting.title, asked) }
}

/** The latest of a region, those to come among them. @throws Refused not-found */
export async function regionCalendar(scope: Scope, asked: AskedCalendar): Promise<string> {
  const region = await getRegion(scope, asked.slug)
  const { items } = await listMeetings(scope, { region: region.slug, limit: IN_CALENDAR })
  return calendarOf(items, wordsOf(asked.locale).musyawarahInvite.calendar.of(region.name), asked)
}

function calendarOf(meetings: MeetingSummary[], name: string, asked: AskedCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Balai//musyawarah//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...meetings.flatMap((meeting) => eventOf(meeting, asked)),
    'END:VCALENDAR',
  ]
  return lines.flatMap(folded).join('\r\n') + '\r\n'
}

function eventOf(meeting: MeetingSummary, { locale, publicUrl }: AskedCalendar): string[] {
  const { id, slug, title, convener, venue, startsAt, announcedAt, state } = meeting
  const { kinds } = wordsOf(locale).musyawarah
  const address = publicUrl + pathTo(locale, 'meeting', { slug })
  return [
    'BEGIN:VEVENT',
    `UID:${id}@${new URL(publicUrl).hostname}`,
    `DTSTAMP:${utc(announcedAt ?? startsAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(venue)}`,
    `DESCRIPTION:${escaped(`${kinds[meeting.kind]}. ${convener}. ${address}`)}`,
    `URL:${address}`,
    `STATUS:${state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

function utc(instant: string): string {
  return instant.replace(/[-:]|\.\d+/g, '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')
}

/** A line that is too long goes on in the next, which begins with a space; no letter is cut in two. */
function folded(line: string): string[] {
  const lines: string[] = []
  let current = ''
  for (const letter of line) {
    if (Buffer.byteLength(current + letter) > LONGEST_LINE) {
      lines.push(current)
      current = ' '
    }
    current += letter
  }
  return [...lines, current]
}
