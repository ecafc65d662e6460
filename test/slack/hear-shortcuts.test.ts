import { afterAll, beforeAll, expect, test } from 'vitest'
import { form, refuse, said } from './echo.ts'
import { type EchoWorld, openEcho } from './echo-world.ts'

let world: EchoWorld
beforeAll(async () => {
  world = await openEcho()
})
afterAll(() => world.close())

const rm = () => world.as('rm')

test('a shortcut is told the message as it was written, by whom, and its address', async () => {
  world.answers(() => said('Taken'))
  const thread = await world.as('qa-lead').say('#releases', 'How is it?')
  const message = await world
    .as('dba')
    .say('#releases', 'green <5ms says @qa-lead: https://ci/812', { thread })
  await rm().shortcut(message, 'Use as evidence')
  expect(await rm().waits('#releases', 'Taken')).toMatchObject({ ephemeral: true })
  expect(world.echo.heard).toEqual([
    {
      pointed: {
        ts: message.ts,
        threadTs: thread.ts,
        text: 'green <5ms says @qa-lead: https://ci/812',
        author: world.as('dba').id,
      },
      permalink: `${world.slack.url}/archives/${message.channel}/p${message.ts.replace('.', '')}`,
      channel: message.channel,
    },
  ])
})

test('it may open a form, or be refused', async () => {
  const message = await rm().say('#releases', 'green')
  world.answers(() => form())
  await rm().shortcut(message, 'Use as evidence')
  await (await rm().waitsForModal('Echo')).closeAll()
  world.answers(refuse('Which release?'))
  await rm().shortcut(message, 'Use as evidence')
  await rm().waits('#releases', 'Which release?')
})

test('one that nobody knows any more is told so', async () => {
  const message = await rm().say('#releases', 'green')
  await rm().shortcut(message, 'Add to timeline')
  await rm().waits('#releases', 'I do not know that shortcut any more.')
})
