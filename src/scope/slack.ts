import { Rejection } from '../errors.ts'
import { change } from '../releases/change.ts'
import { meantRelease, theRelease } from '../releases/meant.ts'
import type { Facts, Release } from '../releases/release.ts'
import { defineAction } from '../slack/actions.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command, CommandCall } from '../slack/commands.ts'
import { defineForm } from '../slack/forms.ts'
import { pagesOf, parseChanges } from './changes.ts'
import { parseComponents, readComponent } from './components.ts'
import { acts, pageValue, type ScopeFormFields, scopeForm } from './contract.ts'
import { editScope, revise, type ScopeEdit } from './editing.ts'
import { scopeView } from './forms.ts'
import { readFlags } from './planned.ts'
import { revisedReceipt } from './receipts.ts'
import { scopeAnswer } from './views.ts'

export const scopeCommand: Command = {
  word: 'scope',
  usage: [
    { form: 'scope', states: ['planned'] },
    { form: 'scope <component> <revision>', states: ['planned'], whoRunsIt: true },
  ],
  run: async (call) => {
    const meant = await meantRelease(call, 'scope')
    if (meant.text.trim() === '') return scopeAnswer(meant.release, meant.facts, call.actor.person, 0)
    return revised(call, meant)
  },
}

async function revised(
  { ctx, actor }: CommandCall,
  { ref, facts, text }: { ref: Parameters<typeof change>[1]; facts: Facts; text: string },
): Promise<Answer> {
  const component = readComponent(facts.product, text)
  const result = await change(ctx, ref, actor, (...now) => revise(...now, actor, component))
  return revisedReceipt(result, component.name)
}

const refOf = ({ actor }: Call, { release }: { readonly release: string }) => ({
  workspace: actor.workspace,
  id: release,
})

export const showPressed = defineAction({
  id: acts.show,
  value: pageValue,
  run: async (call) => {
    const { release, facts } = await theRelease(call.ctx, refOf(call, call.value), call.actor.person)
    return scopeAnswer(release, facts, call.actor.person, call.value.page)
  },
})

export const editPressed = defineAction({
  id: acts.edit,
  value: pageValue,
  run: async (call) => {
    const { release, facts } = await theRelease(call.ctx, refOf(call, call.value), call.actor.person)
    return scopeView(release, facts, call.actor.person, call.value.page)
  },
})

export const scopeSubmitted = defineForm({
  ...scopeForm,
  submit: async (call) => {
    const { page, fingerprint } = call.metadata
    const result = await change(call.ctx, refOf(call, call.metadata), call.actor, (release, facts, now) =>
      editScope(
        release,
        facts,
        now,
        call.actor,
        editFrom(release, facts, { page, fingerprint }, call.fields),
      ),
    )
    return scopeAnswer(result.release, result.facts, call.actor.person, page)
  },
})

interface Shown {
  readonly page: number
  readonly fingerprint: string
}

/** A field that is missing was not in the form; one that is empty was emptied. */
function editFrom(
  release: Release,
  facts: Facts,
  { page, fingerprint }: Shown,
  fields: ScopeFormFields,
): ScopeEdit {
  const { components, changes, added, flags, exposure } = fields
  const shown = (pagesOf(release.scope.changes)[page] ?? []).map(({ number }) => number)
  if (components === null)
    throw new Rejection('A release brings at least one component.', { field: 'components' })
  return {
    fingerprint,
    ...(components !== undefined && { components: parseComponents(facts.product, components) }),
    ...(changes !== undefined && { changes: { shown, written: parseChanges(changes ?? '') } }),
    added: parseChanges(added ?? '', 'added'),
    ...(flags !== undefined && { flags: readFlags(flags) }),
    ...(exposure !== undefined && { exposure: exposure?.trim() || null }),
  }
}
