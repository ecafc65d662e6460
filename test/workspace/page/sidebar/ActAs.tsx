import { useId, useRef } from 'react'
import type { ClientPerson } from '../../protocol.ts'
import { describe, useWorkspace } from '../client/Workspace.tsx'
import { Avatar } from '../shell/Avatar.tsx'
import { focusWhenOpened, moveFocus } from '../shell/arrows.ts'
import { Icon } from '../shell/Icon.tsx'
import { placeName, timeLabel } from '../text/dates.ts'
import { useNow } from './useNow.ts'

/** Who the visitor is, and the choice to be somebody else. */
export function ActAs() {
  const { state, address, go } = useWorkspace()
  const now = useNow()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const people = state.people.filter(({ isBot, deleted }) => !isBot && !deleted)
  const become = (person: ClientPerson) => {
    list.current?.hidePopover()
    if (person.id !== state.me.id) go({ as: person.id, place: address.place })
  }
  return (
    <>
      <button
        type="button"
        className="act-as"
        aria-label={`Acting as ${state.me.handle}. Switch person`}
        popoverTarget={id}
      >
        <Person person={state.me} about={state.me.title || state.me.name} now={now} />
        <Icon name="switch" />
      </button>
      <div
        id={id}
        ref={list}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label="Act as"
        className="popover people"
        onKeyDown={(event) => moveFocus(event)}
      >
        {people.map((person) => (
          <button
            key={person.id}
            ref={person.id === state.me.id ? focusWhenOpened : undefined}
            type="button"
            role="menuitemradio"
            aria-checked={person.id === state.me.id}
            aria-label={`Act as ${person.handle}`}
            className="menu-item"
            onClick={() => become(person)}
          >
            <Person person={person} about={describe(person)} now={now} />
          </button>
        ))}
      </div>
    </>
  )
}

function Person({ person, about, now }: { person: ClientPerson; about: string; now: number }) {
  return (
    <>
      <Avatar person={person} size={32} />
      <span className="person">
        <strong>
          {person.handle}
          {person.isGuest && <span className="badge">Guest</span>}
        </strong>
        <small>{about}</small>
      </span>
      <span className="person-time">
        {timeLabel(now, person.zone)}
        <small>{placeName(person.zone)}</small>
      </span>
    </>
  )
}
