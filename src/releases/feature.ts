import type { Changed, Effect, Feature } from '../feature.ts'
import { announcement } from './announcement.ts'
import { dueToPrepare, evolveLifecycle, preparingBegins } from './lifecycle.ts'
import { listCommand, showPressed, statusCommand } from './looking-slack.ts'
import { menuPicked } from './menu-slack.ts'
import { isNews, newsReply } from './news.ts'
import { heldNotice, movedNotice } from './notices.ts'
import { targetsPart, writeTargets } from './plan-store.ts'
import { evolvePlanning } from './planning.ts'
import { newCommand, openPlanAction, planSubmitted } from './planning-slack.ts'
import type { Recorded, Release } from './release.ts'
import { statusCard } from './status-card.ts'
import * as steering from './steering-slack.ts'
import { tellsReleases } from './tells.ts'

/** A release's life from plan to end: planning it, moving, holding, cancelling, and its two lasting cards. */
export const releases: Feature = {
  name: 'releases',
  part: targetsPart,
  evolve: { ...evolvePlanning, ...evolveLifecycle },
  write: writeTargets,
  tells: tellsReleases,
  react: posts,
  due: dueToPrepare,
  wakes: (release, facts) => (release.state === 'planned' ? [preparingBegins(release, facts)] : []),
  commands: [
    newCommand,
    statusCommand,
    listCommand,
    steering.moveCommand,
    steering.holdCommand,
    steering.resumeCommand,
    steering.cancelCommand,
  ],
  actions: [
    openPlanAction,
    menuPicked,
    showPressed,
    steering.openMove,
    steering.moveConfirmed,
    steering.kept,
    steering.cancelConfirmed,
    steering.openHold,
    steering.resumePressed,
  ],
  forms: [planSubmitted, steering.moveSubmitted, steering.holdSubmitted],
  surfaces: [announcement, statusCard, movedNotice, heldNotice, newsReply],
}

function posts({ after, events }: Changed): Effect[] {
  return events.flatMap((event): Effect[] => {
    const key = String(event.seq)
    const news = isNews(event) ? [{ post: newsReply.kind, key, params: { type: event.type } }] : []
    return [...news, ...lasting(event, key, after)]
  })
}

function lasting({ type, at, by }: Recorded, key: string, { manager }: Release): Effect[] {
  if (type === 'releasePlanned') return [{ post: announcement.kind, key: '' }]
  if (type === 'preparingBegan') return [{ post: statusCard.kind, key: '' }]
  if (type === 'targetMoved') return [{ post: movedNotice.kind, key }]
  if (type === 'releaseHeld')
    return [{ post: heldNotice.kind, key, params: { since: at.getTime(), by: by.person ?? manager } }]
  return []
}
