import type { ModalView } from '@slack/types'
import type { PersonId } from '../people/people.ts'
import type { Release } from '../releases/release.ts'
import { dateInput, md, modal, radioButtons, section, textInput, userInput } from '../slack/blocks.ts'
import { longestAction } from './acting.ts'
import { actionForm, ratingForm } from './contract.ts'
import { longestSentence } from './rating.ts'
import { starChoices } from './rating-ask.ts'
import { ratingBy } from './reviews.ts'

/** The stars with a sentence; what was said before stands in it. */
export function ratingView(release: Release, person: PersonId): ModalView {
  const rating = ratingBy(release, person)
  return modal({
    form: ratingForm.id,
    title: 'How was it?',
    submit: 'Rate it',
    metadata: JSON.stringify({ release: release.id }),
    blocks: [
      section(md`${release.key}, shown without your name.`),
      radioButtons({
        name: 'stars',
        label: 'How was this release?',
        choices: starChoices,
        ...(rating && { initial: String(rating.stars) }),
      }),
      textInput({
        name: 'sentence',
        label: 'One sentence',
        hint: 'What to keep, or what to do differently next time',
        max: longestSentence,
        optional: true,
        ...(rating?.sentence && { initial: rating.sentence }),
      }),
    ],
  })
}

export const actionView = (release: Release): ModalView =>
  modal({
    form: actionForm.id,
    title: 'Add an action',
    submit: 'Add it',
    metadata: JSON.stringify({ release: release.id }),
    blocks: [
      section(md`To do because of ${release.key}. Its owner is told, and reminded.`),
      textInput({
        name: 'what',
        label: 'What',
        max: longestAction,
        placeholder: 'Size the pool by load test',
      }),
      userInput({ name: 'owner', label: 'Who' }),
      dateInput({ name: 'due', label: 'Until' }),
    ],
  })
