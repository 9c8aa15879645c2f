/** Lincoln High's students, the Drive of its secretary, and the script of drive-script.ts in front of both. */
import type { ExecutionOptions } from '../../local/workspace/execution.ts'
import { emptySheet, emptyWorkbook } from '../../local/workspace/model.ts'
import { createWorkspace, type Workspace, type WorkspaceOptions } from '../../local/workspace/workspace.ts'
import type { PlacedDocument } from '../../src/drive/documents.ts'
import { docx } from '../local/workspace/school-drive.ts'
import type { StudentPlan } from './drive-script.ts'

export type Outcome = PlacedDocument & { readonly refused?: string; readonly message?: string }

export interface Lincoln {
  readonly workspace: Workspace
  readonly make: (plans: readonly StudentPlan[], options?: ExecutionOptions, overChanges?: boolean) => Outcome[]
  readonly look: (id: string) => Outcome
  readonly find: (plan: StudentPlan) => Outcome | undefined
}

export function lincolnHigh(dist: string, options: Partial<WorkspaceOptions> = {}): Lincoln {
  const workbook = emptyWorkbook('Lincoln High')
  workbook.sheets.push(emptySheet(0, 'Students'))
  const workspace = createWorkspace({ dist, workbook, ...options })
  return {
    workspace,
    make: (plans, how, overChanges = false) =>
      workspace.execute('PlanDrive.makePlans', [plans, overChanges], how) as Outcome[],
    look: (id) => workspace.execute('PlanDrive.look', [id]) as Outcome,
    find: (plan) => workspace.execute('PlanDrive.find', [plan]) as Outcome | undefined,
  }
}

export function plan(studentId: string, name: string, text = 'first'): StudentPlan {
  return { school: 'Lincoln High', studentId, name, docx: docx(text).toString('base64'), content: `content ${text}` }
}

export const mateo = plan('00123', 'Ruiz, Mateo')
export const ana = plan('00124', 'Begay, Ana')
export const lupe = plan('00125', 'Ortiz, Lupe')

/** Path and name of every document and folder, sorted; what lies in the trash in brackets. */
export function tree({ drive }: Workspace): string[] {
  return drive.entries
    .map((file) => {
      const place = [...drive.pathOf(file), file.name].join(' / ')
      return drive.isTrashed(file) ? `(${place})` : place
    })
    .sort()
}
