/** All words of a language. Indonesian is the source; English must satisfy its type. */
import type { Locale } from '../paths.ts'
import { common as commonId } from './id/common.ts'
import { common as commonEn } from './en/common.ts'

const id = { common: commonId }
export type Words = typeof id
const en: Words = { common: commonEn }

export function wordsOf(locale: Locale): Words {
  return locale === 'en' ? en : id
}
