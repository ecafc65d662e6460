import { md, quoted, when } from '../slack/blocks.ts'
import type { Tellers } from '../timeline/telling.ts'

export const tellsReleases: Tellers = {
  releasePlanned: ({ target, intent }, _release, { product: { zone } }) =>
    md`planned it for ${when(new Date(target), zone)}${intent && md`: ${quoted(intent)}`}`,
  modelChosen: ({ model, version, recommended }) =>
    md`chose model ${model} ${version}, ${model === recommended ? 'as recommended' : `not ${recommended}`}`,
  targetMoved: ({ from, to, why }, _release, { product: { zone } }) => {
    const [before, now] = [when(new Date(from), zone), when(new Date(to), zone)]
    return md`moved it from ${before} to ${now}${why && md`: ${quoted(why)}`}`
  },
  preparingBegan: () => ({ unnamed: md`preparing began` }),
  releaseHeld: ({ why }) => md`held it: ${quoted(why)}`,
  releaseResumed: () => md`resumed it`,
  releaseCancelled: ({ why }) => md`cancelled it: ${quoted(why)}`,
}
