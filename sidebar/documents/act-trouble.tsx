import { TroubleBox } from '../pieces/trouble-box.tsx'
import type { Act } from './state.ts'
import type { DocumentsScreen } from './use-documents.ts'

interface ActTroubleProps {
  readonly screen: DocumentsScreen
  readonly of: readonly Act[]
}

/** Why one of these did not come about, beside the button that asked for it. */
export function ActTrouble({ screen: { trouble, actAgain }, of }: ActTroubleProps) {
  return trouble !== undefined && of.includes(trouble.of) ? <TroubleBox trouble={trouble} again={actAgain} /> : null
}
