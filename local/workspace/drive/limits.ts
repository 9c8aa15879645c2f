/** How fast Drive is, how many writes it takes, and how far its search lags behind. */
import { SustainedRate } from './sustained-rate.ts'

/** What a call does, for the time that it takes. */
export type DriveWork = 'read' | 'write' | 'convert' | 'copy' | 'export'

/**
 * ms. A conversion is assumed; copying was seen at 2.7 s a file (github.com/ericyd/gdrive-copy/issues/100); the others
 * are orders of magnitude.
 */
const usualTimes: Readonly<Record<DriveWork, number>> = {
  read: 300,
  write: 700,
  convert: 2500,
  copy: 2700,
  export: 1000,
}

/** Sustained writes a second for an account, which cannot be raised (support.google.com/a/answer/10445916). */
const usualWritesPerSecond = 3

export interface DriveOptions {
  /** ms until a query by appProperties finds a new file; default 0. */
  readonly indexLag?: number
  readonly writesPerSecond?: number
  /** ms that a call takes. */
  readonly latency?: (work: DriveWork) => number
}

export class DriveLimits {
  readonly indexLag: number
  readonly writes: SustainedRate
  readonly latency: (work: DriveWork) => number

  constructor({ indexLag = 0, writesPerSecond = usualWritesPerSecond, latency }: DriveOptions = {}) {
    this.indexLag = indexLag
    this.writes = new SustainedRate(writesPerSecond)
    this.latency = latency ?? ((work) => usualTimes[work])
  }
}
