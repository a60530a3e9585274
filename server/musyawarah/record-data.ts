/**
 * All that a meeting's record says, as one object out of its rows: what is signed, printed, hashed and verified. The same
 * rows give the same object, so a row that was changed after signing shows. People and groups are named by what was stored.
 */
import { listArrivals } from '#db/musyawarah/attendance.ts'
import { listMeetingChanges, type PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { listProposals } from '#db/musyawarah/minutes.ts'
import { listAgenda } from '#db/musyawarah/plans.ts'
import { listCorrections, listDelegates, listDissents } from '#db/musyawarah/records.ts'
import type { AttendanceRow, ProposalRow } from '#db/musyawarah/hall-tables.ts'
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
  const itemOf = (id: string | null) => agenda.find((item) => item.id === id)?.position ?? null
  const numberOf = (id: string | null) => decisions.find((one) => one.id === id)?.number ?? null
  return {
    salt,
    meeting: meetingOf(row),
    rules,
    quorum: row.quorum === null ? null : (JSON.parse(row.quorum) as Quorum),
    changes: (await listMeetingChanges(db, row.id)).map(({ what, before, after, reason }) => {
      return { what, before, after, reason }
    }),
    agenda: agenda.map(({ id, position, title }) => ({
      position,
      title,
      points: points
        .filter(({ itemId }) => itemId === id)
        .flatMap(({ texts }) => texts.map(({ speaker, text }) => ({ speaker, text }))),
    })),
    decisions: decisions.map((decision) => ({ ...decisionOf(decision), item: itemOf(decision.itemId) })),
    proposals: (await listProposals(db, row.id)).map(({ itemId, decisionId, ...one }) => {
      return { ...proposalOf(one), item: itemOf(itemId), decision: numberOf(decisionId) }
    }),
    delegates: (await listDelegates(db, row.id)).map(({ number, name, office, groupId, sex, named }) => {
      return { number, name, office, groupId, sex, named: named === 1 }
    }),
    attendance: (await listArrivals(db, row.id, sittingOf(rules.ladder, row.step))).map(arrivalOf),
    corrections: (await listCorrections(db, row.id)).map(({ number, text, outcome, reason }) => {
      return { number, text, outcome, reason }
    }),
    dissents: (await listDissents(db, row.id)).map(({ number, who, text, decisionId }) => {
      return { number, who, text, decision: numberOf(decisionId) }
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
  const { link, letterNumber, aboutTitle, correctionsUntil } = row
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
    link,
    letterNumber,
    about: aboutTitle,
    correctionsUntil,
    region: row.regionCode,
    resourcePersons: JSON.parse(row.resourcePersons) as string[],
  }
}

function proposalOf(row: Omit<ProposalRow, 'itemId' | 'decisionId'>) {
  const { number, text, proposer, groupId, field, place, volume, cost, note, via, outcome, outcomeNote } = row
  return { number, text, proposer, groupId, field, place, volume, cost, note, via, outcome, outcomeNote }
}

function arrivalOf(row: AttendanceRow) {
  const { number, name, office, groupId, standing, sex, inviteeId, via, signature, signatureFile, arrivedAt } = row
  const invited = inviteeId !== null
  return { number, name, office, groupId, standing, sex, invited, via, signature, signatureFile, arrivedAt }
}

function decisionOf({ number, state, rounds, failedStatement, entitled, settledAt, vote }: DecisionOf) {
  return {
    number,
    state,
    failedStatement,
    entitled,
    settledAt,
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
