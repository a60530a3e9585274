/**
 * All that a meeting's record says, as one object out of its rows: what is signed, printed, hashed and verified. The same
 * rows give the same object, so a row that was changed after signing shows. People and groups are named by what was stored.
 */
import { listArrivals } from '#db/musyawarah/attendance.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { listProposals } from '#db/musyawarah/minutes.ts'
import { listAgenda } from '#db/musyawarah/plans.ts'
import { listCorrections, listDissents } from '#db/musyawarah/records.ts'
import type { Database } from '#db/database.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import { listMeetingDecisions, listMinutePoints } from './course.ts'
import type { RulesOfOrder } from './rules/order.ts'
import { sittingOf, type Quorum } from './rules/quorum.ts'
import { rulesOf } from './views.ts'

export interface Signed {
  number: string
  signedOn: string
  signatures: { office: string; name: string }[]
}

export type RecordData = Awaited<ReturnType<typeof recordDataOf>>

/** @param salt random, so that nobody learns a name by trying names against the hash. */
export async function recordDataOf(
  db: Database,
  row: PlacedMeeting,
  { signed, salt }: { signed: Signed | null; salt: string },
) {
  const rules: RulesOfOrder = rulesOf(row)
  const points = await listMinutePoints({ db }, row.id)
  const agenda = await listAgenda(db, row.id)
  const decisions = await listMeetingDecisions({ db }, row.id)
  return {
    salt,
    meeting: meetingOf(row),
    rules,
    quorum: row.quorum === null ? null : (JSON.parse(row.quorum) as Quorum),
    agenda: agenda.map(({ id, title }) => ({
      title,
      points: points
        .filter(({ itemId }) => itemId === id)
        .flatMap(({ texts }) => texts.map(({ speaker, text }) => ({ speaker, text }))),
    })),
    decisions: decisions.map(decisionOf),
    proposals: (await listProposals(db, row.id)).map(
      ({ number, text, proposer, groupId, field, place, volume, cost, note, outcome, outcomeNote }) => {
        return { number, text, proposer, groupId, field, place, volume, cost, note, outcome, outcomeNote }
      },
    ),
    attendance: (await listArrivals(db, row.id, sittingOf(rules.ladder, row.step))).map(
      ({ number, name, office, groupId, standing, sex }) => ({ number, name, office, groupId, standing, sex }),
    ),
    corrections: (await listCorrections(db, row.id)).map(({ number, text, outcome, reason }) => {
      return { number, text, outcome, reason }
    }),
    dissents: (await listDissents(db, row.id)).map(({ number, who, text, decisionId }) => {
      return { number, who, text, decision: decisions.find(({ id }) => id === decisionId)?.number ?? null }
    }),
    signed,
  }
}

/** The one text that is hashed and kept. */
export function canonicalRecord(data: RecordData): string {
  return jcs(JSON.parse(JSON.stringify(data)) as Json)
}

function meetingOf(row: PlacedMeeting) {
  const { title, kind, basis, convener, venue, startsAt, openedAt, closedAt, chair, minuteTaker, provenance } = row
  return {
    title,
    kind,
    basis,
    convener,
    venue,
    startsAt,
    openedAt,
    closedAt,
    chair,
    minuteTaker,
    provenance,
    region: row.regionCode,
    resourcePersons: JSON.parse(row.resourcePersons) as string[],
  }
}

function decisionOf({ number, state, rounds, failedStatement, entitled, vote }: DecisionOf) {
  return {
    number,
    state,
    failedStatement,
    entitled,
    rounds: rounds.map(({ text, objections }) => ({
      text,
      objections: objections.map(({ who, reason, answer, withdrawn }) => ({ who, reason, answer, withdrawn })),
    })),
    vote: vote && {
      way: vote.way,
      inFavour: vote.inFavour,
      against: vote.against,
      abstained: vote.abstained,
      spoilt: vote.spoilt,
      needed: vote.needed,
      entitled: vote.entitled,
      sheet: vote.sheetFile,
    },
  }
}

type DecisionOf = Awaited<ReturnType<typeof listMeetingDecisions>>[number]

/**
 * What the public reads of it: groups and counts of those who came, names of office holders alone. Whoever proposed or spoke
 * and holds no office in the meeting stands without their name.
 */
export function publicRecord(data: RecordData) {
  const { salt: _, attendance, proposals, agenda, ...rest } = data
  const { chair, minuteTaker, resourcePersons } = rest.meeting
  const holders = new Set([chair, minuteTaker, ...resourcePersons])
  const count = <K>(keyOf: (one: (typeof attendance)[number]) => K) =>
    [...Map.groupBy(attendance, keyOf)].map(([key, some]) => ({ key, count: some.length }))
  return {
    ...rest,
    agenda: agenda.map(({ title, points }) => ({
      title,
      points: points.map(({ speaker, text }) => ({
        speaker: speaker !== null && holders.has(speaker) ? speaker : null,
        text,
      })),
    })),
    proposals: proposals.map((one) => {
      const { proposer: _, ...proposal } = one
      return proposal
    }),
    present: {
      total: attendance.length,
      groups: count(({ groupId }) => groupId),
      standings: count(({ standing }) => standing),
      women: attendance.filter(({ sex }) => sex === 'f').length,
      men: attendance.filter(({ sex }) => sex === 'm').length,
    },
  }
}

export type PublicRecord = ReturnType<typeof publicRecord>
