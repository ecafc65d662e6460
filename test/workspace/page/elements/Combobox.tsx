import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Icon } from '../shell/Icon.tsx'
import { Spinner } from '../shell/Spinner.tsx'
import { ChoiceList } from './ChoiceList.tsx'
import { ChosenChips } from './ChosenChips.tsx'
import type { Choice } from './choices.ts'
import { useChoices } from './useChoices.ts'

export interface ComboboxProps {
  label: string
  id?: string | undefined
  describedBy?: string | undefined
  invalid?: boolean
  placeholder: string
  chosen: Choice[]
  multiple: boolean
  /** How many may be chosen, and how many letters a search needs. */
  most: number
  least: number
  clearable: boolean
  busy: boolean
  find: (query: string) => Promise<Choice[]>
  onChoose: (chosen: Choice[]) => void
}

/** A field that offers choices, found by typing; arrows, Enter, Escape and Backspace work. */
export function Combobox(props: ComboboxProps) {
  const { label, chosen, multiple, onChoose } = props
  const listId = useId()
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const { choices, active, setActive, searching } = useChoices(open, query, props.find)

  const close = () => {
    setOpen(false)
    setQuery('')
  }
  const pick = (choice: Choice) => {
    const others = chosen.filter(({ id }) => id !== choice.id)
    if (!multiple) onChoose([choice])
    else if (others.length < chosen.length) onChoose(others)
    else if (chosen.length < props.most) onChoose([...chosen, choice])
    setQuery('')
    if (!multiple) setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const current = choices[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setActive(active + (event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (current) pick(current)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'Backspace' && query === '' && multiple) onChoose(chosen.slice(0, -1))
  }
  const shown = multiple ? '' : (chosen[0]?.label ?? '')

  return (
    <div ref={box} className="combobox" data-invalid={props.invalid}>
      {multiple && <ChosenChips chosen={chosen} onRemove={pick} />}
      <input
        id={props.id}
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open ? `${listId}-${active}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        placeholder={open && shown ? shown : multiple && chosen.length > 0 ? '' : props.placeholder}
        value={open ? query : shown}
        onChange={(event) => {
          setQuery(event.target.value)
          setOpen(true)
        }}
        onClick={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {props.busy || searching ? <Spinner /> : <Icon name="down" size={16} />}
      {props.clearable && !multiple && chosen.length > 0 && (
        <button
          type="button"
          className="icon-button"
          aria-label={`Clear ${label}`}
          onClick={() => onChoose([])}
        >
          <Icon name="close" size={14} />
        </button>
      )}
      {open && (
        <ChoiceList
          id={listId}
          label={label}
          anchor={box}
          choices={choices}
          chosen={chosen}
          active={active}
          empty={emptyWords(searching, query, props.least)}
          onPick={pick}
        />
      )}
    </div>
  )
}

function emptyWords(searching: boolean, query: string, least: number): string {
  if (searching) return 'Searching…'
  return query.length < least ? `Type ${least} letters to search` : 'No results'
}
