/** What those who work with a consultation see of it, in preparation too. */
import type { ConsultationFileRow } from '#db/consultation/tables.ts'
import type { Scope } from '../scope.ts'
import { listAttachments } from './attachments.ts'
import { getConsultation, getConsultationFor } from './consultations.ts'
import { listNeeds, type NeedView } from './needs.ts'
import type { ConsultationView } from './views.ts'

export interface StaffConsultation {
  consultation: ConsultationView
  needs: NeedView[]
  files: ConsultationFileRow[]
}

/** @throws Refused not-found, forbidden */
export async function getStaffConsultation(scope: Scope, slug: string): Promise<StaffConsultation> {
  const { id } = await getConsultationFor(scope, slug, 'consultation.see')
  return {
    consultation: await getConsultation(scope, slug),
    needs: await listNeeds(scope, id),
    files: await listAttachments(scope, id),
  }
}
