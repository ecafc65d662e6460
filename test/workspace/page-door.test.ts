import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Act, ActResult, ClientState } from './protocol.ts'
import { client, fullManifest, httpApp, workspace } from './small/start.ts'
import type { Workspace } from './workspace.ts'

async function state(slack: Workspace, as: string): Promise<ClientState> {
  const response = await fetch(`${slack.url}/client/state?as=${as}`)
  return (await response.json()) as ClientState
}

async function act(slack: Workspace, as: string, what: Act): Promise<ActResult> {
  const body = JSON.stringify({ as, act: what })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${slack.url}/client/act`, { method: 'POST', headers, body })
  return (await response.json()) as ActResult
}

describe('the page is told', () => {
  test('everything that one person can see, and nothing they cannot', async () => {
    const slack = await workspace()
    const { chat } = client(slack)
    await chat.postMessage({ channel: 'C0PIER', text: 'For all' })
    await chat.postEphemeral({ channel: 'C0PIER', user: 'U0BO', text: 'For Bo' })
    const names = ({ channels }: ClientState) => channels.map((channel) => channel.name)
    const texts = ({ channels }: ClientState) =>
      channels.find((channel) => channel.id === 'C0PIER')?.messages.map((message) => message.text)
    const [ada, bo, gus] = [
      await state(slack, 'U0ADA'),
      await state(slack, 'U0BO'),
      await state(slack, 'U0GUS'),
    ]
    expect(names(ada)).toEqual(['general', 'pier', 'vault', 'U0LIGHTHOUSE'])
    expect(names(bo)).toEqual(['general', 'pier', 'U0LIGHTHOUSE'])
    expect(names(gus)).toEqual(['U0LIGHTHOUSE'])
    expect(texts(ada)).toEqual(['For all'])
    expect(texts(bo)).toEqual(['For all', 'For Bo'])
    expect(ada.app.commands[0]).toEqual({ command: '/lamp', description: 'The lamp', usageHint: 'on or off' })
  })

  test('what hangs on messages and channels: attachments, files, canvases', async () => {
    const slack = await workspace({ manifest: await fullManifest() })
    const web = client(slack)
    await web.chat.postMessage({
      channel: 'C0PIER',
      text: 'x',
      attachments: [{ color: 'good', title: 'T', title_link: 'https://a.example' }],
    })
    const file = Buffer.from('dot')
    await web.filesUploadV2({ channel_id: 'C0PIER', filename: 'dot.png', title: 'Dot', file })
    const content = { type: 'markdown' as const, markdown: '# Way back\n\nStop' }
    await web.conversations.canvases.create({ channel_id: 'C0PIER', document_content: content })
    const pier =
      (await slack.until(() => slack.as('ada').sees('#pier').length === 2)) &&
      (await state(slack, 'U0ADA')).channels.find(({ id }) => id === 'C0PIER')
    expect(pier?.canvases).toMatchObject([{ title: 'Untitled', markdown: '# Way back\n\nStop' }])
    const [card, shared] = pier?.messages ?? []
    expect(card?.attachments).toMatchObject([{ color: 'good', title: 'T', titleLink: 'https://a.example' }])
    expect(shared?.files).toMatchObject([{ title: 'Dot', isImage: true, size: 3, deleted: false }])

    const seen = (as: string) => fetch(`${slack.url}/client/file/${shared?.files[0]?.id}?as=${as}`)
    expect(await (await seen('U0ADA')).text()).toBe('dot')
    expect((await seen('U0GUS')).status).toBe(404)
  })

  test('of a file that somebody puts into a form, which only they and the app see', async () => {
    const slack = await workspace({ manifest: await fullManifest() })
    const init = { method: 'POST', body: 'green' }
    const sent = await fetch(`${slack.url}/client/upload?as=U0ADA&name=load.txt`, init)
    const file = (await sent.json()) as { id: string }
    expect(file).toMatchObject({ name: 'load.txt', user: 'U0ADA', size: 5, is_public: false })
    const seen = async (as: string) => (await fetch(`${slack.url}/client/file/${file.id}?as=${as}`)).status
    expect([await seen('U0ADA'), await seen('U0BO')]).toEqual([200, 404])
    expect(await client(slack).files.info({ file: file.id })).toMatchObject({ file: { name: 'load.txt' } })
  })

  test('what is unread and what called them, until they read it, each for themselves', async () => {
    const slack = await workspace()
    const { chat } = client(slack)
    const marks = async (as: string) => {
      const pier = (await state(slack, as)).channels.find(({ id }) => id === 'C0PIER')
      return [pier?.unread, pier?.mentions]
    }
    const { ts = '' } = await chat.postMessage({ channel: 'C0PIER', text: 'x' })
    await chat.postMessage({ channel: 'C0PIER', text: 'y <@U0BO>' })
    await chat.postMessage({ channel: 'C0PIER', text: 'a reply', thread_ts: ts })
    await chat.postMessage({ channel: 'C0PIER', text: 'for <@U0BO>', thread_ts: ts })
    await slack.as('cy').join('#pier')
    expect([await marks('U0BO'), await marks('U0ADA')]).toEqual([
      [3, 2],
      [2, 0],
    ])
    await act(slack, 'U0BO', { type: 'read', channel: 'C0PIER' })
    expect([await marks('U0BO'), await marks('U0ADA')]).toEqual([
      [0, 0],
      [2, 0],
    ])
  })

  test('that something changed, as it happens', async () => {
    const slack = await workspace()
    const response = await fetch(`${slack.url}/client/live?as=U0BO`)
    const reader = response.body?.getReader()
    let told = ''
    const heard = async (event: string) => {
      while (!told.includes(`event: ${event}\n`))
        told += new TextDecoder().decode((await reader?.read())?.value)
    }
    await heard('change')
    await heard('traffic')
    told = ''
    await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'x' })
    await heard('change')
    await heard('traffic')
    await reader?.cancel()
  })
})

describe('through the page people', () => {
  test('type, press, and open modals', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => {
      app.command('/lamp', async ({ ack, body, client }) => {
        await ack()
        const title = { type: 'plain_text' as const, text: 'Lamp' }
        await client.views.open({ trigger_id: body.trigger_id, view: { type: 'modal', title, blocks: [] } })
      })
    })
    expect(await act(slack, 'U0BO', { type: 'command', channel: 'C0PIER', text: '/lamp' })).toMatchObject({
      ok: true,
    })
    await slack.answered('views.open')
    const { modals } = await state(slack, 'U0BO')
    expect(modals).toMatchObject([{ view: { title: { text: 'Lamp' } }, errors: {} }])
    const [modal] = modals
    await act(slack, 'U0BO', { type: 'close', view: modal?.view.id ?? '', all: false })
    expect((await state(slack, 'U0BO')).modals).toEqual([])
  })

  test('are refused what is not there', async () => {
    const slack = await workspace()
    const nowhere = { channel: 'C0PIER', ts: '1.000000' }
    const press = { type: 'press' as const, where: nowhere, blockId: 'a', actionId: 'b' }
    expect(await act(slack, 'U0BO', press)).toEqual({ ok: false, error: 'message_not_found' })
    expect(await act(slack, 'U0BO', { type: 'say', channel: 'C0VAULT', text: 'x' })).toEqual({
      ok: false,
      error: 'not_in_channel',
    })
    const stranger = await fetch(`${slack.url}/client/state?as=U0NOBODY`)
    expect(stranger.status).toBe(404)
  })

  test('move the clock by the jumps that were handed in', async () => {
    let now = 0
    const jump = async () => {
      now += 86_400_000
    }
    const slack = await workspace({ clock: () => now, jumps: [{ id: 'day', label: '+1 day', jump }] })
    expect((await state(slack, 'U0BO')).jumps).toEqual([{ id: 'day', label: '+1 day' }])
    await act(slack, 'U0BO', { type: 'jump', id: 'day' })
    expect((await state(slack, 'U0BO')).now).toBe(86_400_000)
  })
})

describe('the page sets the request URL', () => {
  const save = async (slack: Workspace, requestUrl: string | null) => {
    const body = JSON.stringify({ requestUrl })
    const answer = await fetch(`${slack.url}/client/delivery`, { method: 'POST', body })
    return [answer.status, await answer.text()]
  }

  test('once the app there gives the challenge back, and none for Socket Mode', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => app.command('/lamp', ({ ack }) => ack('Lit')))
    const url = slack.requestUrl ?? ''
    const bySocket = '{"requestUrl":null,"sockets":0}'
    expect(await save(slack, null)).toEqual([200, bySocket])
    expect(slack.requestUrl).toBeNull()
    expect(await save(slack, url)).toEqual([200, JSON.stringify({ requestUrl: url, sockets: 0 })])
    expect((await slack.as('ada').run('/lamp', { in: '#pier' })).text).toBe('Lit')
  })

  test('and keeps the former when it does not, or is none', async () => {
    const slack = await workspace()
    const wrong = [400, 'That URL did not give the challenge back.']
    expect(await save(slack, `${slack.url}/nowhere`)).toEqual(wrong)
    expect(await save(slack, 'nowhere')).toEqual([400, 'This is no URL.'])
    expect(await (await fetch(`${slack.url}/client/delivery`)).text()).toBe('{"requestUrl":null,"sockets":0}')
  })
})

describe('the page makes faults', () => {
  const change = (slack: Workspace, plan: unknown) =>
    fetch(`${slack.url}/client/faults`, { method: 'POST', body: JSON.stringify(plan) })

  test('that count at once, and are counted', async () => {
    const slack = await workspace()
    const calls = [{ of: 'auth.*', share: 1, fault: { kind: 'server_error' } }]
    expect((await change(slack, { calls, workspace: { paid: false } })).status).toBe(200)
    await expect(client(slack).auth.test()).rejects.toThrow()
    const now: unknown = await (await fetch(`${slack.url}/client/faults`)).json()
    expect(now).toMatchObject({
      plan: { seed: 1, calls: [{ fault: { status: 503 } }] },
      met: { server_error: 1 },
      workspace: { paid: false, restricted: false, removed: false },
    })
  })

  test('of which it is told when they make no sense', async () => {
    const slack = await workspace()
    const answer = await change(slack, { calls: [{ of: 'auth.test', share: 2, fault: { kind: 'delay' } }] })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('calls[0].share')
    expect(slack.faults.plan.calls).toEqual([])
  })
})

test('the page itself is served, at any address that is no door', async () => {
  const page = await mkdtemp(join(tmpdir(), 'page-'))
  await writeFile(join(page, 'index.html'), '<title>Harbour</title>')
  await writeFile(join(page, 'app.js'), 'run()')
  const slack = await workspace({ page })
  const get = async (path: string) => (await fetch(slack.url + path)).text()
  expect(await get('/')).toBe('<title>Harbour</title>')
  expect(await get('/app.js')).toBe('run()')
  expect(await get('/archives/C0PIER/p123')).toBe('<title>Harbour</title>')
})
