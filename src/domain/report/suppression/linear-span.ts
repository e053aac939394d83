/**
 * What follows from known sums: a row is a sum of variables, given as their numbers; a sum is known when it is a
 * combination of known rows. Counted modulo a prime below 2^26, so that every product is exact; that could at worst call
 * a sum known that is not, which hides too much and never too little.
 */
export class LinearSpan {
  readonly #variables: number
  /** By its first variable, whose coefficient is 1; the rest of the row as pairs of variable and coefficient. */
  readonly #rows = new Map<number, readonly (readonly [variable: number, coefficient: number])[]>()

  constructor(variables: number) {
    this.#variables = variables
  }

  /** From now on the sum of these variables is known. Cheapest when short rows come first. */
  add(variables: Iterable<number>): void {
    const left = this.#reduce(variables)
    const first = left.findIndex((coefficient) => coefficient !== 0)
    const leading = left[first]
    if (leading === undefined) return
    const inverse = inverseOf(leading)
    const rest: [number, number][] = []
    for (let variable = first + 1; variable < left.length; variable++) {
      const coefficient = left[variable] ?? 0
      if (coefficient !== 0) rest.push([variable, (coefficient * inverse) % prime])
    }
    this.#rows.set(first, rest)
  }

  /** Whether the sum of these variables follows from what is known. */
  knows(variables: Iterable<number>): boolean {
    return this.#reduce(variables).every((coefficient) => coefficient === 0)
  }

  #reduce(variables: Iterable<number>): Float64Array {
    const left = new Float64Array(this.#variables)
    for (const variable of variables) left[variable] = 1
    for (let variable = 0; variable < left.length; variable++) {
      const coefficient = left[variable] ?? 0
      const row = coefficient === 0 ? undefined : this.#rows.get(variable)
      if (!row) continue
      left[variable] = 0
      for (const [other, times] of row) {
        left[other] = ((left[other] ?? 0) + (prime - coefficient) * times) % prime
      }
    }
    return left
  }
}

const prime = 67_108_859

/** By Fermat: a^(p − 2). */
function inverseOf(value: number): number {
  let result = 1
  let base = value
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}
