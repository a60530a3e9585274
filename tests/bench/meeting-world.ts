/** Meetings of a busy province's years: one at whose desks people wait, one with a thick record, and thousands beside them. */
import { chunks } from '#db/chunks.ts'
import type { OpenDatabase } from '#db/database.ts'
import type { MeetingRow } from '#db/musyawarah/tables.ts'
import { dayIn } from '#server/directory/rules/days.ts'
import { getUnit } from '#server/directory/units.ts'
import { granted } from '#server/demo/fill-places.ts'
import { newId } from '#server/ids.ts'
import { announceMeeting } from '#server/musyawarah/announcing.ts'
import { addInvitees, listInviteesFor } from '#server/musyawarah/invitees.ts'
import { draftMeeting } from '#server/musyawarah/meetings.ts'
import { courseOf, type Course } from './meeting-course.ts'
import { actAs } from './world.ts'

export interface MeetingSizes {
  meetings: number
  /** Expected at the desks. */
  people: number
}

export interface MeetingWorld {
  /** Slugs. */
  desk: string
  thick: string
  usual: string
  /** Of everyone who is expected at the desks. */
  codes: string[]
}

const DAY_MS = 86_400_000
const MEETINGS_AT_ONCE = 200
/** So many have a course in the hall; the others were only announced. */
const HELD_OF = 20
/** Five hundred who sign, and talk enough for forty pages. */
const THICK: Course = { people: 500, points: 220, proposals: 60, decisions: 10 }
const USUAL: Course = { people: 60, points: 30, proposals: 25, decisions: 3 }

export async function fillMeetings(
  database: OpenDatabase,
  unit: string,
  { meetings, people }: MeetingSizes,
): Promise<MeetingWorld> {
  const desk = await announced(database, unit, people)
  const officer = actAs(database, 'officer')
  const codes = (await listInviteesFor(officer, desk)).map(({ code }) => code)
  const { db } = database
  const model = await db.selectFrom('meeting').selectAll().where('slug', '=', desk).executeTakeFirstOrThrow()
  const copies = Array.from({ length: meetings }, (_, nth) => copyOf(model, nth))
  await addMeetings(database, copies)
  const [thick, usual] = copies.filter(({ closedAt }) => closedAt)
  if (!thick || !usual) throw new Error('Too few meetings.')
  return { desk, thick: thick.slug, usual: usual.slug, codes }
}

/** Today's, announced a week ago. */
async function announced(database: OpenDatabase, unit: string, people: number): Promise<string> {
  const officer = actAs(database, 'officer', new Date(Date.now() - 7 * DAY_MS))
  const { id } = await getUnit(officer, unit)
  const { slug } = granted(
    await draftMeeting(officer, {
      place: `unit:${id}`,
      kind: 'planning',
      title: 'Musyawarah rencana pelatihan pegawai',
      basis: 'Rencana pelatihan disusun setiap tahun bersama yang dilayani.',
      convener: 'Dinas Ukur',
      venue: 'Gedung serbaguna',
      day: dayIn(new Date(), 'Asia/Jakarta'),
      time: '00.01',
      chair: 'Kepala Dinas',
      minuteTaker: 'Sekretaris',
      resourcePersons: ['Narasumber'],
      agenda: ['Pembukaan', 'Usulan pelatihan', 'Penetapan'],
      rules: 'musrenbang',
    }),
  )
  const list = Array.from(
    { length: people },
    (_, nth) => `Warga ${nth + 1}; RT ${(nth % 40) + 1}; ${nth % 2 ? 'L' : 'P'}`,
  )
  granted(await addInvitees(officer, slug, { list: list.join('\n'), standing: 'participant' }))
  granted(await announceMeeting(officer, slug))
  return slug
}

/** The nth of those held before it; its course, if it has one, is over, and its draft record is out. */
function copyOf(model: MeetingRow, nth: number): MeetingRow {
  const startsAt = new Date(Date.parse(model.startsAt) - nth * 3_600_000).toISOString()
  const isHeld = nth % HELD_OF === 0
  return {
    ...model,
    id: newId(),
    slug: `musyawarah-${nth + 1}`,
    title: `Musyawarah rencana pelatihan pegawai ke-${nth + 1}`,
    startsAt,
    ...(isHeld && { openedAt: startsAt, closedAt: startsAt, minutesSentAt: startsAt, correctionsUntil: startsAt }),
  }
}

async function addMeetings({ db }: OpenDatabase, copies: MeetingRow[]): Promise<void> {
  for (const [batch, some] of chunks(copies, MEETINGS_AT_ONCE).entries()) {
    await db.transaction().execute(async (inner) => {
      await inner.insertInto('meeting').values(some).execute()
      const courses = some.map(({ id, closedAt }, nth) => {
        const course = closedAt
          ? batch + nth === 0
            ? THICK
            : USUAL
          : { people: 0, points: 0, proposals: 0, decisions: 0 }
        return courseOf(id, course)
      })
      for (const table of [
        'agendaItem',
        'attendance',
        'minutePoint',
        'minuteText',
        'proposal',
        'decision',
        'decisionText',
      ] as const) {
        const rows = courses.flatMap((course): object[] => course[table])
        for (const part of chunks(rows, 500))
          await inner
            .insertInto(table)
            .values(part as never)
            .execute()
      }
    })
  }
}
