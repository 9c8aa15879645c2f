import { useState } from 'preact/hooks'
import type { FileView, PreviewAnswer } from '../protocol.ts'
import { DocumentPreview } from './document-preview.tsx'
import { saveAs } from './save-as.ts'
import type { Session } from './session.ts'

/** The files that the script made in Drive, the last first. */
export function DriveFiles({ session, files }: { readonly session: Session; readonly files: readonly FileView[] }) {
  const [shown, setShown] = useState<{ readonly name: string; readonly preview: PreviewAnswer }>()

  async function show({ id, name }: FileView) {
    const preview = await session.previewFile(id, name)
    if (preview !== undefined) setShown({ name, preview })
  }

  async function save({ id, name }: FileView) {
    const saved = await session.downloadFile(id, name)
    if (saved !== undefined) saveAs(saved)
  }

  return (
    <section class="drive-files" aria-labelledby="drive-files">
      <h2 id="drive-files">Files in Drive ({files.length})</h2>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <span class="file-name">{file.name}</span>
            <span class="file-place">
              {file.folders.join(' › ')} · {file.changed}
            </span>
            {file.hasPreview && (
              <button type="button" aria-label={`Preview ${file.name}`} onClick={() => void show(file)}>
                Preview
              </button>
            )}
            <button type="button" aria-label={`Download ${file.name}`} onClick={() => void save(file)}>
              Download
            </button>
          </li>
        ))}
      </ul>
      {shown !== undefined && <DocumentPreview {...shown} close={() => setShown(undefined)} />}
    </section>
  )
}
