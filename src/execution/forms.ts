import type { ModalView } from '@slack/types'
import { longestNote } from '../releases/notes.ts'
import type { Facts, Release } from '../releases/release.ts'
import { type Choice, lines, type Md, md, modal, section, selectInput, textInput } from '../slack/blocks.ts'
import { wayBackLine } from './card.ts'
import { failedForm, fixForm, narrowForm, rollBackForm } from './contract.ts'
import type { Step } from './execution.ts'
import { shareWords } from './plan.ts'
import { exposureOf, phasesOf, pointOfNoReturn } from './progress.ts'
import { undoing } from './undoing.ts'
import { titleOf } from './words.ts'

const idsOf = (release: Release, more = {}) => JSON.stringify({ release: release.id, ...more })

export const failedView = (release: Release, step: Step): ModalView =>
  modal({
    form: failedForm.id,
    title: `Step ${step.number} failed`,
    submit: 'It failed',
    metadata: idsOf(release, { number: step.number }),
    blocks: [
      section(titleOf(step)),
      textInput({ name: 'why', label: 'What went wrong?', placeholder: 'disk full', max: longestNote }),
    ],
  })

/** Which smaller share: those of the model, or nobody. */
export function narrowView(release: Release): ModalView {
  const open = exposureOf(release).share
  const smaller = phasesOf(release).flatMap(({ share }) => (share !== null && share < open ? [share] : []))
  const choices: Choice[] = [...smaller.toReversed(), 0].map((share) => ({
    text: shareWords(share),
    value: String(share),
  }))
  return modal({
    form: narrowForm.id,
    title: 'Narrow the release',
    submit: 'Narrow it',
    metadata: idsOf(release),
    blocks: [
      section(md`${release.key} is open to ${shareWords(open)}. Narrowing keeps it alive.`),
      selectInput({ name: 'share', label: 'To', choices, ...(choices[0] && { initial: choices[0].value }) }),
      textInput({
        name: 'why',
        label: 'Why?',
        placeholder: 'INC-482, refund errors 2.3 %, agreed limit 1 %',
        max: longestNote,
        optional: true,
      }),
    ],
  })
}

export const rollBackView = (release: Release, facts: Facts): ModalView =>
  modal({
    form: rollBackForm.id,
    title: 'Roll back the release',
    submit: 'Roll back',
    metadata: idsOf(release),
    blocks: [
      section(undoingLines(release, facts)),
      textInput({
        name: 'why',
        label: `Why is ${release.key} rolled back?`,
        placeholder: 'a refund was paid twice',
        max: longestNote,
      }),
    ],
  })

/** What a rollback undoes, and from which step there is no way back. */
export function undoingLines(release: Release, facts: Facts): Md {
  const { components, share, pastNoWayBack } = undoing(release)
  const last = pointOfNoReturn(release)
  const users = share >= 100 ? 'Everyone loses it.' : `${shareWords(share)} of users lose it.`
  return lines(
    md`Undoes ${components.length > 0 ? components.join(', ') : 'nothing deployed so far'}. ${share > 0 ? users : 'Nobody has it.'}`,
    pastNoWayBack
      ? md`Step ${pastNoWayBack.number} is done, after which there is no way back. It will be noted.`
      : last && md`There is no way back after step ${last.number}, which is not done.`,
    !pastNoWayBack && wayBackLine(release, facts),
    md`The release ends with it; its review follows.`,
  )
}

export const fixView = (release: Release): ModalView =>
  modal({
    form: fixForm.id,
    title: 'Fix forward',
    submit: 'Add the step',
    metadata: idsOf(release),
    blocks: [
      section(md`Adds a step to ${release.key}. Nothing opens further until it is done.`),
      textInput({ name: 'why', label: 'What is fixed?', placeholder: 'size the pool', max: longestNote }),
    ],
  })
