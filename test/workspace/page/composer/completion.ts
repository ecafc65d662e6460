import type { ClientState } from '../../protocol.ts'
import { describe } from '../client/Workspace.tsx'
import { emojiCharacter, emojiNamed } from '../text/emoji.ts'

export interface Suggestion {
  insert: string
  label: string
  detail: string
}

/** What could stand in place of the word at the caret, which begins at `from`. */
export interface Completion {
  from: number
  suggestions: Suggestion[]
}

const most = 8

/** What the composer offers while a command, a person, a channel or an emoji is being typed. */
export function completionAt(text: string, caret: number, state: ClientState): Completion | null {
  const before = text.slice(0, caret)
  const command = /^\/\S*$/.exec(before)
  if (command) return offered(0, commands(state, before))
  const [, name] = /(?:^|\s):([a-z0-9_+-]{2,})$/.exec(before) ?? []
  if (name) return offered(caret - name.length - 1, emoji(name))
  const word = /(?:^|[\s(])([@#])([\p{L}\p{N}._-]*)$/u.exec(before)
  if (!word) return null
  const [, mark, start = ''] = word
  return offered(caret - start.length - 1, mark === '@' ? people(state, start) : channels(state, start))
}

/** Puts a suggestion in place; answers the new text and where the caret goes. */
export function complete(
  text: string,
  caret: number,
  from: number,
  { insert }: Suggestion,
): [string, number] {
  const head = `${text.slice(0, from)}${insert} `
  return [head + text.slice(caret).trimStart(), head.length]
}

/** The command that a text calls: its first word, when that begins with a slash. */
export function commandIn(text: string): string | null {
  return /^\/\S+/.exec(text)?.[0] ?? null
}

function offered(from: number, suggestions: Suggestion[]): Completion | null {
  return suggestions.length > 0 ? { from, suggestions: suggestions.slice(0, most) } : null
}

function commands(state: ClientState, start: string): Suggestion[] {
  return [...state.app.commands, ...state.commands]
    .filter(({ command }) => command.startsWith(start) && command !== start)
    .map(({ command, usageHint, description }) => ({
      insert: command,
      label: `${command} ${usageHint}`.trim(),
      detail: description,
    }))
}

function people(state: ClientState, start: string): Suggestion[] {
  const named = state.people
    .filter(({ deleted }) => !deleted)
    .map((person) => ({ name: person.handle, detail: describe(person) }))
  const groups = state.groups.map(({ handle, name }) => ({ name: handle, detail: name }))
  return [...named, ...groups]
    .filter(({ name, detail }) => begins(name, start) || begins(detail, start))
    .toSorted((one, other) => Number(begins(other.name, start)) - Number(begins(one.name, start)))
    .map(({ name, detail }) => ({ insert: `@${name}`, label: `@${name}`, detail }))
}

function emoji(start: string): Suggestion[] {
  return emojiNamed(start).map((name) => ({
    insert: `:${name}:`,
    label: `${emojiCharacter(name) ?? ''} :${name}:`,
    detail: '',
  }))
}

function channels(state: ClientState, start: string): Suggestion[] {
  return state.channels
    .filter(({ kind, archived, name }) => kind !== 'dm' && !archived && begins(name, start))
    .map(({ name, topic }) => ({ insert: `#${name}`, label: `#${name}`, detail: topic }))
}

/** Whether any word of a name begins like that. */
function begins(name: string, start: string): boolean {
  const [whole, wanted] = [name.toLowerCase(), start.toLowerCase()]
  return whole.startsWith(wanted) || whole.split(/[\s._-]/).some((word) => word.startsWith(wanted))
}
