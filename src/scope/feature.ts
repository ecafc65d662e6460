import type { Feature } from '../feature.ts'
import { evolveScope } from './scope.ts'
import { scopePart, writeScope } from './store.ts'

/** What a release brings: components with revisions, changes, flags, exposure plan. */
export const scope: Feature = {
  name: 'scope',
  part: scopePart,
  evolve: evolveScope,
  write: writeScope,
}
