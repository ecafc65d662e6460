import { afterAll, beforeAll, expect, test } from 'vitest'
import { md, modal, section, textInput } from '../../src/slack/blocks.ts'
import type { Modal } from '../workspace/person/modal.ts'
import { breakDown, form, refuse, said } from './echo.ts'
import { type EchoWorld, openEcho } from './echo-world.ts'

let world: EchoWorld
beforeAll(async () => {
  world = await openEcho()
})
afterAll(() => world.close())

const rm = () => world.as('rm')

async function opened(view = form()): Promise<Modal> {
  world.answers(() => view)
  await rm().run('/release status', { in: '#general' })
  const open = await rm().waitsForModal('Echo')
  world.answers(() => undefined)
  return open
}

const why = (id: string, metadata = '{}') =>
  modal({
    form: id,
    title: 'Echo',
    metadata,
    blocks: [textInput({ name: 'why', label: 'Why?', optional: true })],
  })

test('every kind of field reaches the handler, and the form closes when there is nothing to say', async () => {
  const open = await opened()
  await open.fill({
    'Why?': 'a reason\nin two lines',
    'How?': 'Fast',
    'What?': ['Tea'],
    'When?': '2026-12-01T15:00:00Z',
    'Who?': 'dba',
    'Whom?': ['dba', 'qa-lead'],
  })
  await open.submit()
  expect(world.echo.heard).toEqual([
    {
      metadata: { release: 'r1' },
      filled: {
        why: 'a reason\nin two lines',
        how: 'fast',
        what: ['tea'],
        when: Date.parse('2026-12-01T15:00:00Z') / 1000,
        who: world.as('dba').id,
        whom: [world.as('dba').id, world.as('qa-lead').id],
      },
      by: rm().id,
    },
  ])
  expect(() => rm().modal()).toThrow('no modal open')
})

test('what was left empty is nothing', async () => {
  const open = await opened()
  await open.submit()
  const filled = { why: null, how: null, what: [], when: null, who: null, whom: [] }
  expect(world.echo.heard).toMatchObject([{ filled }])
})

test('an answer takes the place of the form', async () => {
  const open = await opened()
  world.answers(() => said('Planned'))
  await open.submit()
  expect((await rm().waitsForModal('Shipshape')).texts).toEqual(['Planned'])
  await rm().modal().closeAll()
})

test.each([
  ['a rule’s no about a field', () => refuse('No such way.', { field: 'how' }), { 'How?': 'No such way.' }],
  ['a rule’s no about no field', () => refuse('Only dba does that.'), { 'Why?': 'Only dba does that.' }],
  [
    'what breaks',
    () => breakDown,
    { 'Why?': expect.stringMatching(/^Something broke on our side \(ref \w{4}\)\. Nothing was lost\.$/) },
  ],
])('%s stands beside an input, and what was typed stays', async (_, answer, errors) => {
  const open = await opened()
  await open.fill({ 'Why?': 'a long thought', 'How?': 'Fast' })
  world.answers(answer())
  await open.submit()
  expect(open.errors).toEqual(errors)
  expect(open.fields).toMatchObject({ 'Why?': 'a long thought', 'How?': 'Fast' })
  world.answers(() => undefined)
  await open.submit()
  expect(world.echo.heard).toMatchObject([{ filled: { why: 'a long thought', how: 'fast' } }])
})

test('a field that its schema refuses is told with the right form', async () => {
  const open = await opened(why('echo.strict'))
  await open.submit()
  expect(open.errors).toEqual({ 'Why?': 'Why? Like: checkout is red' })
  await open.closeAll()
})

test.each([
  ['nobody knows any more', why('echo.gone')],
  ['was opened by another version', why('echo.form', '{"was":"otherwise"}')],
])('a form that %s is told so', async (_, view) => {
  const open = await opened(view)
  await open.fill({ 'Why?': 'a long thought' })
  await open.submit()
  expect(open.errors).toEqual({ 'Why?': 'This form is out of date. Copy what you wrote, and open it again.' })
  expect(open.fields['Why?']).toBe('a long thought')
  await open.closeAll()
})

test('one without inputs says in their place why nothing was done', async () => {
  const open = await opened(
    modal({ form: 'echo.bare', title: 'Echo', submit: 'Do it', blocks: [section(md`Sure?`)] }),
  )
  world.answers(refuse('Only dba does that.'))
  await open.submit()
  expect((await rm().waitsForModal('Shipshape')).texts).toEqual(['Only dba does that.'])
  await rm().modal().closeAll()
})
