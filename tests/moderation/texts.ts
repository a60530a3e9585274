/** Texts handed over as a module to the right of moderation would, with a subject of the tests' own. */
import type { OpenDatabase } from '#db/database.ts'
import type { Suspicion } from '#server/moderation/rules/suspicion.ts'
import { takeText } from '#server/moderation/texts.ts'
import { scopeOf, transaction } from '#server/scope.ts'

interface Handed {
  id: string
  text?: string
  before?: boolean
  suspicion?: Suspicion[]
  now?: Date
  author?: { receiptHash?: string; email?: string; locale?: string }
  regionCode?: string
}

export function hand(database: OpenDatabase, { id, ...given }: Handed) {
  return transaction(scopeOf(database, { now: given.now ?? new Date() }), (inner) =>
    takeText(inner, {
      subject: { kind: 'test', id },
      place: { regionCode: given.regionCode ?? '15.08' },
      text: given.text ?? 'Loket sebaiknya buka sampai sore.',
      title: 'Rancangan jam layanan',
      path: '/konsultasi/jam-layanan',
      before: given.before ?? false,
      author: given.author ?? {},
      suspicion: given.suspicion ?? [],
    }),
  )
}
