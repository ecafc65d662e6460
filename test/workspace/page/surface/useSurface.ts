import type { ConfirmationDialog, KnownBlock } from '@slack/types'
import { useMemo, useState } from 'react'
import type { Act, ElementValue, StateValues } from '../../protocol.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { troubleWords } from '../client/words.ts'
import type { Field } from './fields.ts'
import { collectState, heldValue, keptEdits, withEdit } from './values.ts'

export type Where = Extract<Act, { type: 'press' }>['where']

/** A message or a view whose controls can be used. */
export interface Surface {
  where: Where
  /** Field errors by block id. */
  errors: Record<string, string>
  edits: StateValues
  value: (field: Field) => ElementValue | null
  /** Keeps what the person put in, and tells the app when `tells`. */
  change: (field: Field, value: ElementValue, tells: boolean) => void
  press: (field: Field, value?: ElementValue) => void
  isBusy: (field: Field) => boolean
  troubleOf: (field: Field) => string | null
  /** Whether the last thing done here went wrong. */
  troubled: boolean
  /** A question to answer before the app is told. */
  question: { confirm: ConfirmationDialog; answer: (yes: boolean) => void } | null
}

interface Press {
  field: Field
  value?: ElementValue
}

const keyOf = ({ blockId, actionId }: Field) => `${blockId} ${actionId}`

/** What the person put into a surface's controls, and what became of pressing them. */
export function useSurface(where: Where, blocks: KnownBlock[], errors: Record<string, string> = {}): Surface {
  const { act } = useWorkspace()
  const [raw, setEdits] = useState<StateValues>({})
  const edits = useMemo(() => keptEdits(blocks, raw), [blocks, raw])
  const [busy, setBusy] = useState<string[]>([])
  const [trouble, setTrouble] = useState<{ key: string; words: string } | null>(null)
  const [asked, setAsked] = useState<Press | null>(null)

  const tell = async ({ field, value }: Press) => {
    const key = keyOf(field)
    const after = value ? withEdit(edits, field, value) : edits
    setEdits(after)
    setTrouble(null)
    setBusy((keys) => [...keys, key])
    const { blockId, actionId } = field
    const state = collectState(blocks, after)
    const result = await act({ type: 'press', where, blockId, actionId, state, ...(value ? { value } : {}) })
    setBusy((keys) => keys.filter((one) => one !== key))
    if (!result.ok) setTrouble({ key, words: troubleWords(result.error) })
  }
  const press = (one: Press) => (confirmOf(one.field) ? setAsked(one) : void tell(one))

  return {
    where,
    errors,
    edits,
    value: (field) => heldValue(field, edits),
    change: (field, value, tells) =>
      tells ? press({ field, value }) : setEdits(withEdit(edits, field, value)),
    press: (field, value) => press(value ? { field, value } : { field }),
    isBusy: (field) => busy.includes(keyOf(field)),
    troubleOf: (field) => (trouble?.key === keyOf(field) ? trouble.words : null),
    troubled: trouble !== null,
    question: questionOf(asked, (yes) => {
      setAsked(null)
      if (yes && asked) void tell(asked)
    }),
  }
}

function confirmOf({ element }: Field): ConfirmationDialog | undefined {
  return 'confirm' in element ? element.confirm : undefined
}

function questionOf(asked: Press | null, answer: (yes: boolean) => void): Surface['question'] {
  const confirm = asked ? confirmOf(asked.field) : undefined
  return confirm ? { confirm, answer } : null
}
