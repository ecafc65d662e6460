import { md, when } from '../slack/blocks.ts'
import type { Tellers } from '../timeline/telling.ts'

export const tellsReminders: Tellers = {
  targetApproaching: ({ target }, release, { people, product: { zone } }) => {
    const manager = people.get(release.manager)?.name ?? 'the release manager'
    return { unnamed: md`${manager} was reminded of ${when(new Date(target), zone)}` }
  },
}
