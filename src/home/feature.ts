import type { Feature } from '../feature.ts'
import { checkCommand, helpCommand } from './help-slack.ts'
import { homeVisited, mineCommand } from './home-slack.ts'
import { mentionHeard } from './mention-slack.ts'
import { whoseListChanged } from './mine.ts'
import { homeJob, homesJob } from './worker.ts'

/** What waits for me, over everything that these features do: `/release` alone, help, mentions and the Home tab. */
export const homeOver = (features: readonly Feature[]): Feature => ({
  name: 'home',
  react: (change) => {
    const people = whoseListChanged(features, change)
    const payload = { workspace: change.after.workspace, people }
    return people.length > 0 ? [{ job: homesJob.name, payload }] : []
  },
  commands: [mineCommand, helpCommand, checkCommand],
  events: [homeVisited, mentionHeard],
  jobs: [homeJob, homesJob],
})
