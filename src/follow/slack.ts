import { change } from '../releases/change.ts'
import { meantRef, type Read } from '../releases/meant.ts'
import { defineAction } from '../slack/actions.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command } from '../slack/commands.ts'
import { acts, followValue } from './contract.ts'
import { follow, unfollow } from './follow.ts'
import { followedReceipt, unfollowedReceipt } from './receipts.ts'

export const followCommand: Command = {
  word: 'follow',
  usage: [{ form: 'follow [key]' }],
  run: async (call) => started(call, (await meantRef(call, 'follow')).ref),
}

export const unfollowCommand: Command = {
  word: 'unfollow',
  usage: [{ form: 'unfollow [key]' }],
  run: async (call) => stopped(call, (await meantRef(call, 'unfollow')).ref),
}

export const followPressed = defineAction({
  id: acts.start,
  value: followValue,
  run: (call) => started(call, { workspace: call.actor.workspace, id: call.value.release }),
})

export const unfollowPressed = defineAction({
  id: acts.stop,
  value: followValue,
  run: (call) => stopped(call, { workspace: call.actor.workspace, id: call.value.release }),
})

async function started({ ctx, actor }: Call, ref: Read['ref']): Promise<Answer> {
  const { release } = await change(ctx, ref, actor, (...on) => follow(...on, actor))
  return followedReceipt(release)
}

async function stopped({ ctx, actor }: Call, ref: Read['ref']): Promise<Answer> {
  const { release } = await change(ctx, ref, actor, (...on) => unfollow(...on, actor))
  return unfollowedReceipt(release)
}
