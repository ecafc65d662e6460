import type { Changed, Effect, Feature } from '../feature.ts'
import { dueToAsk, wakesToAsk } from './asking.ts'
import { openAsk, stepAsk } from './asks.ts'
import { runOfShow } from './card.ts'
import { evolveExecution } from './events.ts'
import { liveNotice, narrowedNotice, rolledBackNotice, stepFailedNotice } from './notices.ts'
import * as opening from './opening-slack.ts'
import { currentStep, lastExposure, stepNumbered } from './progress.ts'
import * as starting from './starting-slack.ts'
import * as stepping from './stepping-slack.ts'
import { executionPart, writeExecution } from './store.ts'
import { tellsExecution } from './tells.ts'
import * as undoing from './undoing-slack.ts'
import { waitingExecution } from './waiting.ts'

/** From the start to live for everyone: the steps, who has it, and the ways back. */
export const execution: Feature = {
  name: 'execution',
  part: executionPart,
  evolve: evolveExecution,
  write: writeExecution,
  tells: tellsExecution,
  react: posts,
  due: dueToAsk,
  wakes: wakesToAsk,
  waiting: waitingExecution,
  commands: [starting.startCommand, stepping.stepCommand, opening.openCommand, undoing.rollBackCommand],
  actions: [
    starting.startAsked,
    starting.startConfirmed,
    stepping.donePressed,
    stepping.failedPressed,
    stepping.retryPressed,
    stepping.takePressed,
    opening.openPressed,
    opening.narrowPressed,
    undoing.rollBackPressed,
    undoing.rollBackConfirmed,
    undoing.fixPressed,
  ],
  forms: [stepping.failedSubmitted, opening.narrowSubmitted, undoing.rollBackSubmitted, undoing.fixSubmitted],
  surfaces: [runOfShow, stepAsk, openAsk, stepFailedNotice, narrowedNotice, rolledBackNotice, liveNotice],
}

/** What posts anew; everything else is an edit of what stands there already. */
function posts(change: Changed): Effect[] {
  const exposure = String(lastExposure(change.after)?.number ?? 0)
  const posted = change.events.flatMap((event): Effect[] => {
    switch (event.type) {
      case 'releaseStarted':
        return [{ post: runOfShow.kind, key: '' }]
      case 'stepFailed': {
        const failures = stepNumbered(change.after, event.number)?.failures ?? 1
        return [{ post: stepFailedNotice.kind, key: `${event.number}.${failures}` }]
      }
      case 'openingAsked':
        return [{ post: openAsk.kind, key: String(event.exposure) }]
      case 'narrowed':
        return [{ post: narrowedNotice.kind, key: exposure }]
      case 'liveForEveryone':
        return [{ post: liveNotice.kind, key: String(event.seq) }]
      case 'releaseRolledBack':
        return [{ post: rolledBackNotice.kind, key: '' }]
      default:
        return []
    }
  })
  return [...posted, ...stepAsked(change)]
}

/** The owner of a step is pinged once, when it becomes the current one. */
function stepAsked({ before, after, events }: Changed): Effect[] {
  const step = currentStep(after)
  const isNew = step !== null && (before === null || currentStep(before)?.number !== step.number)
  if (!isNew || step.kind === 'open') return []
  const by = events.at(-1)?.by.person ?? null
  return [{ post: stepAsk.kind, key: String(step.number), params: { by } }]
}
