/** Density of the standard normal distribution. */
function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
}

/** P(Z > x), accurate in relative terms far into the upper tail. */
export function normalUpperTail(x: number): number {
  if (x < 0) return 1 - normalUpperTail(-x)
  return x < 2 ? 0.5 - centralArea(x) : normalDensity(x) * millsRatio(x)
}

/** The x that a share `tail` lies above; 0 < tail ≤ 0.5. */
export function normalUpperQuantile(tail: number): number {
  let x = 0
  // Newton on the logarithm of the tail, which is concave: from zero it passes the root once, then only falls towards it.
  for (let i = 0; i < 100; i++) {
    const upper = normalUpperTail(x)
    const step = (Math.log(upper / tail) * upper) / normalDensity(x)
    x += step
    if (Math.abs(step) <= 1e-15 * Math.max(1, Math.abs(x))) break
  }
  return x
}

// P(0 < Z < x) = φ(x)·(x + x³/3 + x⁵/15 + …)
function centralArea(x: number): number {
  let term = x
  let total = x
  for (let k = 3; term > total * 1e-17; k += 2) {
    term *= (x * x) / k
    total += term
  }
  return normalDensity(x) * total
}

// Upper tail over density: the continued fraction 1/(x + 1/(x + 2/(x + 3/(x + …)))), from the inside out.
function millsRatio(x: number): number {
  let fraction = x
  for (let k = Math.ceil(40 + 400 / x); k >= 1; k--) fraction = x + k / fraction
  return 1 / fraction
}
