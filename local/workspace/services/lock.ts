/** LockService: locks that really exclude other executions. */
import type { Execution } from '../execution.ts'
import { Refusal } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'

export class LockService extends ServiceObject {
  readonly official = 'LockService'

  /** Null outside a document, as the reference says. */
  getDocumentLock(): Lock | null {
    return this.execution.workspace.container === 'none' ? null : new Lock(this.execution, 'document')
  }

  getScriptLock(): Lock {
    return new Lock(this.execution, 'script')
  }

  getUserLock(): Lock {
    return new Lock(this.execution, `user ${this.execution.user.email}`)
  }
}

export class Lock extends ServiceObject {
  readonly official = 'Lock'
  readonly #name: string

  constructor(execution: Execution, name: string) {
    super(execution)
    this.#name = name
  }

  hasLock(): boolean {
    return this.execution.workspace.locks.holder(this.#name) === this.execution
  }

  /**
   * Waits on the virtual clock. Whoever holds the lock is suspended in the middle of a call here, so the wait can only
   * run out.
   */
  tryLock(timeoutInMillis: number): boolean {
    const { locks } = this.execution.workspace
    const holder = locks.holder(this.#name)
    if (holder !== undefined && holder !== this.execution) {
      this.execution.spend(Math.max(0, timeoutInMillis))
      return false
    }
    locks.take(this.#name, this.execution)
    return true
  }

  /** @throws Refusal when the time runs out. */
  waitLock(timeoutInMillis: number): void {
    if (this.tryLock(timeoutInMillis)) return
    throw new Refusal('Lock timeout: another process was holding the lock for too long.')
  }

  releaseLock(): void {
    if (!this.hasLock()) return
    if (this.execution.unflushed) this.execution.unflushedReleases++
    this.execution.workspace.locks.release(this.#name, this.execution)
  }
}
