import type { Feature } from '../feature.ts'
import { checkCommand, helpCommand } from './help-slack.ts'
import { homeVisited, mineCommand } from './home-slack.ts'
import { mentionHeard } from './mention-slack.ts'
import { concernedBy, whoseListChanged } from './mine.ts'
import { whoHasHome } from './store.ts'
import { homeJob } from './worker.ts'

/** What waits for me, over everything that these features do: `/release` alone, help, mentions and the Home tab. */
export const homeOver = (features: readonly Feature[]): Feature => ({
  name: 'home',
  tasks: async (tx, change) => {
    const { workspace } = change.after
    const opened = await whoHasHome(tx, workspace, concernedBy(change))
    const touched = opened.length > 0 ? whoseListChanged(features, change) : []
    const those = opened.filter((person) => touched.includes(person))
    return those.map((person) => ({ job: homeJob.name, payload: { workspace, person } }))
  },
  commands: [mineCommand, helpCommand, checkCommand],
  events: [homeVisited, mentionHeard],
  jobs: [homeJob],
})
