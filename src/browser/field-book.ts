/** What the acts on a device come to so far: who is there, what is before the meeting. Without storage and line. */
import type { FieldPack } from '#server/musyawarah/field.ts'
import type { KeptAct } from './field-store.ts'

export type Wanted = FieldPack['invitees'][number]

/** Nobody is recorded twice on one device: the act by which somebody came, if they did. */
export function arrivalOf(acts: KeptAct[], invitee: Wanted): KeptAct | undefined {
  return arrivals(acts).find(({ fields }) => fields.invitee === invitee.id)
}

export function arrivalByName(acts: KeptAct[], name: string, office: string): KeptAct | undefined {
  const plain = (text: unknown) =>
    String(text ?? '')
      .trim()
      .toLowerCase()
  return arrivals(acts).find(
    ({ fields }) => plain(fields.name) === plain(name) && plain(fields.office) === plain(office),
  )
}

export function arrivals(acts: KeptAct[]): KeptAct[] {
  return acts.filter(({ kind, state }) => kind === 'arrive' && state !== 'refused')
}

/** Those whom the quorum counts, as far as this device knows: the invited and entitled who have come. */
export function countedFor(pack: FieldPack, acts: KeptAct[]): { present: number; counted: number; met: boolean } {
  const here = pack.invitees.filter((invitee) => invitee.number !== null || arrivalOf(acts, invitee))
  const walkIns = arrivals(acts).filter(({ fields }) => !fields.invitee).length
  const counted = here.filter(({ standing }) => pack.entitled.includes(standing)).length
  return { present: here.length + walkIns, counted, met: counted >= pack.needed }
}

const MOST_FOUND = 12

export function findByWords(pack: FieldPack, words: string): Wanted[] {
  const asked = words.trim().toLowerCase()
  if (asked === '') return []
  const has = ({ name, office }: Wanted) => `${name}\n${office ?? ''}`.toLowerCase().includes(asked)
  return pack.invitees.filter(has).slice(0, MOST_FOUND)
}

/** Whom a code is of: by the mark that the portal made of it. */
export async function findByCode(pack: FieldPack, typed: string): Promise<Wanted | undefined> {
  const plain = codeIn(typed)
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Cf}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pack.id + plain))
  const mark = [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 20)
  return pack.invitees.find((invitee) => invitee.mark === mark)
}

/** A code as it stands at the end of what a QR holds, or as it was typed. */
export function codeIn(text: string): string {
  return /^https?:/.test(text) ? (text.split(/[/?#=]/).findLast((part) => /^[\w-]{12,16}$/.test(part)) ?? text) : text
}

export interface DecisionSoFar {
  key: string
  texts: string[]
  objections: { key: string; who: string; reason: string; answer: string | null; withdrawn: boolean; round: number }[]
  agreed: boolean
}

export function decisionsOf(acts: KeptAct[]): DecisionSoFar[] {
  const on = (key: string, kind: string, name: string) =>
    acts.filter((act) => act.kind === kind && act.fields[name] === key)
  return acts
    .filter(({ kind }) => kind === 'put')
    .map(({ key, fields }) => {
      const amended = on(key, 'amend', 'decision')
      const said = on(key, 'object', 'decision').map((objection) => {
        const answer = on(objection.key, 'answer', 'objection').at(-1)
        return {
          key: objection.key,
          who: String(objection.fields.who),
          reason: String(objection.fields.reason),
          answer: answer ? String(answer.fields.answer) : null,
          withdrawn: answer?.fields.withdrawn === true,
          round: 1 + amended.filter(({ seq = 0 }) => seq < (objection.seq ?? 0)).length,
        }
      })
      const texts = [String(fields.text), ...amended.map((one) => String(one.fields.text))]
      return { key, texts, objections: said, agreed: on(key, 'agree', 'decision').length > 0 }
    })
}
