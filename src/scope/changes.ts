import { Rejection } from '../errors.ts'
import { type Change, type ChangeKind, changeKinds, type NumberedChange } from './scope.ts'

const longestLine = 1000
const linesOnPage = 12
const charactersOnPage = 2900

const kindWords: Readonly<Record<string, ChangeKind>> = {
  feature: 'feature',
  feat: 'feature',
  fix: 'fix',
  bugfix: 'fix',
  hotfix: 'fix',
  internal: 'internal',
  build: 'internal',
  chore: 'internal',
  ci: 'internal',
  docs: 'internal',
  perf: 'internal',
  refactor: 'internal',
  style: 'internal',
  test: 'internal',
  other: 'other',
}

/**
 * Reads changes as people list them, one per line: `fix: refund paid twice https://…/812`, with or without a bullet,
 * a kind in front and a link.
 * @param field the form field it stands in.
 * @throws Rejection for a line that is too long, naming it.
 */
export function parseChanges(text: string, field = 'changes'): Change[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.length > longestLine) {
      const long = `Line ${index + 1} has ${line.length} characters; a change is one line of at most ${longestLine}.`
      throw new Rejection(long, { field })
    }
    return line.trim() === '' ? [] : [readChange(line)]
  })
}

function readChange(line: string): Change {
  const unmarked = line.trim().replace(/^[-*•–]\s+/, '')
  const { kind, rest } = readKind(unmarked)
  const { title, link } = readLink(rest)
  return { kind, title: title || (link ?? rest), link }
}

function readKind(line: string): { kind: ChangeKind; rest: string } {
  const [whole = '', word = ''] = /^([a-z]+)(?:\([^)]*\))?!?:\s+(?=\S)/i.exec(line) ?? []
  const kind = kindWords[word.toLowerCase()]
  return kind ? { kind, rest: line.slice(whole.length) } : { kind: 'other', rest: line }
}

/** The address at the end of a line or at its beginning; one in the middle stays part of the title. */
function readLink(text: string): { title: string; link: string | null } {
  const atEnd = /(?:^|\s)[<(]?(https?:\/\/[^\s<>]+?)[>).,;]*$/i.exec(text)
  if (atEnd?.[1]) return { title: text.slice(0, atEnd.index).trim(), link: atEnd[1] }
  const atStart = /^[<(]?(https?:\/\/[^\s<>]+?)[>).,;]*\s+/i.exec(text)
  if (atStart?.[1]) return { title: text.slice(atStart[0].length).trim(), link: atStart[1] }
  return { title: text, link: null }
}

/** The line that `parseChanges` reads as this change. */
export function lineOf({ kind, title, link }: Change): string {
  const said = link === null || link === title ? title : `${title} ${link}`
  const again = readChange(said)
  const plain = kind === 'other' && again.kind === 'other' && again.title === title && again.link === link
  return plain ? said : `${kind}: ${said}`
}

/** Changes as they are shown and edited: a page is at most twelve lines, and fits an input of Slack's. */
export function pagesOf(changes: readonly NumberedChange[]): NumberedChange[][] {
  const pages: NumberedChange[][] = []
  let characters = 0
  for (const change of changes) {
    const page = pages.at(-1)
    const length = lineOf(change).length + 1
    if (!page || page.length === linesOnPage || characters + length > charactersOnPage) {
      pages.push([change])
      characters = length
    } else {
      page.push(change)
      characters += length
    }
  }
  return pages
}

/** How many of each kind, kinds without any left out. */
export const countsOf = (changes: readonly Change[]) =>
  changeKinds
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0)
