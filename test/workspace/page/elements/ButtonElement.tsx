import type { Button, IconButton, WorkflowButton } from '@slack/types'
import { placeOf } from '../client/links.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { Spinner } from '../shell/Spinner.tsx'
import { useSurfaceOf } from '../surface/Surface.tsx'
import { plainOf } from '../text/SlackText.tsx'
import type { Control } from './Element.tsx'

/** A button; one with an address opens it and still tells the app. */
export function ButtonElement({ element, field }: Control<Button | WorkflowButton | IconButton>) {
  const surface = useSurfaceOf()
  const busy = surface.isBusy(field)
  const press = () => {
    if (!busy) surface.press(field)
  }
  const look = {
    className: `button ${'style' in element && element.style ? `button-${element.style}` : ''}`,
    'aria-label': element.accessibility_label,
    'aria-busy': busy,
  }
  const url = element.type === 'button' ? element.url : undefined
  if (url) return <LinkButton url={url} press={press} look={look} text={plainOf(element.text)} />
  return (
    <button type="button" {...look} onClick={press}>
      {plainOf(element.text)}
      {busy && <Spinner />}
    </button>
  )
}

interface LinkButtonProps {
  url: string
  text: string
  press: () => void
  look: { className: string }
}

function LinkButton({ url, text, press, look }: LinkButtonProps) {
  const { go } = useWorkspace()
  const place = placeOf(url)
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      {...look}
      onClick={(event) => {
        press()
        if (!place) return
        event.preventDefault()
        go(place)
      }}
    >
      {text}
    </a>
  )
}
