import { routeSteps } from '../route-steps.ts'

export const { asked, sent } = routeSteps('musyawarah', 'The meeting’s `slug`.')
