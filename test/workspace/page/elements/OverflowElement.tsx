import type { Overflow } from '@slack/types'
import { placeOf } from '../client/links.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { Icon } from '../shell/Icon.tsx'
import { Menu } from '../shell/Menu.tsx'
import { Spinner } from '../shell/Spinner.tsx'
import { useSurfaceOf } from '../surface/Surface.tsx'
import { plainOf } from '../text/SlackText.tsx'
import type { Control } from './Element.tsx'

/** The menu behind the three dots. */
export function OverflowElement({ element, field, label }: Control<Overflow>) {
  const surface = useSurfaceOf()
  const { go } = useWorkspace()
  const busy = surface.isBusy(field)
  const items = element.options.map((option) => ({
    label: plainOf(option.text),
    detail: plainOf(option.description) || undefined,
    onSelect: () => {
      surface.press(field, { type: 'overflow', selected_option: option })
      const place = option.url ? placeOf(option.url) : null
      if (place) go(place)
      else if (option.url) window.open(option.url, '_blank', 'noreferrer')
    },
  }))
  return (
    <Menu label={label} className="button button-icon" busy={busy} items={items}>
      {busy ? <Spinner /> : <Icon name="more" />}
    </Menu>
  )
}
