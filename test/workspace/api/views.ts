import { checkView } from '../blocks/check-view.ts'
import { Refusal } from '../world/refusal.ts'
import {
  findView,
  openModal,
  publishHome,
  pushModal,
  replaceView,
  stackOf,
  wireView,
} from '../world/views.ts'
import { filled, json, text } from './arguments.ts'
import { method } from './method.ts'
import { person } from './places.ts'

export const views = {
  'views.open': method({
    tier: 4,
    args: { view: json, trigger_id: filled },
    partly: 'without `interactivity_pointer`',
    call({ engine, world, args }) {
      const view = checkView(args.view, 'modal', world)
      const { user, here } = engine.triggers.spend(args.trigger_id)
      return { view: wireView(world, openModal(world, user, view, here)) }
    },
  }),

  'views.push': method({
    tier: 4,
    args: { view: json, trigger_id: filled },
    partly: 'without `interactivity_pointer`',
    call({ engine, world, args }) {
      const view = checkView(args.view, 'modal', world)
      const trigger = engine.triggers.spend(args.trigger_id)
      const inModal = stackOf(world, trigger.user).some((open) => open.id === trigger.view)
      if (!inModal) throw new Refusal('not_found')
      return { view: wireView(world, pushModal(world, trigger.user, view)) }
    },
  }),

  'views.update': method({
    tier: 4,
    args: { view: json, view_id: text.optional(), external_id: text.optional(), hash: text.optional() },
    call({ world, args }) {
      const open = findView(world, { id: args.view_id, externalId: args.external_id })
      const type = open.view.type === 'home' ? 'home' : 'modal'
      return { view: wireView(world, replaceView(world, open, checkView(args.view, type, world), args.hash)) }
    },
  }),

  'views.publish': method({
    tier: 4,
    args: { view: json, user_id: filled, hash: text.optional() },
    partly: 'without `interactivity_pointer`',
    call({ world, args }) {
      if (!world.app.manifest.features.app_home.home_tab_enabled) throw new Refusal('not_enabled')
      const view = checkView(args.view, 'home', world)
      const { id } = person(world, args.user_id)
      return { view: wireView(world, publishHome(world, id, view, args.hash || undefined)) }
    },
  }),
}
