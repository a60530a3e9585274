/** The figures that an address asks for: of the portal, or of the region that its query names. */
import { listRegions } from '#server/directory/regions.ts'
import { Refused } from '#server/errors.ts'
import { getFigures } from '#server/moderation/figures.ts'

/** @throws Refused not-found for a region that isn't there */
export async function figuresFor({ scope, keep }: App.Locals, { searchParams }: URL) {
  const slug = searchParams.get('region') ?? ''
  const region = slug ? (await listRegions(scope)).find((one) => one.slug === slug) : undefined
  if (slug && !region) throw new Refused('not-found')
  keep.tags = ['moderation', 'directory']
  return { months: await getFigures(scope, region?.code), name: slug ? `moderasi-${slug}` : 'moderasi' }
}
