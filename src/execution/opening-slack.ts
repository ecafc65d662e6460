import { change } from '../releases/change.ts'
import { releaseValue } from '../releases/contract.ts'
import { meantRelease, type Read, theRelease } from '../releases/meant.ts'
import { defineAction } from '../slack/actions.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command } from '../slack/commands.ts'
import { defineForm } from '../slack/forms.ts'
import { acts, narrowForm, openValue } from './contract.ts'
import { narrowView } from './forms.ts'
import { narrowTo, opensEarly, openTo, shareMeant } from './opening.ts'
import { exposureOf } from './progress.ts'
import { earlyQuestion } from './questions.ts'
import { type OpenSaid, readOpen } from './reading.ts'
import { openedReceipt, openShown } from './receipts.ts'

export const openCommand: Command = {
  word: 'open',
  usage: [
    { form: 'open 10%', states: ['executing'], whoRunsIt: true },
    { form: 'open 1% (narrows)', states: ['executing'], whoRunsIt: true },
    { form: 'open next|everyone|nobody', states: [] },
  ],
  run: async (call) => {
    const meant = await meantRelease(call, 'open')
    const said = readOpen(meant.text)
    return said ? opened(call, meant, said) : openShown({ ...meant, now: call.now })
  },
}

/** Opens, or asks once when that cuts a watch short; the rule is asked first, so that nobody confirms in vain. */
async function opened(call: Call, { release, facts, ref }: Read, said: OpenSaid): Promise<Answer> {
  const { ctx, actor, now } = call
  const share = shareMeant(release, said.share)
  if (share !== null && opensEarly(release, share, now)) {
    openTo(release, facts, now, actor, { ...said, cutShort: exposureOf(release).number })
    return earlyQuestion(release, facts, now, share)
  }
  const result = await change(ctx, ref, actor, (...on) => openTo(...on, actor, { ...said, cutShort: null }))
  return openedReceipt({ ...result, now })
}

export const openPressed = defineAction({
  id: acts.open,
  value: openValue,
  run: async (call) => {
    const { ctx, actor, now, value } = call
    const { share, cutShort } = value
    const ref = { workspace: actor.workspace, id: value.release }
    if (cutShort === null) {
      return opened(call, await theRelease(ctx, ref, actor.person), { share, why: null })
    }
    const result = await change(ctx, ref, actor, (...on) =>
      openTo(...on, actor, { share, why: null, cutShort }),
    )
    return openedReceipt({ ...result, now })
  },
})

export const narrowPressed = defineAction({
  id: acts.openNarrow,
  value: releaseValue,
  run: async ({ ctx, actor, value }) => {
    const ref = { workspace: actor.workspace, id: value.release }
    return narrowView((await theRelease(ctx, ref, actor.person)).release)
  },
})

export const narrowSubmitted = defineForm({
  ...narrowForm,
  submit: async ({ ctx, actor, metadata, fields }) => {
    const ref = { workspace: actor.workspace, id: metadata.release }
    await change(ctx, ref, actor, (...on) => narrowTo(...on, actor, fields))
    return undefined
  },
})
