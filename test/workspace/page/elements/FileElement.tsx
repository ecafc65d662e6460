import type { FileInput } from '@slack/types'
import { type ChangeEvent, useState } from 'react'
import type { UploadedFile } from '../../protocol.ts'
import { uploadFile } from '../client/server.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { useSurfaceOf } from '../surface/Surface.tsx'
import { ChosenChips } from './ChosenChips.tsx'
import type { Control } from './Element.tsx'

/** Files from this computer, handed to the workspace as soon as they are chosen. */
export function FileElement({ element, field, tells, label, id, describedBy, invalid }: Control<FileInput>) {
  const surface = useSurfaceOf()
  const { state } = useWorkspace()
  const [failed, setFailed] = useState(false)
  const held = surface.value(field)?.files
  // Only this element puts something there.
  const files = (held ?? []) as UploadedFile[]
  const keep = (kept: UploadedFile[]) => surface.change(field, { type: 'file_input', files: kept }, tells)
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(target.files ?? [])]
    target.value = ''
    try {
      setFailed(false)
      keep([...files, ...(await Promise.all(chosen.map((one) => uploadFile(state.me.id, one))))])
    } catch {
      setFailed(true)
    }
  }
  return (
    <div className="file-field">
      <input
        type="file"
        id={id}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        multiple={(element.max_files ?? 10) > 1}
        accept={element.filetypes?.map((type) => `.${type}`).join(',')}
        onChange={(event) => void add(event)}
      />
      <ChosenChips
        chosen={files.map(({ id, name }) => ({ id, label: name }))}
        onRemove={(gone) => keep(files.filter((one) => one.id !== gone.id))}
      />
      {failed && (
        <p role="alert" className="trouble">
          That could not be uploaded.
        </p>
      )}
    </div>
  )
}
