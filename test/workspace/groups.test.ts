import { expect, test } from 'vitest'
import { client, fullManifest, httpApp, sharedWorkspace, workspace } from './small/start.ts'

const slack = await sharedWorkspace({ manifest: await fullManifest() })
const { usergroups } = client(slack)

test('a group is made, changed, switched off and on again', async () => {
  const { usergroup } = await usergroups.create({ name: 'Lamp Keepers', description: 'They keep lamps' })
  expect(usergroup).toMatchObject({ handle: 'lamp-keepers', description: 'They keep lamps', user_count: 0 })
  const id = usergroup?.id ?? ''
  await usergroups.update({ usergroup: id, handle: 'lamps' })
  const named = async (include_disabled: boolean) => {
    const listed = await usergroups.list({ include_disabled })
    return listed.usergroups?.map((one) => one.handle)
  }
  expect(await named(false)).toContain('lamps')
  await usergroups.disable({ usergroup: id })
  expect(await named(false)).not.toContain('lamps')
  expect(await named(true)).toContain('lamps')
  await usergroups.enable({ usergroup: id })
  expect(await named(false)).toContain('lamps')
})

test('its members are replaced as a whole, and the app hears of it', async () => {
  const heard = Promise.withResolvers<unknown>()
  await httpApp(slack, (app) =>
    app.event('subteam_members_changed', async ({ event }) => heard.resolve(event)),
  )
  await usergroups.users.update({ usergroup: 'S0KEEPERS', users: 'U0BO,U0CY' })
  expect(await heard.promise).toMatchObject({ added_users: ['U0CY'], removed_users: ['U0ADA'] })
  expect((await usergroups.users.list({ usergroup: 'S0KEEPERS' })).users).toEqual(['U0BO', 'U0CY'])
})

test.each([
  ['usergroups.create', { name: 'Keepers' }, 'name_already_exists'],
  ['usergroups.create', { name: 'Other', handle: 'ada' }, 'handle_already_exists'],
  ['usergroups.create', { name: 'Other', handle: 'Has Capitals' }, 'bad_handle'],
  ['usergroups.update', { usergroup: 'S0KEEPERS', handle: 'bo' }, 'handle_already_exists'],
  ['usergroups.update', { usergroup: 'S0NONE' }, 'no_such_subteam'],
  ['usergroups.users.update', { usergroup: 'S0KEEPERS', users: '' }, 'no_users_provided'],
  ['usergroups.users.update', { usergroup: 'S0KEEPERS', users: 'U0NOBODY' }, 'invalid_users'],
])('%s %j is refused with %s', async (method, args, word) => {
  await expect(client(slack).apiCall(method, args)).rejects.toThrow(word)
})

test('nobody changes groups where only admins may, or where nobody pays', async () => {
  const change = { usergroup: 'S0KEEPERS', users: 'U0BO' }
  const strict = await workspace({ manifest: await fullManifest(), restricted: true })
  await expect(client(strict).usergroups.users.update(change)).rejects.toThrow('permission_denied')
  const free = await workspace({ manifest: await fullManifest(), paid: false })
  await expect(client(free).usergroups.users.update(change)).rejects.toThrow('plan_upgrade_required')
})
