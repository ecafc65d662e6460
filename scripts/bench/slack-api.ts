/** Slack as far as the bench needs it, in a process of its own: it knows the people and agrees to everything. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { everyone, manager, workspace } from './organisation.ts'

const identity = {
  team_id: workspace,
  user_id: 'UBENCHBOT',
  bot_id: 'BBENCH',
  url: 'https://bench.example.com/',
}

const members = everyone.map((id) => ({
  id,
  team_id: workspace,
  name: id.toLowerCase(),
  tz: 'Europe/Berlin',
  is_admin: id === manager,
  profile: { display_name: id.toLowerCase(), email: `${id.toLowerCase()}@example.com` },
}))

const answers: Readonly<Record<string, object>> = {
  'auth.test': identity,
  'users.list': { members },
  'usergroups.list': { usergroups: [] },
  'conversations.list': { channels: [{ id: 'CRELEASES', name: 'releases', is_member: true }] },
  'conversations.open': { channel: { id: 'DBENCH' } },
}

let posted = 0
const server = createServer((request, response) => {
  const method = request.url?.split('/').at(-1) ?? ''
  const agreed = { ok: true, ts: `1700000000.${String(++posted).padStart(6, '0')}`, ...answers[method] }
  request.resume().once('end', () => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(agreed))
  })
})
server.listen(0, '127.0.0.1', () => {
  // A server that listens on TCP has such an address.
  console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }))
})
