import type { ModalView } from '@slack/types'
import { longestNote } from '../releases/notes.ts'
import type { Release } from '../releases/release.ts'
import { dateTimeInput, md, modal, radioButtons, section, selectInput, textInput } from '../slack/blocks.ts'
import { failedForm, incidentForm } from './contract.ts'
import { causeWords, longestLink, longestName } from './incidents.ts'
import { causes, type IncidentTold } from './verification.ts'

/** Which check failed, and how. @returns null when every check is done */
export function failedView(release: Release): ModalView | null {
  const open = release.verification.checks.filter(({ state }) => state !== 'failed')
  if (open.length === 0) return null
  return modal({
    form: failedForm.id,
    title: 'A check failed',
    submit: 'It failed',
    metadata: JSON.stringify({ release: release.id }),
    blocks: [
      selectInput({
        name: 'check',
        label: 'Which one?',
        choices: open.map(({ number, title }) => ({ text: `${number} ${title}`, value: String(number) })),
        ...(open.length === 1 && open[0] && { initial: String(open[0].number) }),
      }),
      textInput({
        name: 'why',
        label: 'What is wrong?',
        placeholder: 'totals differ by 3',
        max: longestNote,
      }),
    ],
  })
}

/** What is known of an incident; `number` when it was told before. */
export function incidentView(
  release: Release,
  { name, link, caused, began, ended, note }: IncidentTold,
  number?: number,
): ModalView {
  return modal({
    form: incidentForm.id,
    title: 'Incident',
    submit: 'Save',
    metadata: JSON.stringify({ release: release.id, ...(number !== undefined && { number }) }),
    blocks: [
      section(md`Tied to ${release.key}. What is told here stands in its verification and its review.`),
      textInput({ name: 'name', label: 'Incident', placeholder: 'INC-482', initial: name, max: longestName }),
      textInput({ name: 'link', label: 'Link', optional: true, initial: link ?? '', max: longestLink }),
      radioButtons({
        name: 'caused',
        label: 'Was it',
        choices: causes.map((cause) => ({ text: causeWords[cause], value: cause })),
        initial: caused,
      }),
      dateTimeInput({ name: 'began', label: 'Began', initial: began }),
      dateTimeInput({ name: 'ended', label: 'Ended', optional: true, ...(ended && { initial: ended }) }),
      textInput({
        name: 'note',
        label: 'What did users notice?',
        placeholder: '214 refunds late, all paid',
        optional: true,
        initial: note ?? '',
        max: longestNote,
      }),
    ],
  })
}
