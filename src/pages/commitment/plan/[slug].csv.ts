/** A survey's follow-up plan as a file. */
import type { APIRoute } from 'astro'
import { planCsv } from '#server/commitment/plan-csv.ts'
import { getPlan } from '#server/commitment/plans.ts'
import { nextMidnight } from '#server/survey/rules/period.ts'

export const GET: APIRoute = async ({ locals, params }) => {
  const { scope, keep } = locals
  const plan = await getPlan(scope, params.slug ?? '')
  Object.assign(keep, { tags: ['commitment', 'survey', 'directory'], until: nextMidnight(scope.now) })
  return new Response(planCsv(plan), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="rencana-tindak-lanjut-${plan.survey.slug}.csv"`,
    },
  })
}
