import type { Button, KnownBlock } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { openAsk, stepAsk } from '../../src/execution/asks.ts'
import { drawRun } from '../../src/execution/card.ts'
import { openValue } from '../../src/execution/contract.ts'
import { execution } from '../../src/execution/feature.ts'
import { failedView, fixView, narrowView, rollBackView } from '../../src/execution/forms.ts'
import { theStep } from '../../src/execution/guards.ts'
import { narrowedNotice, stepFailedNotice } from '../../src/execution/notices.ts'
import { drawPlan } from '../../src/execution/planned-run.ts'
import { earlyQuestion, rollBackQuestion, startQuestion } from '../../src/execution/questions.ts'
import { openShown } from '../../src/execution/receipts.ts'
import { releases } from '../../src/releases/feature.ts'
import { reviews } from '../../src/reviews/feature.ts'
import type { Message } from '../../src/slack/blocks.ts'
import { checkAsk, checkFailedNotice } from '../../src/verification/asks.ts'
import { drawChecks } from '../../src/verification/card.ts'
import { verification } from '../../src/verification/feature.ts'
import { failedView as failedCheckView, incidentView } from '../../src/verification/forms.ts'
import { incidentFrom, reportIncident } from '../../src/verification/incidents.ts'
import { incidentReceipt, incidentsShown } from '../../src/verification/receipts.ts'
import { verificationSummary } from '../../src/verification/summary.ts'
import { actor, berlin, givenFacts, people } from '../given.ts'
import { fails, passing } from '../verification/given-verification.ts'
import {
  atStepFour,
  deployed,
  does,
  drawn,
  failed,
  givenCleared,
  live,
  narrowed,
  onHold,
  openToTen,
} from './given-execution.ts'

const facts = givenFacts()
const now = berlin('1 Dec 20:20')
const heard = [execution, verification, releases, reviews]
const withIncident = does(live(), '2 Dec 16:00', people.rm, (release, known, at) =>
  reportIncident(release, known, at, actor(people.rm), incidentFrom(narrowed(), 3, berlin('2 Dec 15:59'))),
)
const [incident = expect.fail('no incident was told')] = withIncident.verification.incidents

const messages: Record<string, Message> = {
  'the run-of-show at a step': drawRun(atStepFour(), facts, now),
  'the run-of-show at a failed step': drawRun(failed(), facts, now),
  'the run-of-show while it is watched': drawRun(openToTen(), facts, now),
  'the run-of-show on hold': drawRun(onHold(openToTen()), facts, now),
  'the run-of-show once everyone has it': drawRun(live(), facts, now),
  'the plan': drawPlan(givenCleared(), facts, now, people.rm),
  'who has it': openShown({ release: openToTen(), facts, now }),
  'the ask for a step': drawn(stepAsk, atStepFour(), { key: '4' }),
  'the ask to open': drawn(openAsk, deployed(), { key: '0' }),
  trouble: drawn(narrowedNotice, narrowed(), { key: '3' }),
  'a failed step': drawn(stepFailedNotice, failed(), { key: '4.1' }),
  'the question before the start': startQuestion(givenCleared(), facts, now),
  'the question before opening early': earlyQuestion(openToTen(), facts, now, 100),
  'the question before rolling back': rollBackQuestion(openToTen(), facts, 'why'),
  'the checks': drawChecks(live(), facts),
  'the ask for checks': drawn(checkAsk, live(), { key: '1:x', person: people.dba }),
  'a failed check': drawn(checkFailedNotice, fails(live(), 4), { key: '4.1' }),
  'the summary': drawn(verificationSummary, passing(live(), 1, 2, 3, 4, 5), { key: '1' }),
  'an incident': incidentReceipt(withIncident, facts, { ...incident, caused: 'unsure' }),
  'all incidents': incidentsShown(withIncident, facts),
}

function buttonsIn({ blocks }: Message): Button[] {
  return blocks.flatMap((block: KnownBlock) => {
    if (block.type === 'section') return block.accessory?.type === 'button' ? [block.accessory] : []
    if (block.type !== 'actions') return []
    return block.elements.filter((element) => element.type === 'button')
  })
}

describe('what is drawn is heard', () => {
  test.each(Object.entries(messages))('every button of %s', (_, message) => {
    const buttons = buttonsIn(message)
    expect(buttons.length).toBeGreaterThan(0)
    for (const { action_id, value } of buttons) {
      const action = heard
        .flatMap((one) => one.actions ?? [])
        .find((one) => one.id === action_id?.split(':')[0])
      expect(action?.value.safeParse(JSON.parse(value ?? '{}')).success, action_id).toBe(true)
    }
  })

  test.each([
    failedView(atStepFour(), theStep(atStepFour(), 4)),
    narrowView(openToTen()),
    rollBackView(openToTen(), facts),
    fixView(openToTen()),
    failedCheckView(live()) ?? expect.fail('no check can fail'),
    incidentView(live(), incident, 1),
  ])('every form: $title.text', ({ callback_id, private_metadata }) => {
    const form = heard.flatMap((one) => one.forms ?? []).find((one) => one.id === callback_id)
    expect(form?.metadata.safeParse(JSON.parse(private_metadata ?? '{}')).success).toBe(true)
  })

  test('a button that cuts nothing short needs not say so', () => {
    expect(openValue.parse({ release: 'r1', share: 10 })).toEqual({
      release: 'r1',
      share: 10,
      cutShort: null,
    })
  })

  test('at most four stand in a row', () => {
    for (const message of Object.values(messages))
      for (const block of message.blocks)
        if (block.type === 'actions') expect(block.elements.length).toBeLessThanOrEqual(4)
  })
})
