import type { FileView } from '../protocol.ts'
import { saveAs } from './save-as.ts'
import type { Session } from './session.ts'

interface DriveFilesProps {
  readonly session: Session
  readonly files: readonly FileView[]
  show(file: FileView): void
}

/** The files that the script made in Drive, the last first. */
export function DriveFiles({ session, files, show }: DriveFilesProps) {
  async function save({ id, name }: FileView) {
    const saved = await session.downloadFile(id, name)
    if (saved !== undefined) saveAs(saved)
  }

  return (
    <section class="drive-files" aria-labelledby="drive-files">
      <h2 id="drive-files" tabIndex={-1}>
        Files in Drive ({files.length})
      </h2>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <span class="file-name">{file.name}</span>
            <span class="file-place">
              {file.folders.join(' › ')} · {file.changed}
            </span>
            {file.hasPreview && (
              <button type="button" aria-label={`Preview ${file.name}`} onClick={() => show(file)}>
                Preview
              </button>
            )}
            <button type="button" aria-label={`Download ${file.name}`} onClick={() => void save(file)}>
              Download
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
