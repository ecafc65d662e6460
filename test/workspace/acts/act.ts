import type { Engine } from '../engine.ts'
import type { Act, ActResult } from '../protocol.ts'
import { Refusal } from '../world/refusal.ts'
import type { Member } from '../world/shapes.ts'
import { runBuiltIn } from './built-in.ts'
import {
  archiveChannel,
  create,
  invite,
  join,
  leave,
  pinMessage,
  reactTo,
  read,
  removeFromChannel,
  renameChannel,
  setTopic,
  unarchiveChannel,
  unpinMessage,
} from './channels.ts'
import { close } from './close.ts'
import { command } from './command.ts'
import { chat, jump, openHome } from './home.ts'
import { options } from './options.ts'
import { press } from './press.ts'
import { share } from './share.ts'
import { shortcut } from './shortcut.ts'
import { submit } from './submit.ts'
import { deleteMessage, edit, say } from './talk.ts'

type Outcome = ActResult | Promise<ActResult>
type Acts = {
  [T in Act['type']]: (engine: Engine, person: Member, act: Extract<Act, { type: T }>) => Outcome
}

const acts: Acts = {
  archive: archiveChannel,
  chat,
  close,
  command,
  create,
  delete: deleteMessage,
  edit,
  home: openHome,
  invite,
  join,
  jump,
  leave,
  options,
  pin: pinMessage,
  press,
  react: reactTo,
  read,
  remove: removeFromChannel,
  rename: renameChannel,
  say,
  share,
  shortcut,
  submit,
  topic: setTopic,
  unarchive: unarchiveChannel,
  unpin: unpinMessage,
}

/** One person does one thing; the page and the tests' people both act through here. */
export async function perform(engine: Engine, person: Member, act: Act): Promise<ActResult> {
  // Each act is handed to the function of its own type.
  const run = acts[act.type] as (engine: Engine, person: Member, act: Act) => Outcome
  try {
    if (person.deleted) throw new Refusal('account_inactive')
    const own = act.type === 'command' ? await runBuiltIn(engine, person, act, perform) : undefined
    return own ?? (await run(engine, person, act))
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.word }
    throw error
  }
}
