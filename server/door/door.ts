/** What the steps of the front door hand to one another. */
export interface Door {
  Variables: {
    requestId: string
    /** What the answer depends on, when any stranger may get it. */
    keep: { tags: string[]; until: Date | null } | undefined
    /** Set where the answer has all its headers already. */
    whole: true | undefined
  }
}
