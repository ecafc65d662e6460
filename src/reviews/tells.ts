import { nameOf } from '../people/permissions.ts'
import { day, md, when } from '../slack/blocks.ts'
import type { Tellers } from '../timeline/telling.ts'
import type { Relation } from './reviews.ts'

export const tellsReviews: Tellers = {
  reviewStarted: ({ closes, asked }, _release, { product: { zone } }) =>
    md`started the review: ${asked.length} asked, until ${when(new Date(closes), zone)}`,
  // What people think of it is asked without their name being shown.
  rated: ({ relation }) => ({ unnamed: md`somebody ${who[relation]} rated it` }),
  reviewClosed: () => md`closed the review`,
  attentionCounted: ({ pings, people }) => md`counted ${pings} pings, ${people} people`,
  actionAdded: ({ number, what, owner, due }, _release, facts) => {
    const until = day(new Date(due), facts.product.zone)
    return md`added action ${number}, ${what}, for ${nameOf(facts, owner)} by ${until}`
  },
  actionDone: ({ number }, { review }) => {
    const action = review.actions.find((one) => one.number === number)
    return md`finished action ${number}${action && md`, ${action.what}`}`
  },
}

const who: Readonly<Record<Relation, string>> = {
  did: 'who did it',
  receives: 'who receives it',
  uses: 'who uses it',
}
