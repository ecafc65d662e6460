import { nameOf } from '../people/permissions.ts'
import { link, md, quoted } from '../slack/blocks.ts'
import type { Tellers } from './telling.ts'

export const tellsNotes: Tellers = {
  noted: ({ text, link: address, author, by }, _release, facts) => {
    const words = text ? md` ${quoted(text)}` : md` a message`
    const from = author && author !== by.person && md` of ${nameOf(facts, author)}`
    return md`noted${words}${from}${address && md`, ${link(address, 'the message')}`}`
  },
}
