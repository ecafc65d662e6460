import type { Feature } from '../feature.ts'
import { addToTimeline, pagePressed, timelineCommand } from './slack.ts'
import { tellsNotes } from './tells.ts'

/** The record of a release, read by people: what happened, who did it, through which door; with notes of theirs. */
export const timeline: Feature = {
  name: 'timeline',
  tells: tellsNotes,
  commands: [timelineCommand],
  actions: [pagePressed],
  shortcuts: [addToTimeline],
}
