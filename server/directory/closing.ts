/**
 * Closing and opening again. What is closed stays where it is, with its results, and says so; nothing new begins there.
 * An institution closes last of all that stands in it, and opens first.
 */
import * as institutions from '#db/directory/institutions.ts'
import { lockDirectory } from '#db/directory/lock.ts'
import * as services from '#db/directory/services.ts'
import * as units from '#db/directory/units.ts'
import type { Database, Transaction } from '#db/database.ts'
import { may, type Action, type Place } from '../access.ts'
import { Refused } from '../errors.ts'
import { readInput } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import { isClosed, isRunning, type Kept, type Kind } from './keeping.ts'
import { placeOfInstitution, placeOfUnit } from './place.ts'
import { closingSchema, type ClosingInput } from './schema.ts'

/** What can be closed, by slugs: an institution, a unit, or a service behind its unit. */
export type Closable =
  | { what: 'institution'; slug: string }
  | { what: 'unit'; slug: string }
  | { what: 'service'; unit: string; slug: string }

interface Found {
  id: string
  name: string
  slug: string
  regionCode: string
  version: number
  closedAt: string | null
  closedNote: string | null
  place: Place
  action: Action
  /** What keeps it from closing or from opening again, asked behind the lock. */
  hindrance(db: Transaction, closes: boolean): Promise<string | undefined>
  update(
    db: Transaction,
    change: { closedAt: string | null; closedNote: string | null; version: number },
  ): Promise<void>
}

/**
 * Closes what runs, opens what is closed; what is so already takes the note alone.
 * Issues: see `closingSchema`; form: open-below, parent-closed, meanwhile. @throws Refused not-found, forbidden
 */
export async function setClosed(scope: Scope, thing: Closable, input: ClosingInput): Promise<Kept<object>> {
  const known = await find(scope.db, thing)
  if (!known) throw new Refused('not-found')
  if (!may(scope.actor, known.action, known.place)) throw new Refused('forbidden')
  const reading = readInput(closingSchema, input)
  if (!reading.ok) return reading
  const { closed, note, version } = reading.value
  const wrong = (issue: string) => ({ ok: false as const, issues: { form: issue }, values: reading.values })
  return transaction(scope, async (inner): Promise<Kept<object>> => {
    await lockDirectory(inner.db, inner.engine)
    const row = (await find(inner.db, thing)) ?? known
    const closedNote = closed ? note : null
    if (isRunning(row) === !closed && row.closedNote === closedNote) return { ok: true }
    if (row.version !== version) {
      const values = { closed: isRunning(row) ? '' : '1', note: row.closedNote ?? '' }
      return { ...wrong('meanwhile'), meanwhile: { version: row.version, values } }
    }
    const hindrance = await row.hindrance(inner.db, closed)
    if (hindrance) return wrong(hindrance)
    const closedAt = closed ? (row.closedAt ?? scope.now.toISOString()) : null
    await row.update(inner.db, { closedAt, closedNote, version: row.version + 1 })
    const fields = { what: thing.what, name: row.name, slug: row.slug, ...(closedNote ? { note: closedNote } : {}) }
    inner.record({ kind: closed ? 'directory.closed' : 'directory.reopened', subject: row.id, fields })
    return { ok: true }
  })
}

const FINDERS: Record<Exclude<Kind, 'region'>, (db: Database, thing: Closable) => Promise<Found | undefined>> = {
  institution: findInstitution,
  unit: findUnit,
  service: findService,
}

function find(db: Database, thing: Closable): Promise<Found | undefined> {
  return FINDERS[thing.what](db, thing)
}

async function findInstitution(db: Database, { slug }: Closable): Promise<Found | undefined> {
  const row = await institutions.findInstitutionBySlug(db, slug)
  if (!row) return undefined
  return {
    ...row,
    place: placeOfInstitution(row),
    action: 'directory.edit',
    async hindrance(db, closes) {
      if (!closes) return (await isClosed(db, row.parentId)) ? 'parent-closed' : undefined
      const below = (await institutions.listInstitutionsOfRegion(db, row.regionCode)).filter(
        ({ parentId }) => parentId === row.id,
      )
      const own = (await units.listUnitsOfRegion(db, row.regionCode)).filter(
        ({ institutionId }) => institutionId === row.id,
      )
      return [...below, ...own].some(isRunning) ? 'open-below' : undefined
    },
    update: (db, change) => institutions.updateInstitution(db, row.id, change),
  }
}

async function findUnit(db: Database, { slug }: Closable): Promise<Found | undefined> {
  const row = await units.findUnitBySlug(db, slug)
  if (!row) return undefined
  return {
    ...row,
    place: placeOfUnit(row),
    action: 'directory.edit',
    async hindrance(db, closes) {
      return !closes && (await isClosed(db, row.institutionId)) ? 'parent-closed' : undefined
    },
    update: (db, change) => units.updateUnit(db, row.id, change),
  }
}

async function findService(db: Database, thing: Closable): Promise<Found | undefined> {
  const unit = 'unit' in thing ? await units.findUnitBySlug(db, thing.unit) : undefined
  const row = unit && (await services.findServiceBySlug(db, unit.id, thing.slug))
  if (!row) return undefined
  return {
    ...row,
    regionCode: unit.regionCode,
    place: placeOfUnit(unit),
    action: 'directory.keep',
    hindrance: async () => undefined,
    update: (db, change) => services.updateService(db, row.id, change),
  }
}
