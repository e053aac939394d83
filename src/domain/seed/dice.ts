/** Chance that repeats itself: the same seed throws the same dice, on every machine. */
export interface Dice {
  /** A whole number from 0 up to, not including, `below`. */
  readonly whole: (below: number) => number
  /** True this share of the time (0 to 1). */
  readonly chance: (share: number) => boolean
  /** One of these; throws a RangeError when there is none. */
  readonly one: <T>(of: readonly T[]) => T
  readonly weighted: <T>(of: Weighted<T>) => T
}

/** Values with what each weighs, prepared once so that a throw costs one look. */
export interface Weighted<T> {
  readonly values: readonly T[]
  /** Sums from the first weight on. */
  readonly sums: readonly number[]
}

export function weigh<T>(
  values: readonly T[],
  weightOf: (value: T, position: number) => number,
): Weighted<T> {
  let sum = 0
  return { values, sums: values.map((value, position) => (sum += weightOf(value, position))) }
}

/** Mulberry32, a generator of 32 bits by Tommy Ettinger: enough for invented rows, not for secrets. */
export function throwDice(seed: number): Dice {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (below: number) => Math.floor(share() * below)
  const at = <T>(values: readonly T[], position: number): T => {
    const value = values[position]
    if (value === undefined) throw new RangeError('nothing to choose from')
    return value
  }
  return {
    whole,
    chance: (given) => share() < given,
    one: (of) => at(of, whole(of.length)),
    weighted: ({ values, sums }) => {
      const thrown = share() * (sums.at(-1) ?? 0)
      return at(
        values,
        sums.findIndex((sum) => thrown < sum),
      )
    },
  }
}
