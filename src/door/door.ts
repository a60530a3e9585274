/** What the steps of the front door hand to one another. */
export interface Door {
  Variables: { requestId: string }
}
