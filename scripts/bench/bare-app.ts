/**
 * What the app is measured against, in a process of its own: Bolt, one statement that was prepared, and an answer of
 * the same size. It knows no rules, no people and no timeline.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import bolt from '@slack/bolt'
import postgres from 'postgres'
import { z } from 'zod'
import { readRows } from './bare-rows.ts'

const { DATABASE_URL, SIGNING_SECRET, CARD } = z
  .object({ DATABASE_URL: z.string(), SIGNING_SECRET: z.string(), CARD: z.string() })
  .parse(process.env)
const card = JSON.parse(CARD)
const sql = postgres(DATABASE_URL, { max: 10, onnotice: () => {} })
await sql`create table if not exists bare_releases as
  select channel, workspace, release, 0 as answers from channels where channel like 'CBENCH%'`
await sql`create unique index if not exists bare_releases_channel on bare_releases (workspace, channel)`
await sql`create table if not exists bare_ballots (
  release text not null, number int not null, person text not null, says text not null, note text not null,
  cast_at timestamptz not null, primary key (release, number))`

const receiver = new bolt.HTTPReceiver({ signingSecret: SIGNING_SECRET, logLevel: bolt.LogLevel.ERROR })
const app = new bolt.App({
  receiver,
  token: 'xoxb-bare',
  tokenVerificationEnabled: false,
  botId: 'BBARE',
  botUserId: 'UBARE',
  convoStore: false,
  logLevel: bolt.LogLevel.ERROR,
})

app.command('/release', async ({ command, ack }) => {
  const [word = '', ...note] = command.text.split(' ')
  if (word === 'status')
    await sql.unsafe(readRows, [command.team_id, command.channel_id, command.user_id], { prepare: true })
  else if (word === 'one') await sql`select 1`
  else await keep(command, word, note.join(' '))
  await ack(word === 'status' || word === 'one' ? card : { response_type: 'ephemeral', text: 'Counted' })
})

type From = { readonly team_id: string; readonly channel_id: string; readonly user_id: string }

const keep = ({ team_id, channel_id, user_id }: From, says: string, note: string) =>
  sql.begin(async (tx) => {
    const [found] = await tx`select release, answers from bare_releases
      where workspace = ${team_id} and channel = ${channel_id} for update`
    const number = found?.answers + 1
    await tx`insert into bare_ballots values (${found?.release}, ${number}, ${user_id}, ${says}, ${note}, ${new Date()})`
    await tx`update bare_releases set answers = ${number} where workspace = ${team_id} and channel = ${channel_id}`
  })

const server = createServer(receiver.requestListener).listen(0, '127.0.0.1', () => {
  // A server that listens on TCP has such an address.
  console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }))
})
