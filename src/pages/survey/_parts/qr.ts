/** A QR code as one SVG path of unit squares, runs joined, so that a poster's code is small and prints sharp. */
import { encode } from 'uqr'

/** Empty modules around the code, as the standard asks. */
const QUIET = 4

export function qrPath(text: string): { path: string; size: number } {
  const { data } = encode(text, { ecc: 'M', border: QUIET })
  const path = data
    .flatMap((row, y) => runsOf(row).map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('')
  return { path, size: data.length }
}

function runsOf(row: boolean[]): { x: number; length: number }[] {
  const runs: { x: number; length: number }[] = []
  for (const [x, dark] of row.entries()) {
    if (!dark) continue
    const last = runs.at(-1)
    if (last && last.x + last.length === x) last.length++
    else runs.push({ x, length: 1 })
  }
  return runs
}
