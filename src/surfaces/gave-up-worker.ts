import { z } from 'zod'
import type { Job } from '../jobs/job.ts'
import { askedInstead } from '../people/permissions.ts'
import { readRelease } from '../releases/meant.ts'
import { isRelease, lockReleases } from '../releases/store.ts'
import { gaveUpNotice } from './gave-up.ts'
import { wantSurfaces } from './store.ts'

const ofRelease = z.object({ workspace: z.string(), release: z.string().min(1) })

/** A job that, when all its tries are used up, tells whoever runs the release that it was for. */
export const tellingManager = (job: Job): Job => ({
  ...job,
  gaveUp: async (ctx, payload, ref) => {
    await job.gaveUp?.(ctx, payload, ref)
    const named = ofRelease.safeParse(payload).data
    const read = named && (await readRelease(ctx, { workspace: named.workspace, id: named.release }))
    if (!read) return
    const params = { job: job.name, ref }
    const post = {
      post: gaveUpNotice.kind,
      key: job.name,
      person: askedInstead(read.release, read.facts),
      params,
    }
    await ctx.db.transaction(async (tx) => {
      await lockReleases(tx, isRelease(read.ref))
      await wantSurfaces(tx, read.ref, [post])
      await ctx.jobs.enqueue(tx, [{ job: 'draw', payload: named }])
    })
  },
})
