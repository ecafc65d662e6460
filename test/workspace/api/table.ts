import { absent } from './absent.ts'
import type { Method } from './method.ts'
import { methods } from './methods.ts'

const INTRODUCTION = `# What the local Slack workspace answers

Written by \`test/workspace/methods.test.ts\` from the methods themselves; run it with \`-u\` after changing one.
Tiers are calls a minute: 1, 20, 50 and 100; Slack gives the special ones hundreds, here 300, and
\`chat.postMessage\` one a second into a channel, five at once. One of the scopes is needed; which one depends on
the kind of conversation. Every other method of Slack's is answered with \`unknown_method\`.

*Supported* means that its arguments, refusals and events are Slack's as far as its reference tells them; *partly*,
that what the last column names is missing; *not*, that it answers \`unknown_method\`, for that reason. For all of
them: there is one workspace with one app in it (and around it, where asked for, an organisation of that one
workspace), and nobody gives tokens of their own (\`xoxp-\`). \`team_id\` is ignored. A call of more than 4 MB is answered with 413. Calls are counted, and refused with
429, where that is asked for: \`npm run workspace\` does, most tests do not.
`

/** The table of coverage, as a page to read. */
export function coverage(): string {
  const answered = Object.entries(methods).map(([name, method]) => row(name, method))
  const unanswered = Object.entries(absent).map(([name, why]) => `| \`${name}\` | not | | | ${why} |`)
  const rows = [...answered, ...unanswered].toSorted()
  const partly = Object.values(methods).filter((method) => method.partly).length
  const counts = [
    `${answered.length - partly} supported`,
    `${partly} partly`,
    `${unanswered.length} not`,
  ].join(', ')
  const head = ['| method | support | tier | scopes | left out |', '| --- | --- | --- | --- | --- |']
  return [INTRODUCTION, `${counts}.`, '', ...head, ...rows, ''].join('\n')
}

function row(name: string, { tier, scopes, partly = '' }: Method): string {
  const wanted = scopes.map((scope) => `\`${scope}\``).join(' ')
  return `| \`${name}\` | ${partly ? 'partly' : 'supported'} | ${tier} | ${wanted} | ${partly} |`
}
