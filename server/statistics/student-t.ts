import { normalUpperQuantile } from './normal.ts'

/** P(T > t) for Student's t with `df` > 0 degrees of freedom, whole or not; accurate in relative terms in the tail. */
export function studentUpperTail(t: number, df: number): number {
  if (t < 0) return 1 - studentUpperTail(-t, df)
  if (t === 0) return 0.5
  // With x = df/(df+t²), the tail is half the regularised incomplete beta function I_x(df/2, 1/2).
  const a = df / 2
  const x = df / (df + t * t)
  const y = (t * t) / (df + t * t)
  const front = Math.exp(-a * Math.log1p((t * t) / df)) * Math.sqrt(y) * betaHalfInverse(a)
  if (x < (a + 1) / (a + 2.5)) return (front * betaFraction(x, a, 0.5)) / (2 * a)
  return 0.5 - front * betaFraction(y, 0.5, a)
}

/** Density of Student's t. */
export function studentDensity(t: number, df: number): number {
  return (Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df)) * betaHalfInverse(df / 2)) / Math.sqrt(df)
}

/** The two-sided p-value of a t statistic. */
export function studentTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * studentUpperTail(Math.abs(t), df))
}

/** The t below which a share `p` lies; 0 < p < 1 and df > 0, else RangeError. */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1) || !(df > 0)) throw new RangeError('A quantile needs 0 < p < 1 and df > 0')
  if (p === 0.5) return 0
  return p < 0.5 ? -upperQuantile(p, df) : upperQuantile(1 - p, df)
}

function upperQuantile(tail: number, df: number): number {
  let low = 0
  let high = Infinity
  let t = normalUpperQuantile(tail)
  for (let i = 0; i < 1000; i++) {
    const upper = studentUpperTail(t, df)
    if (upper > tail) low = t
    else high = t
    let next = t + (Math.log(upper / tail) * upper) / studentDensity(t, df)
    if (!(next >= low && next <= high)) next = high === Infinity ? low * 2 + 1 : (low + high) / 2
    if (Math.abs(next - t) <= 1e-15 * t + 1e-17) return next
    t = next
  }
  return t
}

// 1/B(a, 1/2) = Γ(a+1/2) / (Γ(a)·√π). Stirling's series for the ratio, so that nothing cancels when a is large;
// a small a is lifted by the recurrence first.
function betaHalfInverse(a: number): number {
  let lift = 1
  let z = a
  for (; z < 20; z++) lift *= z / (z + 0.5)
  const logRatio = z * Math.log1p(0.5 / z) + Math.log(z) / 2 - 0.5 + stirlingRest(z + 0.5) - stirlingRest(z)
  return (lift * Math.exp(logRatio)) / Math.sqrt(Math.PI)
}

function stirlingRest(z: number): number {
  const square = z * z
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / z
}

// The continued fraction of the incomplete beta function, by the modified Lentz method.
function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = awayFromZero(1 - ((a + b) * x) / (a + 1))
  let value = 1 / d
  d = 1 / d
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    value *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    value *= c * d
    if (Math.abs(c * d - 1) < 4e-16) break
  }
  return value
}

function awayFromZero(x: number): number {
  return Math.abs(x) < 1e-300 ? 1e-300 : x
}
