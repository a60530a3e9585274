/** What happened at a meeting, as rows: who came, what was said, proposed and decided. */
import type {
  AttendanceRow,
  DecisionRow,
  DecisionTextRow,
  MinutePointRow,
  MinuteTextRow,
  ProposalRow,
} from '#db/musyawarah/hall-tables.ts'
import type { AgendaItemRow } from '#db/musyawarah/tables.ts'
import { newId } from '#server/ids.ts'

export interface Course {
  people: number
  points: number
  proposals: number
  decisions: number
}

export interface CourseRows {
  agendaItem: AgendaItemRow[]
  attendance: AttendanceRow[]
  minutePoint: MinutePointRow[]
  minuteText: MinuteTextRow[]
  proposal: ProposalRow[]
  decision: DecisionRow[]
  decisionText: DecisionTextRow[]
}

const AT = new Date().toISOString()
const BY = 'officer'
const OUTCOMES = ['accepted', 'not-accepted', 'reserve'] as const

export function courseOf(meetingId: string, { people, points, proposals, decisions }: Course): CourseRows {
  const agendaItem = ['Pembukaan', 'Usulan pelatihan', 'Penetapan'].map((title, nth) => {
    return { id: newId(), meetingId, position: nth + 1, title }
  })
  const itemId = agendaItem[1]?.id ?? ''
  const minutePoint = times(points, (nth) => ({ id: newId(), meetingId, itemId, position: nth + 1, removedAt: null }))
  const decision = times(decisions, (nth) => decisionOf(meetingId, itemId, nth))
  return {
    agendaItem,
    attendance: times(people, (nth) => arrivalOf(meetingId, nth)),
    minutePoint,
    minuteText: minutePoint.map(({ id }, nth) => {
      const said = {
        pointId: id,
        number: 1,
        base: 0,
        merged: null,
        speaker: null,
        text: paragraph(nth),
        byAccount: BY,
        at: AT,
      }
      return { id: newId(), ...said }
    }),
    proposal: times(proposals, (nth) => proposalOf(meetingId, itemId, nth)),
    decision,
    decisionText: decision.map(({ id }, nth) => {
      return { decisionId: id, round: 1, text: paragraph(nth), byAccount: BY, at: AT }
    }),
  }
}

function arrivalOf(meetingId: string, nth: number): AttendanceRow {
  return {
    id: newId(),
    meetingId,
    sitting: 1,
    number: nth + 1,
    inviteeId: null,
    name: `Warga Nomor ${nth + 1}`,
    office: `RT ${(nth % 40) + 1}`,
    groupId: null,
    standing: 'participant',
    sex: nth % 2 === 0 ? 'f' : 'm',
    accessNeeds: null,
    via: 'walk-in',
    clientKey: String(nth),
    deviceId: null,
    deviceAt: null,
    code: null,
    signature: 'paper',
    signatureFile: null,
    recordedBy: BY,
    arrivedAt: AT,
    voidedAt: null,
    voidReason: null,
  }
}

function proposalOf(meetingId: string, itemId: string, nth: number): ProposalRow {
  return {
    id: newId(),
    meetingId,
    itemId,
    number: nth + 1,
    text: `Pelatihan pelayanan untuk petugas loket angkatan ${nth + 1}`,
    proposer: `Warga Nomor ${nth + 1}`,
    groupId: null,
    field: 'Pelayanan',
    place: `Kecamatan ${(nth % 12) + 1}`,
    volume: `${(nth % 9) + 1} angkatan`,
    cost: `Rp${(nth % 9) + 1}0.000.000`,
    note: 'Diusulkan juga tahun lalu.',
    via: 'meeting',
    outcome: OUTCOMES[nth % 3] ?? 'accepted',
    outcomeNote: 'Menurut kemampuan anggaran.',
    decisionId: null,
    at: AT,
  }
}

function decisionOf(meetingId: string, itemId: string, nth: number): DecisionRow {
  return {
    id: newId(),
    meetingId,
    itemId,
    number: nth + 1,
    state: 'agreed',
    round: 1,
    failedStatement: null,
    failedAt: null,
    settledAt: AT,
    entitled: 40,
    commitmentId: null,
  }
}

function paragraph(nth: number): string {
  const sentence = `Peserta ke-${nth + 1} meminta agar pelatihan diadakan di kecamatan, pada hari yang tidak ramai, dengan bahan yang dapat dibawa pulang.`
  return Array.from({ length: 4 }, () => sentence).join(' ')
}

function times<T>(count: number, make: (nth: number) => T): T[] {
  return Array.from({ length: count }, (_, nth) => make(nth))
}
