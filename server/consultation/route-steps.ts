import { routeSteps } from '../route-steps.ts'

export const { asked, sent } = routeSteps('consultation', 'The consultation’s `slug`.')
