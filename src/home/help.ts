import { runsIt } from '../people/permissions.ts'
import { bold, headline, lines, type Md, type Message, md, message, section } from '../slack/blocks.ts'
import type { Command } from '../slack/commands.ts'
import { allForms, formsFor, withNumber } from './forms.ts'
import type { Mine } from './mine.ts'
import { countWords, rowsOf } from './rows.ts'
import { type Part, standingOf } from './standing.ts'

const threads = md`Threads take no commands: reply there, or use the buttons. Everything: /release help all`
const everyday = ['list', 'status', 'new', 'follow', 'help']

/** Help in a release's channel: its state and the asker's part, and what can be typed now. */
export function drawHelp(commands: readonly Command[], part: Part, zone: string): Message {
  const { release, facts, person } = part
  const news = standingOf(part)
  const { everyone, whoRunsIt } = formsFor(commands, release)
  const own = whoRunsIt.length > 0 && runsIt(release, facts, person)
  const typed = (forms: readonly string[]) => forms.map((form) => line(withNumber(form, part)))
  return message(
    news,
    [
      headline(news),
      everyone.length > 0 && section(lines(...typed(everyone))),
      own && section(lines(md`You run it:`, ...typed(whoRunsIt))),
      section(threads),
    ],
    zone,
  )
}

/** Help anywhere else: what waits, and the words of every day. */
export function drawEverydayHelp(commands: readonly Command[], mine: readonly Mine[], zone: string): Message {
  const news = mine.length > 0 ? countWords(mine) : md`Nothing waits for you`
  const known = commands.filter(({ word }) => everyday.includes(word))
  return message(
    news,
    [headline(news), ...rowsOf(mine, 3), section(lines(...allForms(known).map(line))), section(threads)],
    zone,
  )
}

/** Every command there is, from the features' own lists. */
export function drawEverything(commands: readonly Command[]): Message {
  const news = md`Every command`
  const forms = allForms(commands).map(line)
  return message(news, [
    headline(news),
    ...chunks(forms, 25).map((some) => section(lines(...some))),
    section(
      md`The release’s key comes first, last, or not at all in its channel. ${bold('/shipshape')} is the same as ${bold('/release')}.`,
    ),
  ])
}

const line = (form: string): Md => md`${`/release ${form}`.trim()}`

const chunks = (forms: readonly Md[], size: number): Md[][] =>
  forms.length <= size ? [[...forms]] : [forms.slice(0, size), ...chunks(forms.slice(size), size)]
