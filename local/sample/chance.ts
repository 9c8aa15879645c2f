/**
 * Chance that comes out the same every time: a generator from a seed (mulberry32), so that the same seed makes the same
 * school on every machine and every day. Each subject has a generator of its own, so that one more throw in one does not
 * change the others.
 */
export class Chance {
  private state: number

  /** @param subject what the throws are about; another subject throws otherwise under the same seed */
  constructor(seed: number, subject: string) {
    let hash = 0x811c9dc5
    for (const sign of `${seed} ${subject}`) hash = Math.imul(hash ^ (sign.codePointAt(0) as number), 0x01000193)
    this.state = hash
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

  /** One of the things, each as often as its share of all shares. */
  pickByShare<Thing extends { readonly share: number }>(things: readonly Thing[]): Thing {
    let left = this.next() * things.reduce((sum, { share }) => sum + share, 0)
    let picked = things[0] as Thing
    for (const thing of things) {
      if (thing.share <= 0) continue
      picked = thing
      left -= thing.share
      if (left < 0) break
    }
    return picked
  }
}
