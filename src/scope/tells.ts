import { joined, md, quoted } from '../slack/blocks.ts'
import type { Tellers } from '../timeline/telling.ts'

export const tellsScope: Tellers = {
  scopeSet: ({ components, changes }) => {
    const brought = components.map(({ name, revision }) => md`${name}${revision && md` ${revision}`}`)
    return md`put in ${joined(brought, ', ')}${changes.length > 0 && md`, ${countOf(changes.length)}`}`
  },
  componentRevised: ({ component, from, to }) =>
    md`set ${component} to ${to}${from && md` instead of ${from}`}`,
  componentAdded: ({ component, revision }) => md`put in ${component}${revision && md` ${revision}`}`,
  componentDropped: ({ component }) => md`took out ${component}`,
  changesEdited: ({ set, dropped }) => {
    const done = [set.length > 0 && md`wrote ${countOf(set.length)}`, dropped.length > 0 && removed(dropped)]
    return joined(done, ', ')
  },
  flagsChanged: ({ to }) => (to.length > 0 ? md`set the flags to ${to.join(', ')}` : md`took the flags out`),
  exposureChanged: ({ to }) =>
    to ? md`set how it reaches users: ${quoted(to)}` : md`took out how it reaches users`,
}

const countOf = (count: number) => (count === 1 ? '1 change' : `${count} changes`)
const removed = (dropped: readonly number[]) => md`took out ${countOf(dropped.length)}`
