import type { View } from '@slack/types'
import { named } from '../blocks/controls.ts'
import { currentState } from '../blocks/values.ts'
import type { StateValues } from '../protocol.ts'
import { freshId, secret } from './ids.ts'
import { Refusal } from './refusal.ts'
import type { OpenView } from './shapes.ts'
import type { World } from './world.ts'

const DEEPEST = 3

/** The open modals of one person, bottom first. */
export function stackOf(world: World, user: string): OpenView[] {
  return world.modals.get(user) ?? []
}

/** Opens a modal in place of whatever the person had open. */
export function openModal(world: World, user: string, view: View, here?: string): OpenView {
  const opened = { ...newView(world, user, view), ...(here && { here }) }
  world.modals.set(user, [opened])
  world.changed()
  return opened
}

export function pushModal(world: World, user: string, view: View): OpenView {
  const stack = stackOf(world, user)
  const [root] = stack
  if (!root) throw new Refusal('not_found')
  if (stack.length >= DEEPEST) throw new Refusal('push_limit_reached')
  const { id, here } = root
  const place = { root: id, previous: stack.at(-1)?.id ?? null, ...(here && { here }) }
  const pushed = { ...newView(world, user, view), ...place }
  world.modals.set(user, [...stack, pushed])
  world.changed()
  return pushed
}

export function publishHome(world: World, user: string, view: View, hash?: string): OpenView {
  const current = world.homes.get(user)
  if (current) return replaceView(world, current, view, hash)
  const home = newView(world, user, view)
  world.homes.set(user, home)
  world.changed()
  return home
}

/** Draws a view anew under the same id; with a hash, only when it is still the one last drawn. */
export function replaceView(world: World, open: OpenView, view: View, hash?: string): OpenView {
  if (hash !== undefined && hash !== open.hash) throw new Refusal('hash_conflict')
  uniqueExternalId(world, view, open)
  Object.assign(open, { view: withIds(view), hash: freshHash(world), errors: {} })
  delete open.trouble
  world.changed()
  return open
}

export function findView(
  world: World,
  by: { id?: string | undefined; externalId?: string | undefined },
): OpenView {
  const found = allViews(world).find((one) =>
    by.id ? one.id === by.id : one.view.external_id === by.externalId,
  )
  if (!found || !(by.id || by.externalId)) throw new Refusal('not_found')
  return found
}

/** Closes one modal; the one below it shows again. */
export function closeModal(world: World, open: OpenView): void {
  world.modals.set(
    open.user,
    stackOf(world, open.user).filter((one) => one !== open),
  )
  world.changed()
}

export function closeAllModals(world: World, user: string): void {
  world.modals.delete(user)
  world.changed()
}

/** What its controls hold, with what the person has entered so far. */
export function stateOf({ view, here }: OpenView, touched: StateValues): StateValues {
  return currentState(view.blocks, touched, here)
}

/** A view as Slack sends it, with what the person has entered so far. */
export function wireView(world: World, open: OpenView, touched: StateValues = {}) {
  const { app, team } = world
  return {
    title: null,
    submit: null,
    close: null,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    ...open.view,
    id: open.id,
    team_id: team.id,
    state: { values: stateOf(open, touched) },
    hash: open.hash,
    root_view_id: open.root,
    previous_view_id: open.previous,
    app_id: app.id,
    app_installed_team_id: team.id,
    bot_id: app.botId,
  }
}

function newView(world: World, user: string, view: View): OpenView {
  uniqueExternalId(world, view)
  const id = freshId('V')
  return { id, hash: freshHash(world), user, view: withIds(view), root: id, previous: null, errors: {} }
}

function withIds(view: View): View {
  return { ...view, blocks: named(view.blocks) }
}

function freshHash(world: World): string {
  return `${world.seconds()}.${secret(4)}`
}

function uniqueExternalId(world: World, view: View, self?: OpenView): void {
  if (!view.external_id) return
  const taken = allViews(world).some((one) => one !== self && one.view.external_id === view.external_id)
  if (taken) throw new Refusal('duplicate_external_id')
}

function allViews(world: World): OpenView[] {
  return [...[...world.modals.values()].flat(), ...world.homes.values()]
}
