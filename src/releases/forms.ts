import type { ModalView } from '@slack/types'
import { dateTimeInput, modal, selectInput, textInput, userInput } from '../slack/blocks.ts'
import { holdForm, moveForm, planForm } from './contract.ts'
import type { Read } from './meant.ts'
import { longestIntent, longestNote } from './notes.ts'

export interface PlanChoices {
  readonly products: readonly { readonly name: string; readonly title: string }[]
  readonly models: readonly { readonly name: string; readonly summary: string }[]
  /** The speaker runs it unless they name another. */
  readonly manager: string
}

export function planView({ products, models, manager }: PlanChoices): ModalView {
  return modal({
    form: planForm.id,
    title: 'Plan a release',
    submit: 'Plan it',
    metadata: '{}',
    blocks: [
      selectInput({
        name: 'product',
        label: 'Product',
        choices: products.map(({ name, title }) => ({ text: title, value: name })),
      }),
      textInput({ name: 'version', label: 'Version', placeholder: '2.4.0', max: 60 }),
      dateTimeInput({ name: 'target', label: 'Opens to first users', hint: 'In your own time zone.' }),
      textInput({
        name: 'intent',
        label: 'Why, in business words',
        placeholder: 'Refunds reach customers the same day',
        max: longestIntent,
        optional: true,
      }),
      selectInput({
        name: 'model',
        label: 'How',
        optional: true,
        choices: models.map(({ name, summary }) => ({ text: name, value: name, description: summary })),
        hint: 'Left out, the product\u2019s own way.',
      }),
      userInput({ name: 'manager', label: 'Release manager', initial: manager }),
      userInput({ name: 'deputy', label: 'Deputy', optional: true }),
      textInput({
        name: 'components',
        label: 'Components',
        multiline: true,
        optional: true,
        hint: 'One per line, with its revision: payments-api 4be77d1. Left out, all of the product\u2019s.',
      }),
      textInput({
        name: 'changes',
        label: 'Changes',
        multiline: true,
        optional: true,
        hint: 'One per line: feature: Same-day refunds https://\u2026',
      }),
      textInput({ name: 'flags', label: 'Flags', multiline: true, optional: true, hint: 'One per line.' }),
      textInput({
        name: 'exposure',
        label: 'Exposure plan',
        optional: true,
        hint: 'Left out, the phases of the model.',
      }),
    ],
  })
}

export function holdView({ release }: Read): ModalView {
  return modal({
    form: holdForm.id,
    title: 'Hold the release',
    submit: 'Hold it',
    metadata: JSON.stringify({ release: release.id }),
    blocks: [
      textInput({
        name: 'why',
        label: `Why is ${release.key} held?`,
        placeholder: 'refund errors',
        max: longestNote,
      }),
    ],
  })
}

export function moveView({ release }: Read): ModalView {
  return modal({
    form: moveForm.id,
    title: 'Move the release',
    submit: 'Next',
    metadata: JSON.stringify({ release: release.id }),
    blocks: [
      dateTimeInput({ name: 'target', label: `When does ${release.key} open?`, initial: release.target }),
      textInput({
        name: 'why',
        label: 'Why does it move?',
        placeholder: 'load test late',
        max: longestNote,
        optional: true,
      }),
    ],
  })
}
