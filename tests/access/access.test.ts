import { describe, expect, test } from 'vitest'
import { ACTIONS, may, mayAnywhere, type Action, type Actor, type Place } from '#server/access.ts'
import type { Role, ScopeKind } from '#db/identity/tables.ts'

const ROLES: Role[] = ['admin', 'publisher', 'officer', 'auditor', 'moderator']

/** Who may do what in their own place, written down a second time: y may, - may not. */
const TABLE: Record<Action, string> = {
  //                  admin publisher officer auditor moderator
  'portal.administer': 'y----',
  'directory.edit': 'y----',
  'directory.keep': 'y-y--',
  'account.invite': 'y----',
  'account.see': 'y--y-',
  'survey.draft': 'y-y--',
  'survey.see': 'yyyy-',
  'survey.import': 'y-y--',
  'survey.enter': 'y-y--',
  'survey.hand-in': 'y-y--',
  'survey.publish': '-y---',
  'survey.export': 'yyyy-',
  'commitment.keep': 'y-y--',
  'consultation.keep': 'y-y--',
  'consultation.see': 'yyyyy',
  'consultation.enter': 'y-y--',
  'consultation.erase': 'y----',
  'consultation.answer': 'yyy--',
  'consultation.close': '-y---',
  'policy.keep': 'y-y--',
  'policy.evaluate': 'y-y--',
  'meeting.keep': 'y-y--',
  'meeting.see': 'yyyyy',
  'meeting.attend': 'y-y-y',
  'meeting.minute': 'y-y-y',
  'meeting.sign': 'yyy--',
  'meeting.names': 'y-yy-',
  'ledger.audit': 'y--y-',
  'moderation.judge': 'y---y',
  'moderation.see': 'y--yy',
  'moderation.open-original': '---y-',
}

const unit: Place = { regionCode: '15.08', institutionPath: 'dinkes/puskesmas/', unitId: 'loket' }

/** Each scope with places inside it and places outside. */
const SCOPES: { kind: ScopeKind; id: string | null; inside: Place[]; outside: Place[] }[] = [
  { kind: 'portal', id: null, inside: [unit, { regionCode: '15.08' }, {}], outside: [] },
  {
    kind: 'region',
    id: '15.08',
    inside: [unit, { regionCode: '15.08' }, { regionCode: '15.08.03' }],
    outside: [{ ...unit, regionCode: '15.07' }, { regionCode: '15' }, { regionCode: '15.081' }, {}],
  },
  {
    kind: 'institution',
    id: 'dinkes/',
    inside: [unit, { regionCode: '15.08', institutionPath: 'dinkes/' }],
    outside: [
      { ...unit, institutionPath: 'dinkes2/puskesmas/' },
      { ...unit, institutionPath: 'setda/dinkes/' },
      { regionCode: '15.08' },
      {},
    ],
  },
  {
    kind: 'unit',
    id: 'loket',
    inside: [unit],
    outside: [{ ...unit, unitId: 'loket2' }, { regionCode: '15.08', institutionPath: 'dinkes/puskesmas/' }, {}],
  },
]

function actorWith(role: Role, scopeKind: ScopeKind, scopeId: string | null): Actor {
  return { accountId: 'a', name: 'Contoh', grants: [{ role, scopeKind, scopeId }] }
}

test('the table names every action', () => {
  expect(Object.keys(TABLE).sort()).toEqual(Object.keys(ACTIONS).sort())
})

describe.each(Object.entries(TABLE) as [Action, string][])('%s', (action, row) => {
  describe.each(ROLES.map((role, index) => ({ role, allowed: row[index] === 'y' })))('$role', ({ role, allowed }) => {
    test.each(SCOPES)('holds for a $kind and for nothing outside it', ({ kind, id, inside, outside }) => {
      const actor = actorWith(role, kind, id)
      for (const place of inside) expect(may(actor, action, place), JSON.stringify(place)).toBe(allowed)
      for (const place of outside) expect(may(actor, action, place), JSON.stringify(place)).toBe(false)
      expect(mayAnywhere(actor, action)).toBe(allowed)
    })
  })
  test('is refused to who has not signed in or holds no role', () => {
    expect(may(null, action, unit)).toBe(false)
    expect(may({ accountId: 'a', name: 'Contoh', grants: [] }, action, unit)).toBe(false)
  })
})

test('two roles in two places add up and do not mix', () => {
  const actor: Actor = {
    accountId: 'a',
    name: 'Contoh',
    grants: [
      { role: 'officer', scopeKind: 'region', scopeId: '15.08' },
      { role: 'publisher', scopeKind: 'region', scopeId: '14.72' },
    ],
  }
  expect(may(actor, 'survey.draft', { regionCode: '15.08' })).toBe(true)
  expect(may(actor, 'survey.publish', { regionCode: '14.72' })).toBe(true)
  expect(may(actor, 'survey.publish', { regionCode: '15.08' })).toBe(false)
  expect(may(actor, 'survey.draft', { regionCode: '14.72' })).toBe(false)
})

test.each(['', null, 'dinkes'])('a broken scope (%j) reaches nothing', (scopeId) => {
  for (const kind of ['region', 'institution', 'unit'] as const) {
    expect(may(actorWith('admin', kind, scopeId), 'directory.edit', { ...unit, unitId: '' })).toBe(false)
  }
})
