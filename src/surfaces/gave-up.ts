import { z } from 'zod'
import type { Feature } from '../feature.ts'
import { headline, md, message, section } from '../slack/blocks.ts'
import type { OfRelease } from './surface.ts'

export const gaveUpParams = z.object({ job: z.string(), ref: z.string() })

/** What each job is for, as the person knows it who runs the release. */
const works: Readonly<Record<string, string>> = {
  draw: 'not every message could be brought up to date',
  provision: 'its channel could not be made ready',
  topic: 'its channel has an old topic',
  archive: 'its channel could not be archived',
  look: 'what is due could not be done',
}

/** Tells the release manager, once for each kind of work, what was tried until there were no tries left. */
export const gaveUpNotice: OfRelease = {
  kind: 'gave-up',
  place: { in: 'direct message' },
  priority: 3,
  once: true,
  draw: ({ release, facts, params }) => {
    const { job, ref } = gaveUpParams.parse(params)
    const news = md`${release.key}: ${works[job] ?? 'something that follows a change was not done'}`
    const why = md`Every try failed (ref ${ref}). Nothing that people said was lost. Whoever operates Shipshape finds why in its log.`
    return message(news, [headline(news), section(why)], facts.product.zone)
  },
}

/** Work that failed for good has somebody who knows. */
export const gaveUp: Feature = { name: 'gave up', surfaces: [gaveUpNotice] }
