import type { ModalView } from '@slack/types'
import type { PersonId } from '../people/people.ts'
import { nameOf } from '../people/permissions.ts'
import { isReady, openItems, shortNameOf } from '../readiness/readiness.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  bold,
  checkboxes,
  clip,
  dateTimeInput,
  lines,
  type Md,
  md,
  modal,
  section,
  textInput,
  when,
} from '../slack/blocks.ts'
import { andMore, listed } from '../slack/wording.ts'
import { type AnswerValue, cancelForm, noGoForm, openForm } from './contract.ts'
import { rolesHeld } from './roles.ts'
import { closeFrom } from './times.ts'
import { longestNote, type Vote } from './votes.ts'

/** Why no-go, and for which roles where there is a choice. */
export function noGoView(release: Release, facts: Facts, person: PersonId, value: AnswerValue): ModalView {
  const held = rolesHeld(facts, person)
  const { round, reply, note } = value
  const roles = value.roles ?? (held.length === 0 ? ('advice' as const) : undefined)
  const asked = Array.isArray(roles) ? roles.filter((role) => held.includes(role)) : held
  return modal({
    form: noGoForm.id,
    title: 'No-go',
    submit: 'Say no-go',
    metadata: JSON.stringify({ release: release.id, round, roles, reply }),
    blocks: [
      section(roles === 'advice' ? md`${release.key}: your word stands as advice.` : md`${release.key}`),
      textInput({
        name: 'why',
        label: 'Why no-go?',
        hint: 'Your reason is what gets it fixed.',
        placeholder: 'checkout is red',
        multiline: true,
        max: longestNote,
        ...(note && { initial: note }),
      }),
      roles !== 'advice' &&
        held.length > 1 &&
        checkboxes({
          name: 'roles',
          label: 'For',
          choices: held.map((role) => ({ text: role, value: role })),
          initial: asked,
        }),
    ],
  })
}

/** What is asked once before a vote opens: it names whom it asks. */
export function openView(release: Release, facts: Facts, now: Date, said: Prefilled): ModalView {
  const closes = said.until ?? closeFrom(release, facts, now)
  return modal({
    form: openForm.id,
    title: 'Open the vote',
    submit: 'Open the vote',
    metadata: JSON.stringify({ release: release.id }),
    blocks: [
      section(
        lines(
          bold(md`Opening the vote on ${release.key} asks ${whomItAsks(facts)}`),
          unfilled(facts),
          notReady(release),
        ),
      ),
      dateTimeInput({
        name: 'until',
        label: 'It closes',
        hint: 'Silence is a no-go then; a go that is settled closes it earlier.',
        ...(closes && { initial: closes }),
      }),
      !isReady(release) &&
        textInput({
          name: 'why',
          label: 'Why open it undone?',
          hint: 'Stays visible on the card and in the review.',
          placeholder: 'staging is back tonight',
          max: longestNote,
          ...(said.why && { initial: said.why }),
        }),
    ],
  })
}

export interface Prefilled {
  readonly until: Date | null
  readonly why: string | null
}

/** `sec-lead, qa-lead and ops-lead`: everyone who gets a direct message when a vote opens. */
export function whomItAsks(facts: Facts): string {
  const people = new Set(facts.model.roles.flatMap(({ name }) => facts.holders[name] ?? []))
  return people.size === 0 ? 'nobody' : andMore([...people].map((id) => nameOf(facts, id)))
}

/** A role without anybody cannot answer, and its silence is a no-go. */
export function unfilled({ model, holders }: Facts): Md | null {
  const empty = model.roles.filter(({ name, mandatory }) => mandatory && !holders[name]?.length)
  const names = listed(empty.map(({ name }) => name))
  return empty.length === 0 ? null : md`Nobody fills ${names}: silence is a no-go.`
}

function notReady(release: Release): Md | null {
  const open = openItems(release).filter(({ required }) => required)
  if (open.length === 0) return null
  return clip(
    md`${bold('Not done')} ${andMore(open.map((item) => `${item.number} ${shortNameOf(item)}`))}`,
    600,
  )
}

export function cancelView(release: Release, { round, closes }: Vote, facts: Facts): ModalView {
  return modal({
    form: cancelForm.id,
    title: 'Cancel the vote',
    submit: 'Cancel the vote',
    close: 'Keep it open',
    metadata: JSON.stringify({ release: release.id, round }),
    blocks: [
      section(
        md`The vote on ${release.key} is open to ${when(closes, facts.product.zone)}. The next one asks anew.`,
      ),
      textInput({ name: 'why', label: 'Why?', placeholder: 'load test is red', max: longestNote }),
    ],
  })
}
