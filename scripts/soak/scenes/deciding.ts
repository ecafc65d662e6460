import type { Life } from '../life.ts'
import type { Scene } from '../scene.ts'

const card = /^Vote on |asks again/

interface Voter {
  readonly handle: string
  readonly role: string
}

/** Who of the two votes for Security. */
export const securityOf = (life: Life) => life.way(['sec-lead', 'sec-second'], 'who votes for Security')

const voters = (life: Life): Voter[] => [
  { handle: securityOf(life), role: 'Security' },
  { handle: 'qa-lead', role: 'Quality' },
  { handle: 'ops-lead', role: 'Operations' },
  { handle: 'payments-lead', role: 'Product' },
]

const elsewhere = ['card', 'command', 'thread'] as const
const doors = ['direct message', ...elsewhere] as const

/** A go through any door, sometimes with a double click. */
async function says(life: Life, { handle, role }: Voter, door: (typeof doors)[number]) {
  const { hands, channel, expected } = life
  const twice = life.happens(0.2, `${handle} clicks twice`)
  const ask = life.saying('^Your (vote|advice) .* on key')
  const ways = {
    card: () => hands.press(handle, { in: channel, on: card, label: 'Go' }, { twice }),
    'direct message': () => hands.press(handle, { in: '@shipshape', on: ask, label: 'Go' }, { twice }),
    command: () => hands.run(handle, '/release go', channel),
    thread: () => hands.reply(handle, { in: channel, on: card }, 'go'),
  }
  expected.ballot(role, 'go', handle)
  await ways[door]()
}

async function refuses({ hands, channel, expected }: Life, { handle, role }: Voter) {
  expected.ballot(role, 'no-go', handle)
  expected.message('vote-no-go', 'rm')
  await hands.reply(handle, { in: channel, on: card }, 'no-go: errors in the logs')
}

export const deciding: readonly Scene[] = [
  {
    day: 2,
    at: '12:00',
    title: 'the vote opens',
    play: ({ expected }) => {
      expected.message('vote-card')
      expected.message(
        'vote-ask',
        'sec-lead',
        'sec-second',
        'qa-lead',
        'ops-lead',
        'payments-lead',
        'support-lead',
      )
    },
  },
  {
    day: 2,
    at: '12:10',
    title: 'everyone answers',
    play: async (life) => {
      const everyone = voters(life)
      const refusing = everyone.filter(({ role }) => life.happens(0.1, `${role} refuses`))
      const advising = life.happens(0.5, 'Support advises')
      await Promise.all([
        ...refusing.map((voter) => refuses(life, voter)),
        advising &&
          says(life, { handle: 'support-lead', role: 'Support' }, life.way(doors, 'door of Support')),
      ])
      // The question in the direct message of somebody who refused is another one.
      const ways = (voter: Voter) => (refusing.includes(voter) ? elsewhere : doors)
      await Promise.all(
        everyone.map((voter) => says(life, voter, life.way(ways(voter), `door of ${voter.role}`))),
      )
      life.expected.message('vote-decided')
      life.expected.message('news')
    },
  },
]
