import type { KnownBlock } from '@slack/types'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ClientChannel, ClientMessage, ClientPerson, ClientState } from '../protocol.ts'
import { type Workspace, WorkspaceProvider } from './client/Workspace.tsx'
import { Surface } from './surface/Surface.tsx'
import { useSurface } from './surface/useSurface.ts'

/** Monday 30 November 2026, 17:45 in Berlin, 11:45 in New York. */
export const now = Date.UTC(2026, 10, 30, 16, 45)

export function person(handle: string, more: Partial<ClientPerson> = {}): ClientPerson {
  const about = { name: handle, title: '', zone: 'Europe/Berlin' }
  return { id: `U-${handle}`, handle, ...about, isBot: false, isGuest: false, deleted: false, ...more }
}

export const rm = person('rm', { id: 'U1', name: 'Rita Maas', title: 'Release manager' })
export const qa = person('qa-lead', { id: 'U2', title: 'Quality', zone: 'America/New_York' })
export const bot = person('shipshape', { id: 'UB', name: 'Shipshape', isBot: true })

let sequence = 0

/** A message of so many seconds ago. */
export function message(text: string, more: Partial<ClientMessage> & { ago?: number } = {}): ClientMessage {
  const { ago = 0, ...rest } = more
  const ts = `${now / 1000 - ago}.${String(++sequence).padStart(6, '0')}`
  const plain = {
    blocks: [],
    attachments: [],
    files: [],
    ephemeral: false,
    edited: false,
    broadcast: false,
    reactions: [],
  }
  return { ts, user: 'U1', text, ...plain, ...rest }
}

export function channel(messages: ClientMessage[], more: Partial<ClientChannel> = {}): ClientChannel {
  const about = {
    id: 'C1',
    name: 'releases',
    kind: 'public' as const,
    topic: '',
    archived: false,
    member: true,
  }
  return {
    ...about,
    unread: 0,
    mentions: 0,
    bookmarks: [],
    pins: [],
    statuses: [],
    chats: [],
    canvases: [],
    messages,
    ...more,
  }
}

export function state(more: Partial<ClientState> = {}): ClientState {
  const commands = [
    { command: '/release', description: 'Plan and carry a release', usageHint: '[status|new|go]' },
  ]
  const shortcuts = [{ name: 'Use as evidence', type: 'message' as const, callbackId: 'evidence' }]
  return {
    team: { id: 'T1', name: 'Harbour' },
    me: rm,
    people: [rm, qa, bot],
    groups: [{ id: 'S1', handle: 'oncall', name: 'On call' }],
    channels: [channel([])],
    commands: [{ command: '/topic', description: 'Set the topic', usageHint: 'words' }],
    app: { id: 'A1', name: 'Shipshape', botUserId: 'UB', isAgent: false, commands, shortcuts },
    home: null,
    modals: [],
    now,
    jumps: [],
    ...more,
  }
}

/** What a part of the page looks like to that person, as markup. */
export function drawn(node: ReactNode, given: ClientState = state()): string {
  const workspace: Workspace = {
    state: given,
    address: { as: given.me.id, place: 'C1' },
    go: () => {},
    act: async () => ({ ok: true }),
    onTraffic: () => () => {},
  }
  return renderToStaticMarkup(<WorkspaceProvider value={workspace}>{node}</WorkspaceProvider>)
}

/** Puts a part inside of a surface with these blocks. */
export function OnSurface(props: {
  blocks: KnownBlock[]
  errors?: Record<string, string>
  children: ReactNode
}) {
  const surface = useSurface({ view: 'V1' }, props.blocks, props.errors)
  return <Surface surface={surface}>{props.children}</Surface>
}

/** The words of some markup, tags left out. */
export function wordsIn(markup: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#x27': "'" }
  const bare = markup.replace(/<br\/>/g, '\n').replace(/<[^>]*>/g, '')
  return bare.replace(/&(\S+?);/g, (whole, name: string) => entities[name] ?? whole)
}
