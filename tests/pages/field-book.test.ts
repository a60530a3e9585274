import { describe, expect, it } from 'vitest'
import { codeMark, type FieldPack } from '#server/musyawarah/field.ts'
import { newInvitationCode } from '#server/musyawarah/codes.ts'
import { formatCode } from '#server/ledger/receipts.ts'
import * as book from '../../src/browser/field-book.ts'
import type { ActKind, KeptAct } from '../../src/browser/field-store.ts'

const code = newInvitationCode()
const invitee = (name: string, standing = 'participant', number: number | null = null) => {
  return { id: name, name, office: 'RT 1', standing, mark: codeMark('m', name === 'Siti' ? code : name), number }
}
const pack = {
  id: 'm',
  needed: 2,
  entitled: ['participant'],
  invitees: [invitee('Siti'), invitee('Budi'), invitee('Tamu', 'observer'), invitee('Wati', 'participant', 4)],
} as unknown as FieldPack

let seq = 0
const act = (kind: ActKind, fields: KeptAct['fields'], key = `${kind}-${(seq += 1)}`): KeptAct => {
  return { seq: (seq += 1), slug: 'm', key, kind, at: '2026-07-10T02:00:00.000Z', fields, label: key, state: 'waiting' }
}

describe('what a device holds of a meeting', () => {
  it('finds whom a code is of, however it is typed, and as a QR holds it', async () => {
    for (const typed of [code, formatCode(code).toLowerCase(), `https://balai.example/musyawarah/x/undangan/${code}`]) {
      expect((await book.findByCode(pack, typed))?.name, typed).toBe('Siti')
    }
    expect(await book.findByCode(pack, newInvitationCode())).toBeUndefined()
  })

  it('counts for the quorum those invited and entitled who came, here or before', () => {
    const acts = ['Siti', 'Tamu'].map((id) => act('arrive', { invitee: id }))
    acts.push(act('arrive', { name: 'Pak Darwis', office: '' }))
    expect(book.countedFor(pack, acts)).toEqual({ present: 4, counted: 2, met: true })
    const refused = acts.map((one) => ({ ...one, state: 'refused' as const }))
    expect(book.countedFor(pack, refused)).toEqual({ present: 1, counted: 1, met: false })
  })

  it('knows a walk-in by name and office, in any letters', () => {
    const acts = [act('arrive', { name: 'Pak Darwis', office: 'RT 11' })]
    expect(book.arrivalByName(acts, 'PAK DARWIS ', 'rt 11')).toBe(acts[0])
    expect(book.arrivalByName(acts, 'Pak Darwis', '')).toBeUndefined()
  })

  it('holds the text that is before the meeting, with the objections to it', () => {
    const acts = [
      act('put', { text: 'Satu' }, 'p'),
      act('object', { decision: 'p', who: 'RT 4', reason: 'Mahal.' }, 'o'),
      act('answer', { objection: 'o', answer: 'Dibagi.', withdrawn: false }),
      act('amend', { decision: 'p', text: 'Dua' }),
      act('object', { decision: 'p', who: 'RT 5', reason: 'Jauh.' }),
    ]
    expect(book.decisionsOf(acts)).toMatchObject([
      {
        texts: ['Satu', 'Dua'],
        objections: [
          { who: 'RT 4', answer: 'Dibagi.', round: 1 },
          { who: 'RT 5', answer: null, round: 2 },
        ],
        agreed: false,
      },
    ])
  })
})
