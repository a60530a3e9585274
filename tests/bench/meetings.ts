/** A meeting's desks when everybody comes at once, its record as a file, and reading meetings when there are thousands. */
import { openDatabase } from '#db/database.ts'
import { listArrivals } from '#db/musyawarah/attendance.ts'
import { newSubmissionKey } from '#server/ids.ts'
import { recordToSign } from '#server/musyawarah/record-file.ts'
import { pathTo } from '#server/paths.ts'
import { measurePage, startBoth, type Env } from './http.ts'
import { fillMeetings, type MeetingSizes, type MeetingWorld } from './meeting-world.ts'
import { officerCookie } from './officer.ts'
import { startPortal } from './processes.ts'
import { atRest } from './rest.ts'
import { median, within, type Line } from './table.ts'
import { actAs } from './world.ts'

export const FULL: MeetingSizes = { meetings: 20_000, people: 2_000 }
export const QUICK: MeetingSizes = { meetings: 1_000, people: 1_000 }

const TURNS = 3
const DESKS = 3
const LEAST_PER_SECOND = 200
/** One of so many stands at two desks at once. */
const TWICE_OF = 20
const LEAST_PAGES = 40
const LONGEST_RECORD_S = 3

export async function measureMeetings(
  engine: string,
  env: Env,
  { unit, sizes }: { unit: string; sizes: MeetingSizes },
): Promise<Line[]> {
  const database = openDatabase({ url: env.DATABASE_URL, file: env.FILE ?? '' })
  const world = await fillMeetings(database, unit, sizes)
  const cookie = await officerCookie(database, 'musyawarah@ukur.example')
  await database.close()
  return [
    ...(await measureReading(engine, env, world, sizes)),
    await measureArrivals(engine, env, world, cookie),
    await measureRecord(engine, env, world),
  ]
}

async function measureReading(engine: string, env: Env, { usual }: MeetingWorld, sizes: MeetingSizes): Promise<Line[]> {
  const [portal, bare] = await startBoth(env)
  const pages = [
    { name: `list of ${sizes.meetings.toLocaleString('en')} meetings`, path: pathTo('id', 'meetings'), share: 0.5 },
    { name: 'record of a meeting', path: pathTo('id', 'meetingRecord', { slug: usual }), share: 0.5 },
  ]
  const lines: Line[] = []
  try {
    for (const page of pages) {
      await atRest()
      lines.push(await measurePage(engine, portal.url, bare.url, page))
    }
    return lines
  } finally {
    await Promise.all([portal.stop(), bare.stop()])
  }
}

/** People recorded per second while each desk takes the next one who waits. @throws if anyone is lost or counted twice */
async function measureArrivals(engine: string, env: Env, { desk, codes }: MeetingWorld, cookie: string): Promise<Line> {
  const portal = await startPortal({ ...env, PORT: '0', HOST: '127.0.0.1' })
  const waiting = codes.flatMap((code, nth) => (nth % TWICE_OF === 0 ? [code, code] : [code]))
  const path = pathTo('id', 'attendMeeting', { slug: desk })
  try {
    // Each desk has its page open when the doors do.
    for (let desk = 0; desk < DESKS; desk += 1) await (await fetch(portal.url + path, { headers: { cookie } })).text()
    await atRest()
    const started = performance.now()
    await Promise.all(Array.from({ length: DESKS }, () => serveAtDesk(portal.url, path, { waiting, cookie })))
    const seconds = (performance.now() - started) / 1000
    await expectEach(env, desk, codes.length)
    const perSecond = codes.length / seconds
    const ratio = perSecond / LEAST_PER_SECOND
    return {
      measure: `attendance of ${codes.length.toLocaleString('en')} at ${DESKS} desks at once`,
      engine,
      ours: `${Math.round(perSecond).toLocaleString('en')}/s`,
      against: `${LEAST_PER_SECOND}/s`,
      ratio,
      mark: '≥ 1',
      reached: ratio >= 1,
    }
  } finally {
    await portal.stop()
  }
}

/** 303: recorded; 422: the other desk was quicker. */
async function serveAtDesk(
  url: string,
  path: string,
  { waiting, cookie }: { waiting: string[]; cookie: string },
): Promise<void> {
  for (let code = waiting.shift(); code !== undefined; code = waiting.shift()) {
    const body = new URLSearchParams({ code, key: newSubmissionKey() })
    const reply = await fetch(url + path, {
      method: 'POST',
      headers: { cookie, origin: url },
      body,
      redirect: 'manual',
    })
    await reply.text()
    if (reply.status !== 303 && reply.status !== 422) throw new Error(`The desk said ${reply.status}.`)
  }
}

async function expectEach(env: Env, slug: string, people: number): Promise<void> {
  const database = openDatabase({ url: env.DATABASE_URL, file: env.FILE ?? '' })
  const { db } = database
  const { id } = await db.selectFrom('meeting').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  const rows = await listArrivals(db, id, 1)
  await database.close()
  const invitees = new Set(rows.map(({ inviteeId }) => inviteeId))
  const isInOrder = rows.every(({ number }, index) => number === index + 1)
  if (rows.length !== people || invitees.size !== people || !isInOrder) {
    throw new Error(`${rows.length} rows of ${invitees.size} people are there, ${people} came.`)
  }
}

/** From its rows to the PDF that is printed and signed, made in its thread. */
async function measureRecord(engine: string, env: Env, { thick }: MeetingWorld): Promise<Line> {
  const database = openDatabase({ url: env.DATABASE_URL, file: env.FILE ?? '' })
  const officer = actAs(database, 'officer')
  const times: number[] = []
  let pages = 0
  for (let turn = 0; turn < TURNS; turn += 1) {
    await atRest()
    const started = performance.now()
    // Under an address of its own each time, or the file made before would be handed out again.
    const file = await recordToSign(officer, {
      slug: thick,
      locale: 'id',
      publicUrl: `https://${engine}-${turn}.example`,
    })
    times.push((performance.now() - started) / 1000)
    pages = file.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
  }
  await database.close()
  if (pages < LEAST_PAGES) throw new Error(`The record has ${pages} pages.`)
  return within(`record of ${pages} pages, 500 to sign`, engine, [median(times), 's'], LONGEST_RECORD_S)
}
