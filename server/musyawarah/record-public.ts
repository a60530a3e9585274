/** The public rendition of a record: groups and counts of those who came, names of office holders and of those who agreed. */
import type { RecordMaskRow } from '#db/musyawarah/record-tables.ts'
import type { RecordData } from './record-data.ts'
import { masked } from './rules/masking.ts'

/**
 * Whoever proposed or spoke and holds no office in the meeting stands without their name, and so does a delegate who didn't
 * agree to be named. What was covered since stands as its masks say.
 */
export function publicRecord(data: RecordData, masks: Pick<RecordMaskRow, 'field' | 'shown'>[] = []) {
  return masked(renditionOf(data), masks)
}

function renditionOf(data: RecordData) {
  const { salt: _, attendance, proposals, agenda, delegates, ...rest } = data
  const { chair, minuteTaker, resourcePersons } = rest.meeting
  const holders = new Set([chair, minuteTaker, ...resourcePersons])
  const count = <K>(keyOf: (one: (typeof attendance)[number]) => K) =>
    [...Map.groupBy(attendance, keyOf)].map(([key, some]) => ({ key, count: some.length }))
  return {
    ...rest,
    agenda: agenda.map(({ position, title, points }) => ({
      position,
      title,
      points: points.map(({ speaker, text }) => ({
        speaker: speaker !== null && holders.has(speaker) ? speaker : null,
        text,
      })),
    })),
    proposals: proposals.map((one) => {
      const { proposer: _, via: __, ...proposal } = one
      return proposal
    }),
    delegates: delegates.map(({ number, name, office, groupId, sex, named }) => {
      return { number, name: named ? name : null, office: named ? office : null, groupId, sex }
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

export type PublicRecord = ReturnType<typeof renditionOf>
