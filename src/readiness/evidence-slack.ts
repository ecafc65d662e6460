import { Rejection } from '../errors.ts'
import { change } from '../releases/change.ts'
import { releaseOfChannel, theRelease } from '../releases/meant.ts'
import { md, message, section } from '../slack/blocks.ts'
import { defineForm } from '../slack/forms.ts'
import { permalinkOf } from '../slack/hear-shortcuts.ts'
import type { Shortcut } from '../slack/shortcuts.ts'
import { evidenceForm } from './contract.ts'
import { evidencedBy, finish } from './finishing.ts'
import { evidenceView } from './forms.ts'
import { itemReceipt } from './views.ts'

/** *Use as evidence*, on a message of the release's channel. */
export const useAsEvidence: Shortcut = {
  callbackId: 'use_as_evidence',
  run: async (call) => {
    const ref = await releaseOfChannel(call.ctx, call)
    if (!ref)
      throw new Rejection('That message is in no release’s channel. Post it there, and point at it again.')
    const { release, facts } = await theRelease(call.ctx, ref, call.actor.person)
    const items = evidencedBy(release, facts, call.actor)
    if (items.length > 0) return evidenceView(release, items, { ...call.message, channel: call.channel })
    const none = md`No open item of ${release.key} is yours.`
    return message(none, [section(none)])
  },
}

export const evidenceSubmitted = defineForm({
  ...evidenceForm,
  submit: async ({ ctx, actor, metadata, fields }) => {
    const ref = { workspace: actor.workspace, id: metadata.release }
    const evidence = permalinkOf(ctx, metadata.channel, metadata.ts)
    const result = await change(ctx, ref, actor, (...now) => finish(...now, actor, fields.item, { evidence }))
    return itemReceipt(result, fields.item)
  },
})
