import { full } from '../../src/time/words.ts'
import type { Edited, Heard } from './audience.ts'

const shown = (instant: Date) => full(instant, 'Europe/Berlin')

/** Writes down who did what and what everybody got to see: `+` is a message, `~` a card that reads differently. */
export function transcript(print: (line: string) => void) {
  let latest = ''
  const moment = (at: Date, title: string) => {
    latest = shown(at)
    print(`\n${latest}  ${title}`)
  }
  return {
    scene: moment,
    done(lines: readonly string[]) {
      for (const line of lines) print(`    ${line}`)
    },
    heard(messages: readonly Heard[]) {
      for (const message of messages) {
        if (shown(message.at) !== latest) moment(message.at, 'the clock')
        print(lineOf(message))
      }
    },
    edited(cards: readonly Edited[]) {
      for (const { where, text } of cards) print(`  ~ ${where}  ${text}`)
    },
  }
}

/** A direct message pings anyway; a mention in a channel is worth telling. */
function lineOf({ where, text, pings }: Heard): string {
  const pinged = where.startsWith('#') && pings.length > 0 ? `  (pings ${pings.join(', ')})` : ''
  return `  + ${where}  ${text}${pinged}`
}
