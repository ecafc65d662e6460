import { personNamed } from '../people/named.ts'
import { change } from '../releases/change.ts'
import { theRelease } from '../releases/meant.ts'
import type { Decide } from '../releases/release.ts'
import { defineAction } from '../slack/actions.ts'
import type { Call } from '../slack/call.ts'
import { defineForm } from '../slack/forms.ts'
import { reopen, unblock } from './acting.ts'
import { acts, type ItemFields, itemForm, itemValue, listValue, openItemValue } from './contract.ts'
import { editItem, type ItemEdit } from './editing.ts'
import { asksMore, finish } from './finishing.ts'
import { itemView } from './forms.ts'
import { listView } from './list-view.ts'
import { take } from './owning.ts'
import { itemNumbered } from './standing.ts'
import { itemReceipt } from './views.ts'

const refOf = ({ actor }: Call, { release }: { readonly release: string }) => ({
  workspace: actor.workspace,
  id: release,
})

const read = (call: Call, value: { readonly release: string }) =>
  theRelease(call.ctx, refOf(call, value), call.actor.person)

export const listPressed = defineAction({
  id: acts.list,
  value: listValue,
  run: async (call) => {
    const { release, facts } = await read(call, call.value)
    return listView(release, facts, call.now, call.value.page)
  },
})

export const itemPressed = defineAction({
  id: acts.item,
  value: openItemValue,
  run: async (call) => {
    const { release, facts } = await read(call, call.value)
    const { number, is, page } = call.value
    return itemView(release, facts, itemNumbered(release, number), { is, page, person: call.actor.person })
  },
})

export const donePressed = defineAction({
  id: acts.done,
  value: itemValue,
  run: async (call) => {
    const { number } = call.value
    const { release, facts } = await read(call, call.value)
    const item = itemNumbered(release, number)
    if (asksMore(item, release))
      return itemView(release, facts, item, { is: 'done', person: call.actor.person })
    return itemReceipt(await changed(call, (...now) => finish(...now, call.actor, number)), number)
  },
})

const changed = (call: Call & { readonly value: { readonly release: string } }, decide: Decide) =>
  change(call.ctx, refOf(call, call.value), call.actor, decide)

/** A button that does one thing to one item, and says how it stands then. */
const simple = (id: string, rule: typeof take) =>
  defineAction({
    id,
    value: itemValue,
    run: async (call) => {
      const { number } = call.value
      return itemReceipt(await changed(call, (...now) => rule(...now, call.actor, number)), number)
    },
  })

export const undoPressed = simple(acts.undo, reopen)
export const unblockPressed = simple(acts.unblock, unblock)
export const takePressed = simple(acts.take, take)

export const itemSubmitted = defineForm({
  ...itemForm,
  submit: async (call) => {
    const { number, page } = call.metadata
    const edit = await editFrom(call, call.fields)
    const result = await change(call.ctx, refOf(call, call.metadata), call.actor, (...now) =>
      editItem(...now, call.actor, number, edit),
    )
    if (page === undefined) return itemReceipt(result, number)
    return listView(result.release, result.facts, call.now, page)
  },
})

async function editFrom(call: Call, fields: ItemFields): Promise<ItemEdit> {
  const { is, howLong, untilStep, sign, rollbackSign } = fields
  const said = [howLong, untilStep, sign, rollbackSign].some(Boolean)
  const wayBack = {
    howLong: howLong ?? '',
    untilStep: untilStep ?? '',
    sign: sign ?? null,
    rollbackSign: rollbackSign ?? '',
  }
  return {
    is,
    note: fields.note ?? null,
    waitsFor: await personNamed(call, fields.waitsFor),
    owner: await personNamed(call, fields.owner),
    ...(said && { wayBack }),
  }
}
