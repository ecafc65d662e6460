import { useWorkspace } from '../client/Workspace.tsx'
import { useSurfaceOf } from '../surface/Surface.tsx'
import { plainOf } from '../text/SlackText.tsx'
import { Combobox } from './Combobox.tsx'
import {
  type AnySelect,
  type Choice,
  choicesOf,
  chosenIn,
  isMulti,
  optionChoice,
  selectValue,
} from './choices.ts'
import type { Control } from './Element.tsx'

/** Every kind of select: one or several, of options, people, channels, or what the app answers. */
export function SelectElement({ element, field, tells, optional = false, ...names }: Control<AnySelect>) {
  const { state, act } = useWorkspace()
  const surface = useSurfaceOf()
  const external = element.type === 'external_select' || element.type === 'multi_external_select'
  const offered = external ? [] : choicesOf(element, state)

  const find = async (query: string): Promise<Choice[]> => {
    if (!external) return offered.filter((choice) => matches(choice, query))
    if (query.length < (element.min_query_length ?? 3)) return []
    const { blockId, actionId } = field
    const answer = await act({ type: 'options', where: surface.where, blockId, actionId, query })
    return (answer.options ?? []).map(({ option, group }) => optionChoice(option, group))
  }
  return (
    <Combobox
      {...names}
      placeholder={plainOf(element.placeholder) || 'Choose…'}
      chosen={chosenIn(surface.value(field), state)}
      multiple={isMulti(element)}
      most={(isMulti(element) && element.max_selected_items) || Number.POSITIVE_INFINITY}
      clearable={optional}
      busy={surface.isBusy(field)}
      least={external ? (element.min_query_length ?? 3) : 0}
      find={find}
      onChoose={(chosen) => surface.change(field, selectValue(element, chosen), tells)}
    />
  )
}

function matches({ label, detail = '' }: Choice, query: string): boolean {
  return `${label} ${detail}`.toLowerCase().includes(query.trim().toLowerCase())
}
