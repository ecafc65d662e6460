import { createContext, useContext } from 'react'
import type { ClientChannel, ClientPerson, ClientState } from '../../protocol.ts'
import type { Address, Go } from './address.ts'
import type { Connection } from './useConnection.ts'

export interface Workspace extends Pick<Connection, 'act' | 'onTraffic'> {
  state: ClientState
  address: Address
  go: Go
}

const WorkspaceContext = createContext<Workspace | null>(null)

export const WorkspaceProvider = WorkspaceContext.Provider

/** The workspace as the acting person sees it. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('Used outside of a workspace.')
  return workspace
}

export function personOf(state: ClientState, id: string): ClientPerson | undefined {
  return state.people.find((person) => person.id === id)
}

/** What Slack shows of a person; an app goes by its name. */
export function displayName({ isBot, name, handle }: ClientPerson): string {
  return isBot ? name : handle
}

/** A person's full name and what they do. */
export function describe({ name, title }: ClientPerson): string {
  return [name, title].filter(Boolean).join(' · ')
}

export function nameOf(state: ClientState, id: string): string {
  const person = personOf(state, id)
  return person ? displayName(person) : id
}

export function channelOf(state: ClientState, id: string): ClientChannel | undefined {
  return state.channels.find((channel) => channel.id === id)
}

/** What a conversation is called in the sidebar: a channel's name, or the other person's. */
export function conversationName(state: ClientState, channel: ClientChannel): string {
  if (channel.kind !== 'dm') return channel.name
  return nameOf(state, channel.name)
}

/** The acting person's conversation with the app. */
export function appConversation(state: ClientState): ClientChannel | undefined {
  return state.channels.find((channel) => channel.kind === 'dm' && channel.name === state.app.botUserId)
}
