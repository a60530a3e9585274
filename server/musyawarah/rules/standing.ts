/** As what somebody is in the hall. Only some are entitled to decide: which, the rules of order say. Pure. */
export const STANDINGS = ['participant', 'invited', 'resource-person', 'observer', 'companion'] as const
export type Standing = (typeof STANDINGS)[number]

export interface Present {
  standing: Standing
  /** Null: a walk-in. */
  inviteeId: string | null
}

export interface Presence {
  present: number
  /** Entitled to decide, walk-ins among them. */
  entitled: number
  /** Entitled and invited: those whom the quorum counts, so that no hall can be packed for it. */
  counted: number
}

export function presenceOf(people: readonly Present[], entitled: readonly Standing[]): Presence {
  const may = people.filter(({ standing }) => entitled.includes(standing))
  return {
    present: people.length,
    entitled: may.length,
    counted: may.filter(({ inviteeId }) => inviteeId !== null).length,
  }
}

export function isStanding(text: string): text is Standing {
  return (STANDINGS as readonly string[]).includes(text)
}
