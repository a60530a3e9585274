/**
 * When something happened that a device kept without a line. Its clock may be wrong: what it says at the sending, beside ours,
 * tells by how much. What it said stays beside what we reckon. Pure.
 */

/** Seconds that the device's clock is ahead of ours; negative where it is behind. The way of the message counts as nothing. */
export function clockAhead(sentAt: string, now: Date): number {
  return Math.round((Date.parse(sentAt) - now.getTime()) / 1000)
}

/**
 * The moment by our clock: never after now. Nor before `earliest`, which is told by a clock that was set right between the
 * recording and the sending, so that nobody waits on a device for ever.
 */
export function momentByOurClock(
  { at, sentAt }: { at: string; sentAt: string },
  { now, earliest }: { now: Date; earliest: Date },
): Date {
  const reckoned = Date.parse(at) - (Date.parse(sentAt) - now.getTime())
  return new Date(Math.min(now.getTime(), Math.max(earliest.getTime(), reckoned)))
}
