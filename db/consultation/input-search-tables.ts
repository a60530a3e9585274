/** What inputs are found by: made from their texts, and gone with them. */

export interface InputSearchTable {
  inputId: string
  consultationId: string
  /** The consultation as a word of its own, then the stems of text and proposal, parted by spaces. */
  stems: string
}

export interface InputSignatureTable {
  inputId: string
  /** 64 numbers, as `writeSignature` writes them. */
  minhash: string
}

/** Alike texts of one consultation share a band. */
export interface InputBandTable {
  consultationId: string
  band: string
  inputId: string
}

/** An input that says no more than that another one is right. */
export interface InputSupportTable {
  inputId: string
  supportedId: string
}
