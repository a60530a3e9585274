/** Pages of consultations, and what everyone may get of them. In the order of table.ts. */
import type { Line } from './table.ts'

export const CONSULTATION_LINES: Line[] = [
  { page: 'consultations', get: '200' },
  { page: 'consultation', of: 'open', get: '200' },
  { page: 'consultation', of: 'draft', get: '404 200 200 200 200 200 404 404 404 404 404' },
  { page: 'consultationPreview', of: 'draft', get: '200' },
  { page: 'consultationPreview', of: 'open', get: '303' },
  { page: 'compare', of: 'open', get: '200' },
  { page: 'compare', of: 'draft', get: '404 200 200 200 200 200 404 404 404 404 404' },
  { page: 'need', of: 'open', get: '200', post: '422' },
  { page: 'consultationFile', of: 'open', get: '404' },
  { page: 'block', get: '200', post: '422' },
  { page: 'inputs', get: '200', post: '422' },
  { page: 'inputFile', get: '404' },
  { page: 'eraseOwnWords', get: '200', post: '422' },
  // A role opens nothing here: who isn't signed in as a resident is asked to.
  ...(['ownInputs', 'claimInput', 'eraseOwnInput', 'leavePortal'] as const).map((page): Line => ({ page, get: '303' })),
  { page: 'newOrganisation', get: '200', post: '422' },
  { page: 'organisation', get: '404' },
  {
    page: 'enterInputs',
    get: '401 200 403 403 200 403 403 403 403 403 403',
    post: '401 422 403 403 422 403 403 403 403 403 403',
  },
  { page: 'manageConsultations', get: '401 200 200 200 200 200 200 200 200 200 200' },
  {
    page: 'newConsultation',
    get: '401 200 403 403 200 403 200 403 403 200 403',
    post: '401 422 403 403 422 403 422 403 403 422 403',
  },
  {
    page: 'manageConsultation',
    of: 'open',
    get: '401 200 200 200 200 200 403 403 403 403 403',
    post: '401 422 403 403 422 403 403 403 403 403 403',
  },
  {
    page: 'manageConsultation',
    of: 'draft',
    get: '401 200 200 200 200 200 404 404 404 404 404',
    post: '401 422 403 403 422 403 404 404 404 404 404',
  },
  {
    page: 'manageDraft',
    of: 'open',
    get: '401 200 403 403 200 403 403 403 403 403 403',
    post: '401 422 403 403 422 403 403 403 403 403 403',
  },
]
