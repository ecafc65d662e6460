import type { ModalView } from '@slack/types'
import type { PersonId } from '../people/people.ts'
import { nameOf, runsIt } from '../people/permissions.ts'
import { longestNote } from '../releases/notes.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  bold,
  type Choice,
  lines,
  md,
  modal,
  quoted,
  radioButtons,
  section,
  selectInput,
  textInput,
  userInput,
} from '../slack/blocks.ts'
import { evidenceForm, itemForm } from './contract.ts'
import { riskShown, titleOf } from './item-lines.ts'
import type { Item, ItemState, WayBack } from './readiness.ts'
import { ownerOf } from './standing.ts'

export interface ItemFormChoice {
  /** What it shall become, chosen already. */
  readonly is?: ItemState['is'] | undefined
  /** What was said with it already. */
  readonly note?: string
  /** The page of the list to go back to. */
  readonly page?: number | undefined
  /** Who fills it in: only those who run the release are offered to skip. */
  readonly person: PersonId
}

/** One item, with everything that can be said of it. */
export function itemView(
  release: Release,
  facts: Facts,
  item: Item,
  { is, note: said, page, person }: ItemFormChoice,
): ModalView {
  const chosen = is ?? item.state.is
  const owner = ownerOf(item, facts)
  const note = said || (chosen === item.state.is ? noteOf(item.state) : null)
  return modal({
    form: itemForm.id,
    title: `Item ${item.number}`,
    submit: 'Save',
    metadata: JSON.stringify({ release: release.id, number: item.number, page }),
    blocks: [
      section(
        lines(
          bold(titleOf(item, 200)),
          md`${release.key} · ${owner ? nameOf(facts, owner) : `${item.role}, no owner`}`,
          riskShown(item),
        ),
      ),
      radioButtons({
        name: 'is',
        label: 'It is',
        choices: choicesFor(runsIt(release, facts, person)),
        initial: chosen,
      }),
      textInput({
        name: 'note',
        label: item.wantsEvidence ? 'Link to the evidence, or the reason' : 'Link, note or reason',
        hint: hintOf(item),
        multiline: true,
        optional: true,
        max: longestNote,
        ...(note && { initial: note }),
      }),
      ...(item.procedure === 'way back' ? wayBackInputs(release.readiness.wayBack) : []),
      userInput({
        name: 'waitsFor',
        label: 'Blocked: who can unblock it?',
        optional: true,
        ...waitsForOf(item.state),
      }),
      userInput({ name: 'owner', label: 'Owner', optional: true, ...(owner && { initial: owner }) }),
    ],
  })
}

const hintOf = ({ wantsEvidence }: Item) =>
  wantsEvidence
    ? 'Done wants a link here: a result or a file. Blocked and skipped want a reason.'
    : 'Blocked and skipped want a reason; done may have a link or a note.'

function choicesFor(maySkip: boolean): Choice[] {
  const all: Choice[] = [
    { text: 'Done', value: 'done' },
    { text: 'Blocked', value: 'blocked' },
    { text: 'Open', value: 'open' },
    { text: 'Skipped, and not by the book', value: 'skipped' },
  ]
  return all.filter(({ value }) => maySkip || value !== 'skipped')
}

function noteOf(state: ItemState): string | null {
  if (state.is === 'done') return state.evidence
  return state.is === 'open' ? null : state.why
}

const waitsForOf = (state: ItemState) =>
  state.is === 'blocked' && state.waitsFor !== null ? { initial: state.waitsFor } : {}

function wayBackInputs(agreed: WayBack | null) {
  const asked = [
    { name: 'howLong', label: 'How long does the way back take?', placeholder: '10 min' },
    { name: 'untilStep', label: 'Until when is it possible?', placeholder: 'everyone has it' },
    { name: 'sign', label: 'Narrow at what sign?', placeholder: '1 % refund errors for 5 min' },
    { name: 'rollbackSign', label: 'Roll back at what sign?', placeholder: 'a refund is paid twice' },
  ] as const
  return asked.map((field) => {
    const initial = agreed?.[field.name]
    return textInput({ ...field, max: 200, optional: true, ...(initial && { initial }) })
  })
}

export interface PointedAt {
  readonly channel: string
  readonly ts: string
  readonly text: string
}

/** Which of these items the message that somebody pointed at is evidence for. */
export function evidenceView(
  release: Release,
  items: readonly Item[],
  { channel, ts, text }: PointedAt,
): ModalView {
  return modal({
    form: evidenceForm.id,
    title: 'Use as evidence',
    submit: 'Done with this',
    metadata: JSON.stringify({ release: release.id, channel, ts }),
    blocks: [
      section(md`${release.key}: ${text.trim() ? quoted(text) : 'this message'}`),
      selectInput({
        name: 'item',
        label: 'It shows that this is done',
        choices: items.map(({ number, title }) => ({ text: `${number} ${title}`, value: String(number) })),
      }),
    ],
  })
}
