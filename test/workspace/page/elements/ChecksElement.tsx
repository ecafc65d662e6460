import type { Checkboxes, Option, RadioButtons } from '@slack/types'
import { useId } from 'react'
import { useSurfaceOf } from '../surface/Surface.tsx'
import { contentOf } from '../surface/values.ts'
import { SlackText } from '../text/SlackText.tsx'
import type { Control } from './Element.tsx'
import { isOption, optionsIn } from './options.ts'

/** Boxes, any number of them ticked; each tick counts as a change. */
export function CheckboxesElement({ element, field, tells, ...names }: Control<Checkboxes>) {
  const surface = useSurfaceOf()
  const ticked = optionsIn(contentOf(surface.value(field)))
  const isTicked = (option: Option) => ticked.some((one) => one.value === option.value)
  const toggle = (option: Option) => {
    const selected = element.options.filter((one) => isTicked(one) !== (one.value === option.value))
    surface.change(field, { type: 'checkboxes', selected_options: selected }, tells)
  }
  return <Choices kind="checkbox" options={element.options} isTicked={isTicked} choose={toggle} {...names} />
}

/** Buttons of which one is chosen. */
export function RadioElement({ element, field, tells, ...names }: Control<RadioButtons>) {
  const surface = useSurfaceOf()
  const chosen = contentOf(surface.value(field))
  const isTicked = (option: Option) => isOption(chosen) && chosen.value === option.value
  const choose = (option: Option) =>
    surface.change(field, { type: 'radio_buttons', selected_option: option }, tells)
  return <Choices kind="radio" options={element.options} isTicked={isTicked} choose={choose} {...names} />
}

interface ChoicesProps extends Pick<Control, 'label' | 'describedBy' | 'invalid' | 'id'> {
  kind: 'checkbox' | 'radio'
  options: Option[]
  isTicked: (option: Option) => boolean
  choose: (option: Option) => void
}

function Choices({ kind, options, isTicked, choose, label, describedBy, id }: ChoicesProps) {
  const name = useId()
  return (
    <fieldset id={id} aria-label={label} aria-describedby={describedBy}>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input type={kind} name={name} checked={isTicked(option)} onChange={() => choose(option)} />
          <span>
            <SlackText text={option.text} />
            {option.description && (
              <small>
                <SlackText text={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
