import { describe, expect, test } from 'vitest'
import { features } from '../../src/app.ts'
import { allForms } from '../../src/home/forms.ts'
import { drawEverydayHelp, drawEverything, drawHelp } from '../../src/home/help.ts'
import { waitingIn } from '../../src/home/mine.ts'
import { waitingItems } from '../../src/readiness/waiting.ts'
import { misfits } from '../../src/slack/fits.ts'
import { berlin, givenFacts, people } from '../given.ts'
import { givenListed } from '../readiness/given-readiness.ts'
import { shown } from '../shown.ts'
import { lateRehearsal } from './given-list.ts'

const commands = features.flatMap((feature) => feature.commands ?? [])
const zone = 'Europe/Berlin'
const threads = 'Threads take no commands: reply there, or use the buttons. Everything: /release help all'

function helpFor(person: string) {
  const known = { release: givenListed(), facts: givenFacts() }
  const now = berlin('25 Nov 10:00')
  const mine = waitingIn([{ waiting: waitingItems }], known, now).filter((one) => one.person === person)
  return drawHelp(commands, { ...known, person, mine, now, endedBy: null }, zone)
}

describe('help in a release’s channel', () => {
  test('is the state and your part, then what can be typed, with your number', () => {
    expect(shown(helpFor(people.dba))).toBe(
      [
        '*payments-2.4.0 is preparing, 9 of 9 open, 1 late. Yours: 4 Rehearse the rollback, late; 5 Migration on a copy.*',
        '/release ready 4 done &lt;link or note&gt;',
        '/release ready 4 blocked &lt;why&gt;',
        '/release ready',
        threads,
      ].join('\n'),
    )
  })

  test('tells only those who run it what they may do besides', () => {
    const manager = shown(helpFor(people.rm))
    expect(manager).toContain('You run it:\n/release ')
    expect(manager).toContain('/release hold &lt;why&gt;')
    expect(manager.endsWith(threads)).toBe(true)
    expect(shown(helpFor(people.qaLead))).not.toContain('You run it')
    expect(shown(helpFor(people.admin))).toContain('You run it')
  })
})

describe('help elsewhere', () => {
  test('begins with what waits, then the words of every day', () => {
    const drawn = drawEverydayHelp(commands, [lateRehearsal], zone)
    expect(drawn.text).toBe('1 thing waits for you, 1 late')
    expect(shown(drawn)).toContain('[Done]')
    expect(shown(drawn)).toContain('/release list')
    expect(shown(drawn)).not.toContain('/release rollback')
  })
})

describe('help all', () => {
  test('has every form of every command', () => {
    const lines = shown(drawEverything(commands)).split('\n')
    const entities = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const missing = allForms(commands).filter((form) => !lines.includes(entities(`/release ${form}`.trim())))
    expect(missing).toEqual([])
  })

  test('fits into Slack', () => {
    expect(misfits(drawEverything(commands))).toEqual([])
  })
})
