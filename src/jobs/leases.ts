/**
 * Which documents are being made just now, and by which run: properties of the document with a time at which they end, so
 * that a run that was cut short holds nothing for long. To be changed under the lock of the document.
 *
 * A lease outlives the longest run (6 minutes) by the time after which Drive's search surely knows what that run made:
 * whoever takes over looks there before making anything.
 */

const prefix = 'documents-lease-'
const pauseProperty = 'documents-pause'
const foldersProperty = 'documents-folders'
const askedProperty = 'documents-asked'
const mostProperty = 'documents-in-one-run'
const minute = 60_000
const longestRun = 6 * minute
/** Assumed; docs/live-checks.md. */
const searchDelay = 4 * minute

export interface Lease {
  readonly name: string
  /** ms since 1970. */
  readonly until: number
  /** Of the rows of the journal that it holds. */
  readonly keys: readonly string[]
  /** How many of them are through. */
  readonly done: number
}

/** Ids of folders, by schoolKey. */
export type SchoolFolders = ReadonlyMap<string, string>

/** How it stands at one moment. */
export interface Held {
  readonly leases: readonly Lease[]
  /** Whether a person wants the runs to rest. */
  readonly paused: boolean
  /** How many were to do when documents were last asked for. */
  readonly asked: number
  /** How many the last run made that ran out of time, since then. */
  readonly mostInOneRun?: number
  /** Those of the last time: Drive's search may not know yet what another run made a moment ago. */
  readonly folders: SchoolFolders
}

export interface Leases {
  /** One call; what has ended is taken away. */
  read(now: number): Held
  /** A lease on these rows for a run that begins now. @param others that hold */
  take(keys: readonly string[], now: number, others: readonly Lease[]): Lease
  /** Says how far a run is. @returns whether a person wants it to rest */
  report(lease: Lease, done: number): boolean
  /**
   * Ends a lease, but for the rows of which nobody knows whether they were made: those are left alone until Drive's search
   * knows it.
   */
  end(lease: Lease, unsure: readonly string[], now: number): void
  /** Documents were asked for; whatever rested goes on. @param asked how many are to do now */
  begin(asked: number): void
  setPaused(paused: boolean): void
  keepMost(inOneRun: number): void
  keepFolders(folders: SchoolFolders): void
}

export function openLeases(): Leases {
  // Null where no document is open; who needs leases has one.
  const store = PropertiesService.getDocumentProperties() as GoogleAppsScript.Properties.Properties

  function keep(lease: Lease): Lease {
    const { name, ...value } = lease
    store.setProperty(name, JSON.stringify(value))
    return lease
  }

  function setPaused(paused: boolean): void {
    if (paused) store.setProperty(pauseProperty, 'yes')
    else store.deleteProperty(pauseProperty)
  }

  return {
    read(now) {
      const leases: Lease[] = []
      const properties = store.getProperties()
      for (const [name, value] of Object.entries(properties)) {
        if (!name.startsWith(prefix)) continue
        const lease = { name, ...JSON.parse(value) } as Lease
        if (lease.until > now) leases.push(lease)
        else store.deleteProperty(name)
      }
      return {
        leases,
        paused: pauseProperty in properties,
        asked: Number(properties[askedProperty] ?? 0),
        ...(mostProperty in properties && { mostInOneRun: Number(properties[mostProperty]) }),
        folders: new Map(JSON.parse(properties[foldersProperty] ?? '[]')),
      }
    },
    take(keys, now, others) {
      let number = 1
      while (others.some(({ name }) => name === prefix + number)) number++
      return keep({ name: prefix + number, until: now + longestRun + searchDelay, keys, done: 0 })
    },
    report(lease, done) {
      keep({ ...lease, done })
      return store.getProperty(pauseProperty) !== null
    },
    end({ name }, unsure, now) {
      if (unsure.length > 0) keep({ name, until: now + searchDelay, keys: unsure, done: 0 })
      else store.deleteProperty(name)
    },
    begin(asked) {
      store.setProperty(askedProperty, String(asked))
      store.deleteProperty(mostProperty)
      setPaused(false)
    },
    setPaused,
    keepMost(inOneRun) {
      store.setProperty(mostProperty, String(inOneRun))
    },
    keepFolders(folders) {
      store.setProperty(foldersProperty, JSON.stringify([...folders]))
    },
  }
}
