import type { ClientFile } from '../../protocol.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { Icon } from '../shell/Icon.tsx'
import { weight } from '../traffic/lines.ts'

/** The files of a message: pictures are shown, others named; what was deleted says so. */
export function Files({ files }: { files: ClientFile[] }) {
  const { state } = useWorkspace()
  if (files.length === 0) return null
  return (
    <ul className="files" aria-label="Files">
      {files.map((file) => (
        <li key={file.id}>
          {file.deleted ? (
            <span className="muted">This file was deleted.</span>
          ) : (
            <a href={`/client/file/${file.id}?as=${state.me.id}`} target="_blank" rel="noreferrer">
              <FileFace file={file} as={state.me.id} />
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function FileFace({ file, as }: { file: ClientFile; as: string }) {
  return (
    <>
      <span className="file-name">
        <Icon name="file" size={16} /> {file.title} <small className="muted">{weight(file.size)}</small>
      </span>
      {file.isImage && <img src={`/client/file/${file.id}?as=${as}`} alt={file.alt || file.title} />}
    </>
  )
}
