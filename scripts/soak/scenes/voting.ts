import type { Life } from '../life.ts'

export interface Voter {
  readonly handle: string
  readonly role: string
}

/** Who of the two votes for Security. */
export const securityOf = (life: Life) => life.way(['sec-lead', 'sec-second'], 'who votes for Security')

export const quality: Voter = { handle: 'qa-lead', role: 'Quality' }
export const support: Voter = { handle: 'support-lead', role: 'Support' }

/** Who decides. */
export const votersOf = (life: Life): readonly [Voter, ...Voter[]] => [
  { handle: securityOf(life), role: 'Security' },
  quality,
  { handle: 'ops-lead', role: 'Operations' },
  { handle: 'payments-lead', role: 'Product' },
]

/** The card of a vote that is open: newer than the last decision, whose own card may not show it yet. */
const card = ({ channel }: Life) =>
  ({ in: channel, on: /^(Vote on|Go for|No-go for) /, label: 'Go' }) as const

const elsewhere = ['card', 'command', 'thread'] as const
const doors = ['direct message', ...elsewhere] as const

/** A go through any door, sometimes with a double click. */
export function saysGo(life: Life, voter: Voter) {
  return through(life, voter, life.way(doors, `door of ${voter.role}`))
}

/** The same from somebody who was against it: the question in their direct message is another one. */
export function saysGoAfterAll(life: Life, voter: Voter) {
  return through(life, voter, life.way(elsewhere, `door of ${voter.role}`))
}

async function through(life: Life, { handle, role }: Voter, door: (typeof doors)[number]) {
  const { hands, channel, expected } = life
  const twice = life.happens(0.2, `${handle} clicks twice`)
  const ask = life.saying('^Your (vote|advice) .* on key')
  const ways = {
    card: () => hands.press(handle, card(life), { twice }),
    'direct message': () => hands.press(handle, { in: '@shipshape', on: ask, label: 'Go' }, { twice }),
    command: () => hands.run(handle, '/release go', channel),
    thread: () => hands.reply(handle, card(life), 'go'),
  }
  expected.ballot(role, 'go', handle)
  await ways[door]()
}

export async function refuses(life: Life, { handle, role }: Voter) {
  life.expected.ballot(role, 'no-go', handle)
  life.expected.message('vote-no-go', 'rm')
  await life.hands.reply(handle, card(life), 'no-go: errors in the logs')
}

export function expectVote({ expected }: Life) {
  expected.message('vote-card')
  expected.message('vote-ask', 'sec-lead', 'sec-second', 'qa-lead', 'ops-lead', 'payments-lead')
  expected.message('vote-ask', 'support-lead')
}

export async function expectDecision({ hands, channel, expected }: Life, outcome: 'Go' | 'No-go') {
  expected.message('vote-decided')
  expected.message('news')
  await hands.waits('rm', { in: channel, on: new RegExp(`^${outcome} for `) })
}

/** Another revision of api goes out, which is verified again. */
export async function revises({ hands, channel, version }: Life) {
  await hands.run('api-owner', `/release scope api ${version}`, channel)
  await hands.run('api-owner', '/release ready 1 done', channel)
}

/** Everyone says go to what is asked once more. */
export async function votesAgain(life: Life) {
  expectVote(life)
  await life.hands.waits('rm', card(life))
  await Promise.all(votersOf(life).map((voter) => saysGo(life, voter)))
  await expectDecision(life, 'Go')
}
