import type { ModalView } from '@slack/types'
import type { PersonId } from '../people/people.ts'
import { runsIt } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { md, modal, section, textInput } from '../slack/blocks.ts'
import { lineOf, pagesOf } from './changes.ts'
import { linesOf } from './components.ts'
import { scopeForm } from './contract.ts'
import { fingerprintOf } from './scope.ts'

/** Slack's longest text input; what is longer is not offered for editing, so that nothing is cut off. */
const longest = 3000

/**
 * What somebody may edit of a scope: one page of its changes, more of them, components, flags and exposure. Those who
 * own a component and do not run the release see the components alone.
 */
export function scopeView(release: Release, facts: Facts, person: PersonId, page: number): ModalView {
  const { scope } = release
  const components = linesOf(scope.components)
  return modal({
    form: scopeForm.id,
    title: 'Scope',
    submit: 'Save',
    metadata: JSON.stringify({ release: release.id, page, fingerprint: fingerprintOf(scope) }),
    blocks: [
      section(md`${release.key}: what stands here is what goes out. What is not shown stays as it is.`),
      components.length <= longest &&
        textInput({
          name: 'components',
          label: 'Components',
          hint: 'One per line, with its revision: payments-ledger 4be77d1',
          multiline: true,
          initial: components,
        }),
      ...(runsIt(release, facts, person) ? termInputs(release, page) : []),
    ],
  })
}

function termInputs({ scope }: Release, page: number) {
  const pages = pagesOf(scope.changes)
  const shown = pages[page] ?? []
  const range =
    pages.length > 1
      ? `Changes ${shown[0]?.number} to ${shown.at(-1)?.number} of ${scope.changes.length}`
      : 'Changes'
  const flags = scope.flags.join('\n')
  const optional = { optional: true, multiline: true }
  return [
    shown.length > 0 &&
      textInput({ ...optional, name: 'changes', label: range, initial: shown.map(lineOf).join('\n') }),
    textInput({
      ...optional,
      name: 'added',
      label: shown.length > 0 ? 'More changes' : 'Changes',
      hint: 'One per line: feature: Same-day refunds https://… Or fix:, internal:, or nothing in front.',
    }),
    flags.length <= longest &&
      textInput({ ...optional, name: 'flags', label: 'Flags', hint: 'One per line.', initial: flags }),
    (scope.exposure ?? '').length <= longest &&
      textInput({ ...optional, name: 'exposure', label: 'Exposure plan', initial: scope.exposure ?? '' }),
  ]
}
