/** What may come into a consultation. Every message is an issue code, a key of the words `consultation.issues`. */

/** Characters, as people count them. */
export const LONGEST_STATEMENT = 600
export const LONGEST_REASON = 2000
