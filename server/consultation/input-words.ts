/** What an input is found by, made from its text and its proposal. */
import type { SearchableInput } from '#db/consultation/input-search.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import { bandsOf, bandWord, signatureOf, writeSignature } from '../text/signature.ts'
import { stemsOf } from '../text/words.ts'

/** Two texts of which half the shingles are common share a band in four cases of five; with three quarters, always. */
const BANDS = { bands: 6, rows: 2 }

/** Undefined for an input without words. */
export function searchableOf({
  id,
  consultationId,
  text,
  proposal,
}: Pick<InputRow, 'id' | 'consultationId' | 'text' | 'proposal'>): SearchableInput | undefined {
  const said = stemsOf(text)
  const proposed = stemsOf(proposal ?? '')
  const stems = [...said, ...proposed]
  if (stems.length === 0) return undefined
  const likeness = likenessOf(text ? said : proposed)
  return {
    inputId: id,
    consultationId,
    stems,
    bands: likeness?.bands ?? [],
    minhash: likeness ? writeSignature(likeness.signature) : null,
  }
}

/** By what it says alone: a whole article proposed anew with two words changed would be like every other. */
export function likenessOf(stems: string[]): { signature: Uint32Array; bands: string[] } | undefined {
  const signature = signatureOf(stems)
  return signature && { signature, bands: bandsOf(signature, BANDS).map(bandWord) }
}
