import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

interface Source {
  readonly path: string
  readonly text: string
  /** What it imports: paths from the repository's root, package names as they are. */
  readonly imports: readonly string[]
}

const sources: Source[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => {
    const path = join('src', name)
    const text = readFileSync(path, 'utf8')
    return { path, text, imports: importsOf(path, text) }
  })

function importsOf(path: string, text: string): string[] {
  const found = [...text.matchAll(/(?:from|import)\s+'([^']+)'/g)].map(([, named = '']) => named)
  return found.map((named) => (named.startsWith('.') ? join(dirname(path), named) : named))
}

const kits = ['slack', 'jobs', 'db', 'http', 'time', 'operation']
const folderOf = (path: string) => path.split('/')[1] ?? ''
const room = (path: string) => path.split('/').at(-1)?.replace(/\.ts$/, '') ?? ''
const isDoor = (path: string) => /(^|-)(slack|http|worker)$/.test(room(path))
const keepsRows = (path: string) => /(^|-)(store|tables)$/.test(room(path))

/** Every import of these files that `wrong` objects to, as "file imports what". */
function offences(of: readonly Source[], wrong: (imported: string, from: Source) => boolean): string[] {
  return of.flatMap((source) =>
    source.imports.filter((it) => wrong(it, source)).map((it) => `${source.path} imports ${it}`),
  )
}

const impure = (imported: string) =>
  /^(zod|drizzle-orm|@slack|pg-boss|pino|postgres|hono|node:(?!crypto))/.test(imported) ||
  imported === 'src/ctx.ts' ||
  /^src\/(db|jobs|http)\//.test(imported) ||
  keepsRows(imported) ||
  isDoor(imported)

describe('the house', () => {
  test('a rule knows no clock, database, Slack or schema', () => {
    const rules = sources.filter(({ text }) => /\): ReleaseEvent\[\]|: Evolvers = \{/.test(text))
    expect(rules.length).toBeGreaterThan(5)
    expect(offences(rules, impure)).toEqual([])
    const clocks = rules.filter(({ text }) => /Date\.now\(|new Date\(\)|performance\.now/.test(text))
    expect(clocks.map(({ path }) => path)).toEqual([])
  })

  test('what draws does not read: a view is a function of the state', () => {
    const views = sources.filter(
      ({ path, text }) =>
        /from '.*slack\/blocks\.ts'/.test(text) &&
        folderOf(path) !== 'slack' &&
        !isDoor(path) &&
        room(path) !== 'feature',
    )
    const drawn = views.filter(({ text }) => !/\bctx\b/.test(text))
    expect(drawn.length).toBeGreaterThan(5)
    expect(
      offences(
        drawn,
        (it) => /^(drizzle-orm|pg-boss|postgres)/.test(it) || keepsRows(it) || it === 'src/slack/client.ts',
      ),
    ).toEqual([])
  })

  test('no feature reaches through another feature’s door', () => {
    const others = (it: string, { path }: Source) =>
      isDoor(it) && folderOf(it) !== folderOf(path) && !kits.includes(folderOf(it))
    const allowed = ['src/app.ts', 'src/clock/clock.ts']
    expect(
      offences(
        sources.filter(({ path }) => !allowed.includes(path)),
        others,
      ),
    ).toEqual([])
  })

  test('a kit knows no release', () => {
    const inKits = sources.filter(({ path }) => kits.includes(folderOf(path)))
    const feature = (it: string) =>
      it.startsWith('src/') && it.split('/').length > 2 && ![...kits, 'people'].includes(folderOf(it))
    expect(offences(inKits, feature)).toEqual([])
  })

  test('only main.ts reads the environment', () => {
    const readers = sources.filter(({ text }) => text.includes('process.env')).map(({ path }) => path)
    expect(readers).toEqual(['src/main.ts'])
  })

  test('nothing but the local workspace’s own files makes the workspace', () => {
    const names = readdirSync('test/workspace', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    )
    const reaching = names.filter((name) =>
      /from '(\.\.\/)+src\//.test(readFileSync(join('test/workspace', name), 'utf8')),
    )
    expect(reaching).toEqual([])
  })

  test('no file is longer than 250 lines', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 250).map(({ path }) => path)
    expect(long).toEqual([])
  })
})
