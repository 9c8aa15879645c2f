/** Drive.Revisions, version 3. Google may join the revisions of a document; here each stays. */

import { notFound, parametersOf } from '../drive/request.ts'
import {
  revisionFields,
  revisionListFields,
  revisionResource,
  usualRevisionFields,
  usualRevisionListFields,
} from '../drive/resource.ts'
import { NotEmulated } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'
import { answer, fileFor } from './drive-files.ts'

/** The revisions calls take no supportsAllDrives: they reach into shared drives as they are. */
const everywhere = { supportsAllDrives: true }

export class DriveRevisions extends ServiceObject {
  readonly official = 'Drive.Revisions'

  list(fileId: string, options: object = {}): unknown {
    const call = 'revisions.list'
    const { fields, pageSize = 200 } = parametersOf(options, ['fields', 'pageSize'], call)
    const file = fileFor(this.execution, fileId, everywhere, call)
    if (file.revisions.length > pageSize) throw new NotEmulated('revisions.list over several pages')
    const revisions = file.revisions.map((revision) => revisionResource(revision, file, this.execution.user))
    this.#spend()
    const list = { kind: 'drive#revisionList', revisions }
    return answer(list, fields, usualRevisionListFields, revisionListFields, call)
  }

  get(fileId: string, revisionId: string, options: object = {}): unknown {
    const call = 'revisions.get'
    const { fields } = parametersOf(options, ['fields'], call)
    const file = fileFor(this.execution, fileId, everywhere, call)
    const revision = file.revisions.find(({ id }) => id === revisionId)
    if (revision === undefined) throw notFound(call, revisionId)
    this.#spend()
    return answer(
      revisionResource(revision, file, this.execution.user),
      fields,
      usualRevisionFields,
      revisionFields,
      call,
    )
  }

  #spend(): void {
    this.execution.spend(this.execution.workspace.driveLimits.latency('read'))
  }
}
