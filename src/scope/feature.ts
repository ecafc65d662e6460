import type { Feature } from '../feature.ts'
import { evolveScope } from './scope.ts'
import * as slack from './slack.ts'
import { scopePart, writeScope } from './store.ts'
import { tellsScope } from './tells.ts'

/** What a release brings: revisions, changes, flags, and how it reaches users. */
export const scope: Feature = {
  name: 'scope',
  part: scopePart,
  evolve: evolveScope,
  write: writeScope,
  tells: tellsScope,
  commands: [slack.scopeCommand],
  actions: [slack.showPressed, slack.editPressed],
  forms: [slack.scopeSubmitted],
}
