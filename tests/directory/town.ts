/** A region with an agency, a clinic below it, and the clinic's counter with one service. */
import type { OpenDatabase } from '#db/database.ts'
import { granted } from '#server/demo/fill-places.ts'
import { addInstitution, type Institution } from '#server/directory/institutions.ts'
import { addRegion } from '#server/directory/regions.ts'
import { addService, type Service } from '#server/directory/services.ts'
import { addUnit, type Unit } from '#server/directory/units.ts'
import { scopeOf } from '#server/scope.ts'
import { portalAdmin } from './actors.ts'

export interface Place {
  agency: Institution
  clinic: Institution
  unit: Unit
  service: Service
}

export async function settleClinic(database: OpenDatabase): Promise<Place> {
  const admin = scopeOf(database, { actor: portalAdmin })
  const region = { name: 'Kabupaten Bungo', kind: 'kabupaten', code: '15.08', timezone: 'Asia/Jakarta' } as const
  granted(await addRegion(admin, { ...region, slug: 'bungo' }))
  const { institution: agency } = granted(
    await addInstitution(admin, { region: '15.08', kind: 'agency', name: 'Dinas Kesehatan' }),
  )
  const { institution: clinic } = granted(
    await addInstitution(admin, {
      region: '15.08',
      parent: agency.id,
      kind: 'health_centre',
      name: 'Puskesmas Jujuhan',
    }),
  )
  const { unit } = granted(
    await addUnit(admin, { institution: clinic.id, name: 'Loket Jujuhan', sector: 'health', contact: '0747 1' }),
  )
  const { service } = granted(await addService(admin, { unit: unit.id, name: 'Rawat jalan', standard: 'Senin–Sabtu' }))
  return { agency, clinic, unit, service }
}
