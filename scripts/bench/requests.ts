import { createHmac } from 'node:crypto'
import { manager, voters, workspace } from './organisation.ts'
import { channelOf } from './seed.ts'

export const signingSecret = 'bench-signing-secret'

export interface Typed {
  readonly release: number
  readonly person: string
  readonly text: string
}

/** The next request of a series. */
export type Next = () => Typed

/** `/release status` in one channel after the other. */
export function asking(word: string, count: number): Next {
  let asked = 0
  return () => ({ release: (asked++ % count) + 1, person: manager, text: word })
}

let notes = 0

/** Ballots on these releases in turn, each of another voter, who each time takes back what they said before. */
export function voting(releases: readonly number[]): Next {
  let cast = 0
  return () => {
    const turn = Math.floor(cast / releases.length)
    const voter = ((cast++ % releases.length) + turn) % voters.length
    // In the beginning those with an even number had said go.
    const said = (voter + Math.floor(turn / voters.length)) % 2 === 0 ? 'no-go' : 'go'
    const release = releases[(cast - 1) % releases.length] ?? 1
    return { release, person: voters[voter] ?? '', text: `${said} ${++notes} changed my mind` }
  }
}

/** A command as Slack sends it, signed now. */
export function signed({ release, person, text }: Typed): {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
} {
  const body = new URLSearchParams({
    token: 'none',
    team_id: workspace,
    team_domain: 'bench',
    channel_id: channelOf(release),
    channel_name: `rel-bench-${release}`,
    user_id: person,
    user_name: person.toLowerCase(),
    command: '/release',
    text,
    api_app_id: 'ABENCH',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.example.com/commands/1',
    trigger_id: '1.2.3',
  }).toString()
  const now = String(Math.floor(Date.now() / 1000))
  const digest = createHmac('sha256', signingSecret).update(`v0:${now}:${body}`).digest('hex')
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': now,
    'x-slack-signature': `v0=${digest}`,
  }
  return { body, headers }
}
