/**
 * Beneath a signed record every column of every table is edited directly, and every row taken away: `verify` names the
 * meeting, or the database refuses. What is left unsealed stands with its reason in db/musyawarah/sealed-rows.ts.
 */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { SEALED_TABLES, UNSEALED_COLUMNS } from '#db/musyawarah/sealed-rows.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { addAddendum } from '#server/musyawarah/addenda.ts'
import { coverInRecord } from '#server/musyawarah/covering.ts'
import { listMeetingDecisions } from '#server/musyawarah/course.ts'
import { promiseFromDecision } from '#server/musyawarah/promises.ts'
import { signRecord } from '#server/musyawarah/signing.ts'
import { verifyMeetings } from '#server/musyawarah/verify.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld } from '../survey/world.ts'
import { LATER, PHONE, SIGNING, wholeMeeting } from './held.ts'
import { done, officerOf } from './world.ts'

/** Held against the ledger one by one; and those that no record rests on. */
const OF_THE_RECORD = ['meeting_record', 'record_signature', 'record_mask']
const NO_PART: Record<string, string> = {
  attendance_look: 'Who looked at the names, also after signing.',
  meeting_act: 'Answers to what is sent twice.',
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const TAKEN_BACK = new Error('taken back')

onEachEngine('a direct edit beneath a signed record', (database, engine) => {
  let slug: string
  let id: string
  beforeAll(async () => {
    const world = await makeWorld(database())
    const scan = { name: 'a.pdf', bytes: new TextEncoder().encode(`%PDF-1.7\n${engine}`) }
    const staff = officerOf(world, LATER)
    ;({ slug, id } = await wholeMeeting(world))
    const sheet = { fileHash: 'a'.repeat(64), name: 'lembar.pdf', what: 'scan' as const, position: 1, itemId: null }
    await database()
      .db.insertInto('meetingFile')
      .values({ ...sheet, id: 'lembar', meetingId: id })
      .execute()
    done(await signRecord(staff, slug, SIGNING, scan))
    done(
      await addAddendum(staff, slug, { ...SIGNING, number: '1/AD', signedOn: '2026-07-15', text: 'Tambahan.' }, scan),
    )
    done(await coverInRecord(staff, slug, { pieces: PHONE, reason: 'Nomor telepon.' }))
    const [decision] = await listMeetingDecisions(staff, id)
    const promise = {
      what: 'Membuat sumur bor',
      why: 'Air terlalu jauh.',
      owner: 'Pemerintah Desa',
      dueOn: '2027-06-30',
    }
    done(await promiseFromDecision(staff, slug, decision?.id ?? '', promise))
  })

  const rowsOf = (table: string) => SEALED_TABLES[table]?.(id) ?? sql`1 = 1`
  const columnsOf = async (table: string) => {
    const tables = await database().db.introspection.getTables()
    return (tables.find(({ name }) => snake(name) === table)?.columns ?? []).map(({ name, dataType }) => ({
      name: snake(name),
      isNumber: /int/i.test(dataType),
    }))
  }

  /** What becomes of one edit, which is taken back: the same meeting serves every one. */
  async function after(edit: ReturnType<typeof sql>): Promise<'refused' | 'unnoticed' | 'named' | 'nothing to edit'> {
    let found: 'unnoticed' | 'named' | 'nothing to edit' = 'nothing to edit'
    const act = database()
      .db.transaction()
      .execute(async (db) => {
        // References between rows hold only at the end, so that a row can be taken away without the database minding.
        if (engine === 'sqlite') await sql`pragma defer_foreign_keys = on`.execute(db)
        const { numAffectedRows = 0n } = await edit.execute(db)
        if (numAffectedRows > 0n) {
          const result = await runVerifiers(db, [verifyMeetings])
          const { id: named = '' } = result.problem ?? {}
          found = named === id || named.startsWith(slug) ? 'named' : 'unnoticed'
        }
        throw TAKEN_BACK
      })
    const thrown = await act.catch((error: Error) => error)
    return thrown === TAKEN_BACK ? found : 'refused'
  }

  test('the meeting fits before any, and every table of a meeting is walked over', async () => {
    expect(await runVerifiers(database().db, [verifyMeetings])).toMatchObject({ fits: true })
    const tables = await database().db.introspection.getTables()
    const ofMeetings = tables
      .filter(({ columns }) => columns.some(({ name }) => ['meeting_id', 'meetingId'].includes(name)))
      .map(({ name }) => snake(name))
    const known = [...Object.keys(SEALED_TABLES), ...OF_THE_RECORD, ...Object.keys(NO_PART)]
    expect(ofMeetings.filter((name) => !known.includes(name))).toEqual([])
  })

  describe.each([...Object.keys(SEALED_TABLES), ...OF_THE_RECORD])('of %s', (table) => {
    test('in any column is named or refused', async () => {
      const passed: string[] = []
      const left = UNSEALED_COLUMNS[table] ?? {}
      for (const { name, isNumber } of await columnsOf(table)) {
        if (Object.keys(left).some((one) => snake(one) === name)) continue
        const value = isNumber ? sql`coalesce(${sql.ref(name)}, 0) + 7` : sql`coalesce(${sql.ref(name)}, '') || 'x'`
        const edit = sql`update ${sql.table(table)} set ${sql.ref(name)} = ${value} where ${rowsOf(table)}`
        const outcome = await after(edit)
        if (outcome !== 'named' && outcome !== 'refused') passed.push(`${name}: ${outcome}`)
      }
      expect(passed).toEqual([])
    })

    test('that takes its rows away is named or refused', async () => {
      const outcome = await after(sql`delete from ${sql.table(table)} where ${rowsOf(table)}`)
      expect(['named', 'refused']).toContain(outcome)
    })
  })
})
