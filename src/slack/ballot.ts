import { kindly, unquoted } from './kindly.ts'

/** What a reply in a vote's thread says. `ask`: it begins like a ballot but is not only that, so ask privately. */
export type Ballot =
  | Counted
  | { readonly kind: 'ask'; readonly like: Answer; readonly note: string }
  | { readonly kind: 'none' }

type Counted = { readonly role?: string } & (
  | { readonly kind: 'go' }
  | { readonly kind: 'go-if'; readonly what: string; readonly by?: string }
  | { readonly kind: 'no-go' | 'abstain'; readonly reason?: string }
)

type Answer = 'go' | 'no-go' | 'abstain'

const ballotWord =
  /^[*_`]*(no[- ]?go|go|[+-]1|abstain(?:ing|ed)?|:[+-]1:(?::skin-tone-\d:)?|👍|👎)[*_`]*(?![\w*-]|[.,]\d| ?%)/iu
const talkedRound =
  /^(?:@\S+[ ,:]+|(?:i|we)(?:'m| am| vote| say)[ ,:]+|(?:i|we) (?=abstain)|(?:my|our) vote(?: is)?[ ,:]+|vote[ ,:]+)+/i

// A reason that starts like this is a condition or talk about the vote, or it votes a second time.
const undecided = /^(?:if|unless|until|would|could|should|is|was|or|and|but|vs|votes?|voters?)\b/i
const secondBallot = /(?:^|[,;.:!] ?|\b(?:but|and|or) )(?:go\b(?!-live)|no[- ]?go\b|[+-]1(?!\w))/i

/**
 * Reads a reply as a ballot only if the whole of it is one: `go`, `+1`, `no-go: why`, `-1 why`, `no go because why`,
 * `go if what by when`, `abstain`, each with `for <role>`. Quoted lines are somebody else's and do not count.
 */
export function readBallot(message: string, isRole: (name: string) => boolean = () => false): Ballot {
  const lines = ownLines(message)
  const [line = ''] = lines
  const addressed = talkedRound.exec(kindly(line))?.[0] ?? ''
  const own = line.slice(addressed.length)
  const found = ballotWord.exec(kindly(own))
  if (!found) return { kind: 'none' }
  const like = kindOf(found[1] ?? '')
  const after = [own.slice(found[0].length), ...lines.slice(1)].join('\n').trim()
  const role = takeRole(after, isRole)
  const plain = /^(?:[a-z]|[+-]1)/i.test(found[1] ?? '') && addressed === ''
  const ballot = plain ? wholeBallot(like, role.rest) : undefined
  if (!ballot) return { kind: 'ask', like, note: unmarked(after) }
  return role.role ? { ...ballot, role: role.role } : ballot
}

function kindOf(word: string): Answer {
  if (/^abstain/i.test(word)) return 'abstain'
  return /^(?:no|:?-1|👎)/iu.test(word) ? 'no-go' : 'go'
}

/** Without what is quoted: lines that begin with `>`, and everything from `>>>` on. */
function ownLines(message: string): string[] {
  const [own = ''] = message.split(/^\s*>>>/m)
  return own
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('>'))
}

function wholeBallot(like: Answer, after: string): Counted | undefined {
  if (/^[.!]*$/.test(after)) return { kind: like }
  if (like === 'go') return conditional(after)
  const reason = unmarked(after)
  if (reason === '') return { kind: like }
  const asked = /\?$/.test(reason) && !/^[:,;-]/.test(kindly(after))
  return asked || undecided.test(reason) || votesAgain(reason) ? undefined : { kind: like, reason }
}

const votesAgain = (text: string) => secondBallot.test(kindly(text.replaceAll('\n', ';')))

function conditional(after: string): Counted | undefined {
  const condition = readCondition(unmarked(after))
  return condition && !votesAgain(condition.what) ? { kind: 'go-if', ...condition } : undefined
}

/** `if load test green by 10:00`: the condition, and the time as it was typed. */
export function readCondition(text: string): { what: string; by?: string } | undefined {
  const [, said] = /^if\s+(.*)$/is.exec(text.trim()) ?? []
  if (!said) return undefined
  const [, what, by] = /^(.*\S)\s+by\s+(\S.*)$/is.exec(said) ?? []
  return what && by ? { what: unquoted(what.replace(/,$/, '')), by } : { what: unquoted(said) }
}

/** `for Security: why`: the role, if it is one, and what follows. Up to three words are tried. */
export function takeRole(text: string, isRole: (name: string) => boolean): { role?: string; rest: string } {
  const [, named = ''] = /^for\s+((?:[\p{L}\d/&-]+\s?){1,3})/iu.exec(text) ?? []
  const words = named.trim().split(/\s/)
  const longestFirst = [3, 2, 1].map((count) => words.slice(0, count).join(' '))
  const role = longestFirst.find((name) => name !== '' && isRole(name))
  if (!role) return { rest: text.trim() }
  return { role, rest: text.slice(text.indexOf(named) + role.length).trim() }
}

/** The reason without what ties it to the ballot: `: `, `, because`, quotes around it. */
function unmarked(text: string): string {
  const untied = kindly(text)
    .replace(/^[\s:,;.-]+(?!\d)/, '')
    .replace(/^because\b[\s:,]*/i, '')
  return unquoted(text.slice(text.length - untied.length))
}
