import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { Rejection } from '../../src/errors.ts'
import { failureMessage, failureOf } from '../../src/slack/failure.ts'
import { buttonsOf, shown } from '../shown.ts'

const attempt = { act: 'command go', workspace: 'T1', person: 'U1', channel: 'C1' }
let logged: Record<string, unknown>[]
const log = pino({ level: 'info' }, { write: (line) => logged.push(JSON.parse(line)) })
const failure = (error: unknown) => failureOf({ log }, error, attempt)

beforeEach(() => {
  logged = []
})

describe('a rule’s no', () => {
  test('is passed on as it was said, and logged as nothing unusual', () => {
    const offers = [{ label: 'Show it', run: 'status' }]
    const told = failure(new Rejection('No vote is open.', { field: 'why', offers }))
    expect(told).toEqual({ kind: 'refused', text: 'No vote is open.', field: 'why', offers })
    expect(logged).toMatchObject([{ level: 30, ...attempt, said: 'No vote is open.' }])
  })

  test('shows its offers as buttons, each with the words it runs as Slack would send them', () => {
    const answer = failureMessage({
      text: 'Which?',
      field: undefined,
      offers: [
        { label: 'payments-2.4.0', run: 'hold payments-2.4.0 <5ms & worse' },
        { label: 'dba', run: 'ready 4 give @dba', sent: 'ready 4 give <@U1>' },
      ],
    })
    expect(buttonsOf(answer)).toEqual(['payments-2.4.0', 'dba'])
    expect(JSON.stringify(answer.blocks)).toContain('hold payments-2.4.0 &lt;5ms &amp; worse')
    expect(JSON.stringify(answer.blocks)).toContain('ready 4 give <@U1>')
  })

  test('keeps an offer whose words no button can carry to itself', () => {
    const offers = [{ label: 'no-go', run: `no-go ${'why '.repeat(600)}` }]
    const answer = failureMessage({ text: 'Did you mean no-go?', field: undefined, offers })
    expect(shown(answer)).toBe('Did you mean no-go?')
  })
})

test('what breaks is told with a reference under which the log has all of it', () => {
  const broken = new Error('connection lost')
  const { text, offers } = failure(broken)
  const ref = /^Something broke on our side \(ref ([2-9A-HJ-NP-Z]{4})\)\. Nothing was lost\.$/.exec(text)?.[1]
  expect(ref).toBeDefined()
  expect(offers).toEqual([])
  expect(logged).toMatchObject([{ level: 50, ...attempt, ref, err: { message: 'connection lost' } }])
})
