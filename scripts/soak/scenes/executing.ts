import type { Life } from '../life.ts'
import { goes, type Scene, ships } from '../scene.ts'

const steps = [
  { number: 1, handle: 'support-lead' },
  { number: 2, handle: 'ops-oncall' },
  { number: 3, handle: 'ops-oncall' },
] as const

/** A step, when it is its turn: from the ask in the thread, from the card, or by command. */
async function does(life: Life, { number, handle }: (typeof steps)[number]) {
  const { hands, channel } = life
  const label = `${number} done`
  const asked = { in: channel, on: new RegExp(`: ${number} .* is yours now`), label }
  const card = { in: channel, on: new RegExp(`: step ${number} of `), label }
  const twice = life.happens(0.2, `step ${number} twice`)
  life.expected.message('step-ask')
  await hands.waits(handle, card)
  const ways = {
    ask: () => hands.press(handle, asked, { twice }),
    card: () => hands.press(handle, card, { twice }),
    command: () => hands.run(handle, `/release step ${number} done`, channel),
  }
  await ways[life.way(['ask', 'card', 'command'] as const, `way of step ${number}`)]()
}

/** Between two steps it stands still, until the release manager lets it go on. */
async function isHeld({ hands, channel, saying, expected }: Life) {
  expected.message('held')
  expected.message('news')
  await hands.run('ops-oncall', '/release hold errors in the logs', channel)
  await hands.press('rm', { in: channel, on: saying('^key is on hold'), label: 'Resume' })
}

async function opens({ hands, channel, expected }: Life, share: string) {
  expected.message('open-ask')
  const asked = { in: channel, on: new RegExp(`Open to ${share}\\?`), label: `Open to ${share}` }
  await hands.press('payments-lead', asked)
}

/** Nobody has it for a moment. */
async function isNarrowed({ hands, channel, saying, expected }: Life) {
  expected.message('narrowed')
  await hands.run('ops-oncall', '/release open nobody errors in the logs', channel)
  await hands.waits('payments-lead', { in: channel, on: saying('^key narrowed to nobody') })
  await hands.confirm('payments-lead', '/release open 10%', channel, 'Open to 10 %')
}

/** Whoever was to open it further need not. */
async function isRolledBack({ hands, channel, expected }: Life) {
  for (const kind of ['open-ask', 'rolled-back', 'news']) expected.message(kind)
  await hands.waits('ops-oncall', { in: channel, on: /Open to everyone\?/ })
  await hands.confirm('ops-oncall', '/release rollback a refund was paid twice', channel, 'Roll back')
}

export const executing: readonly Scene[] = [
  { day: 2, at: '15:00', title: 'the morning in New York' },
  {
    day: 2,
    at: '15:05',
    title: 'start and steps',
    when: goes,
    play: async (life) => {
      const { hands, channel, expected, fate } = life
      expected.message('run-of-show')
      await hands.confirm('rm', '/release start', channel, 'Start it')
      const [first, ...others] = steps
      await does(life, first)
      if (fate.held) await isHeld(life)
      for (const step of others) await does(life, step)
    },
  },
  {
    day: 2,
    at: ({ opening }) => opening(16, '00'),
    title: 'open to some',
    when: goes,
    play: async (life) => {
      await opens(life, '10 %')
      if (life.fate.narrowed) await isNarrowed(life)
    },
  },
  {
    day: 2,
    at: ({ opening }) => opening(17, '05'),
    title: 'rolled back',
    when: ({ fate }) => !fate.cancelled && fate.rolledBack,
    play: isRolledBack,
  },
  {
    day: 2,
    at: ({ opening }) => opening(17, '05'),
    title: 'live for everyone',
    when: ships,
    play: (life) => {
      const { expected } = life
      for (const kind of ['live', 'news', 'verification-card']) expected.message(kind)
      expected.message('check-ask', 'qa-lead', 'dba')
      return opens(life, 'everyone')
    },
  },
]
