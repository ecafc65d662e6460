import type { Life } from '../life.ts'
import type { Scene } from '../scene.ts'
import {
  expectDecision,
  expectVote,
  quality,
  refuses,
  revises,
  saysGo,
  saysGoAfterAll,
  support,
  type Voter,
  votersOf,
  votesAgain,
} from './voting.ts'

/** Some change their minds; in a life that is refused Security does not before the vote closes. */
async function firstVote(life: Life) {
  const [security, ...others] = votersOf(life)
  const isAgainst = ({ role }: Voter) => life.happens(0.1, `${role} is against it`)
  const all = [security, ...others]
  const against = all.filter((voter) => isAgainst(voter) || (life.fate.refused && voter === security))
  await Promise.all([
    ...against.map((voter) => refuses(life, voter)),
    life.happens(0.5, 'Support advises') && saysGo(life, support),
  ])
  const isRevised = life.fate.revised === 'while it is asked' && !isAgainst(quality)
  if (isRevised) await askedAgain(life)
  const going = all.filter((voter) => !(isRevised && voter === quality))
  const saying = (voter: Voter) =>
    against.includes(voter) ? saysGoAfterAll(life, voter) : saysGo(life, voter)
  await Promise.all(going.filter((one) => !(life.fate.refused && one === security)).map(saying))
}

/** Whoever said go before a revision is asked whether they still do. */
async function askedAgain(life: Life) {
  const { hands, expected, key } = life
  const { role, handle } = quality
  await saysGo(life, quality)
  await revises(life)
  expected.message('vote-again', handle)
  expected.ballot(role, 'go', handle)
  await hands.press(handle, { in: '@shipshape', on: /Still go\?$/, about: key, label: 'Still go' })
}

/** What was decided on is not what would go any more. */
async function losesItsGo(life: Life) {
  life.expected.message('vote-lost')
  await revises(life)
  await votesAgain(life)
}

async function cancels({ hands, channel, expected }: Life) {
  expected.message('news')
  await hands.confirm('rm', '/release cancel merged into the next one', channel, 'Cancel it')
}

async function movesByAnHour(life: Life) {
  const { hands, channel, expected } = life
  expected.message('moved')
  expected.message('news')
  const target = `${life.date(2)} ${life.opening(16, '00')}`
  await hands.confirm('rm', `/release move ${target} because errors in the logs`, channel, 'Move it')
}

export const deciding: readonly Scene[] = [
  { day: 2, at: '12:00', title: 'the vote opens', play: expectVote },
  {
    day: 2,
    at: '12:10',
    title: 'everyone answers',
    play: async (life) => {
      await firstVote(life)
      if (life.fate.refused) return
      await expectDecision(life, 'Go')
      if (life.fate.revised === 'after the go') await losesItsGo(life)
      if (life.fate.cancelled) await cancels(life)
    },
  },
  {
    day: 2,
    at: '15:00',
    title: 'a vote closes with a no-go',
    when: ({ fate }) => fate.refused,
    play: async (life) => {
      await expectDecision(life, 'No-go')
      await movesByAnHour(life)
      await votesAgain(life)
    },
  },
]
