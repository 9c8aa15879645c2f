/**
 * Chance that comes out the same every time: a generator from a fixed seed (mulberry32), so that the sample school is
 * the same school on every machine and every day.
 */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = seed
  }

  /** From 0 up to but without 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** Whether something happens that happens so many times in a hundred. */
  percent(of: number): boolean {
    return this.next() * 100 < of
  }

  /** A whole number between both, both included. */
  between(first: number, last: number): number {
    return first + Math.floor(this.next() * (last - first + 1))
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    return things[Math.floor(this.next() * things.length)] as Thing
  }

  /** The things in another order. */
  shuffle<Thing>(things: readonly Thing[]): Thing[] {
    const mixed = [...things]
    for (let at = mixed.length - 1; at > 0; at--) {
      const other = this.between(0, at)
      const thing = mixed[at] as Thing
      mixed[at] = mixed[other] as Thing
      mixed[other] = thing
    }
    return mixed
  }
}
