import type { Engine } from '../engine.ts'
import type { Act, ActResult } from '../protocol.ts'
import { composedMessage } from '../text/compose.ts'
import { shareFiles } from '../world/files.ts'
import { findMessage } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { Member } from '../world/shapes.ts'
import { placeOf } from './payload.ts'

/** A person puts files of theirs into a conversation, with or without words. */
export function share(engine: Engine, person: Member, act: Extract<Act, { type: 'share' }>): ActResult {
  const { world } = engine
  const channel = placeOf(engine, person, act.channel)
  if (act.threadTs && !findMessage(channel, act.threadTs)) throw new Refusal('message_not_found')
  const files = act.files.map((id) => {
    const file = world.files.get(id)
    if (file?.user !== person.id) throw new Refusal('file_not_found')
    return file
  })
  const { ts } = shareFiles(world, channel, files, {
    user: person.id,
    ...(act.text === '' ? { text: '' } : composedMessage(world, act.text)),
    threadTs: act.threadTs,
  })
  return { ok: true, ts }
}
