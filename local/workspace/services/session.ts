/** Session: locale and zone; who the user is only with a scope that we do not ask for. */
import { ServiceObject } from '../service-object.ts'
import { User } from './user.ts'

export class Session extends ServiceObject {
  readonly official = 'Session'

  getScriptTimeZone(): string {
    return this.execution.workspace.manifest.timeZone
  }

  getActiveUserLocale(): string {
    return this.execution.user.locale ?? 'en'
  }

  getActiveUser(): User {
    return new User(this.execution, this.execution.user.email)
  }

  getEffectiveUser(): User {
    return new User(this.execution, this.execution.user.email)
  }
}
