import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** What is wrong with a file, where, and what was expected there. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly says: string
}

export interface Yaml<T> {
  /** Null when there are problems. */
  readonly value: T | null
  readonly problems: readonly Problem[]
  /** A problem at this path that only shows beside other files. */
  readonly problemAt: (path: readonly PropertyKey[], expected: string) => Problem
}

/** Reads a YAML file by its schema, whose messages say what is expected. Every problem is found, not only the first. */
export function readYaml<T>(file: string, written: string, schema: z.ZodType<T>): Yaml<T> {
  const lines = new LineCounter()
  const document = parseDocument(written, { lineCounter: lines, prettyErrors: false })
  const problemAt = (path: readonly PropertyKey[], expected: string): Problem => {
    const found = shown(isNode(document.contents) ? document.toJS() : undefined, path)
    return {
      file,
      line: lineOf(document, lines, path),
      says: `${label(path)}expected ${expected}, found ${found}`,
    }
  }
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({
      file,
      line: lines.linePos(pos[0]).line,
      says: message,
    }))
    return { value: null, problems, problemAt }
  }
  const read = schema.safeParse(document.toJS(), { error: expectedBy })
  if (read.success) return { value: read.data, problems: [], problemAt }
  return {
    value: null,
    problems: read.error.issues.flatMap((issue) => problemsOf(issue, problemAt)),
    problemAt,
  }
}

const kinds: Readonly<Record<string, string>> = {
  object: 'names with values',
  record: 'names with values',
  array: 'a list',
  boolean: 'true or false',
}

function expectedBy(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? issue.expected
  if (issue.code === 'invalid_value') return issue.values.map((value) => `"${String(value)}"`).join(' or ')
  return 'something else'
}

function problemsOf(issue: z.core.$ZodIssue, problemAt: Yaml<unknown>['problemAt']): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const problem = problemAt([...issue.path, key], '')
      return { ...problem, says: `${key} is not known here` }
    })
  }
  if (issue.code === 'invalid_key') {
    const [inner] = issue.issues
    const problem = problemAt(issue.path, '')
    return [{ ...problem, says: `expected ${inner?.message}, found "${String(issue.path.at(-1))}"` }]
  }
  return [problemAt(issue.path, issue.message)]
}

/** The line of what stands at a path, or of the nearest thing around it when nothing does. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const key = path[length - 1]
    const around = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const pair = isMap(around)
      ? around.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined
    const node = pair ? pair.key : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

const label = (path: readonly PropertyKey[]) => {
  const name = path.findLast((key) => typeof key === 'string')
  return name === undefined ? '' : `${String(name)}: `
}

function shown(root: unknown, path: readonly PropertyKey[]): string {
  const found = path.reduce<unknown>((value, key) => Object(value)[key], root)
  if (found === undefined || found === null) return 'nothing'
  if (Array.isArray(found)) return 'a list'
  if (typeof found === 'object') return 'names with values'
  return typeof found === 'string' ? `"${found.slice(0, 60)}"` : String(found)
}
