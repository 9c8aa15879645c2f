/** User: somebody's address. */
import type { Execution } from '../execution.ts'
import { ServiceObject } from '../service-object.ts'

export class User extends ServiceObject {
  readonly official = 'User'
  readonly email: string

  constructor(execution: Execution, email: string) {
    super(execution)
    this.email = email
  }

  getEmail(): string {
    return this.email
  }
}
