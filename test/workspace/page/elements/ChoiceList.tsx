import { Fragment, type RefObject, useEffect, useRef } from 'react'
import { Icon } from '../shell/Icon.tsx'
import type { Choice } from './choices.ts'

interface Props {
  id: string
  label: string
  anchor: RefObject<HTMLElement | null>
  choices: Choice[]
  chosen: Choice[]
  active: number
  empty: string
  onPick: (choice: Choice) => void
}

/** The open list of a combobox, above everything else on the page. */
export function ChoiceList({ id, label, anchor, choices, chosen, active, empty, onPick }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (anchor.current) list.current?.showPopover({ source: anchor.current })
  }, [anchor])
  useEffect(() => {
    // Newer browsers answer a promise, which React would take for the way to clean up.
    void list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      role="listbox"
      aria-label={label}
      className="popover listbox"
      // A press must not take the focus out of the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {choices.length === 0 && <p className="listbox-empty">{empty}</p>}
      {choices.map((choice, index) => (
        <Fragment key={`${choice.group} ${choice.id}`}>
          {choice.group && choice.group !== choices[index - 1]?.group && <h4>{choice.group}</h4>}
          <div
            id={`${id}-${index}`}
            data-index={index}
            role="option"
            tabIndex={-1}
            aria-selected={chosen.some((one) => one.id === choice.id)}
            className={index === active ? 'option option-active' : 'option'}
            onClick={() => onPick(choice)}
            onKeyDown={(event) => event.key === 'Enter' && onPick(choice)}
          >
            <span>{choice.label}</span>
            {choice.detail && <small>{choice.detail}</small>}
            {chosen.some((one) => one.id === choice.id) && <Icon name="check" size={16} />}
          </div>
        </Fragment>
      ))}
    </div>
  )
}
