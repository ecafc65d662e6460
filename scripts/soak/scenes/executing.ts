import type { Life } from '../life.ts'
import type { Scene } from '../scene.ts'

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

async function opens({ hands, channel }: Life, share: string) {
  const asked = { in: channel, on: new RegExp(`Open to ${share}\\?`), label: `Open to ${share}` }
  await hands.press('payments-lead', asked)
}

export const executing: readonly Scene[] = [
  { day: 2, at: '15:00', title: 'the morning in New York' },
  {
    day: 2,
    at: '15:05',
    title: 'start and steps',
    play: async (life) => {
      const { hands, channel, expected } = life
      expected.message('run-of-show')
      const question = await hands.run('rm', '/release start', channel)
      await hands.answer('rm', question.first, 'Start it')
      for (const step of steps) await does(life, step)
    },
  },
  {
    day: 2,
    at: '16:00',
    title: 'open to some',
    play: (life) => {
      life.expected.message('open-ask')
      return opens(life, '10 %')
    },
  },
  {
    day: 2,
    at: '17:05',
    title: 'live for everyone',
    play: (life) => {
      const { expected } = life
      for (const kind of ['open-ask', 'live', 'news', 'verification-card']) expected.message(kind)
      expected.message('check-ask', 'qa-lead', 'dba')
      return opens(life, 'everyone')
    },
  },
]
