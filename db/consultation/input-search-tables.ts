/** What inputs are found by: made from their texts, and gone with them. */

export interface InputSearchTable {
  inputId: string
  consultationId: string
  /** The consultation as a word of its own, then the stems of text and proposal, parted by spaces. */
  stems: string
  /** The same word, then the bands under which it meets those it is like; empty for a text without words. */
  bands: string
  /** As `writeSignature` writes it. */
  minhash: Uint8Array | null
}

/** An input that says no more than that another one is right. */
export interface InputSupportTable {
  inputId: string
  supportedId: string
}
