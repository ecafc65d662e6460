import type { PersonId } from '../people/people.ts'
import { runsIt } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  bold,
  button,
  clip,
  headline,
  joined,
  lines,
  link,
  type Md,
  type Message,
  md,
  message,
  quoted,
  section,
} from '../slack/blocks.ts'
import { countsOf, pagesOf } from './changes.ts'
import { acts } from './contract.ts'
import { isMutable, mayRevise } from './editing.ts'
import { type Change, type ComponentDifference, differenceTo, type NumberedChange } from './scope.ts'

const mostComponents = 12

/** For the vote card: what changes since users' last version, in counts, and which revisions. */
export function scopeLines(release: Release, facts: Facts): Md[] {
  const { flags, exposure } = release.scope
  return [
    md`${bold('Changes')} ${changesTold(release, facts)}`,
    componentsTold(release, facts),
    flags.length > 0 && md`${bold('Flags')} ${clip(joined([...flags], ', '), 100)}`,
    exposure !== null && md`${bold('Exposure')} ${quoted(exposure)}`,
  ].filter((line) => line !== null && line !== false)
}

/** `14 since 2.3.2: 4 features, 8 fixes, 2 internal` */
export function changesTold(release: Release, facts: Facts): Md {
  const { changes } = release.scope
  if (changes.length === 0) return md`none are listed`
  const since = facts.previous && ` since ${versionOf(facts.previous.key, release)}`
  const counts = countsOf(changes).map(({ kind, count }) => `${count} ${plurals[kind](count)}`)
  return md`${changes.length}${since}: ${counts.join(', ')}`
}

const plurals: Readonly<Record<Change['kind'], (count: number) => string>> = {
  feature: (count) => (count === 1 ? 'feature' : 'features'),
  fix: (count) => (count === 1 ? 'fix' : 'fixes'),
  internal: () => 'internal',
  other: () => 'other',
}

/** Both are releases of one product, so what stands before the version is known and need not be searched. */
const versionOf = (key: string, release: Release) => key.slice(release.product.length + 1)

/** `payments-ledger 4be77d1 (was 1f00c2d), checkout-web unchanged`, where somebody has named a revision. */
function componentsTold(release: Release, facts: Facts): Md | null {
  const named = differenceTo(facts.previous, release.scope).filter(({ revision }) => revision !== null)
  if (named.length === 0) return null
  const shown = named.slice(0, 5).map(({ name, revision, before, changed }) => {
    if (!changed) return md`${name} unchanged`
    return before === null ? md`${name} ${revision}` : md`${name} ${revision} (was ${before})`
  })
  const more = named.length > shown.length && md`and ${named.length - shown.length} more`
  return clip(md`${bold('Components')} ${joined([...shown, more], ', ')}`, 250)
}

/** The scope for whoever asks, twelve changes at a time. */
export function scopeAnswer(release: Release, facts: Facts, person: PersonId, asked: number): Message {
  const { changes, flags, exposure } = release.scope
  const pages = pagesOf(changes)
  const page = Math.min(Math.max(asked, 0), Math.max(0, pages.length - 1))
  const shown = pages[page] ?? []
  const news = scopeNews(release)
  return message(
    news,
    [
      headline(news),
      section(
        lines(md`${bold('Changes')} ${changesTold(release, facts)}`, ...componentLines(release, facts)),
      ),
      (flags.length > 0 || exposure !== null) &&
        section(
          lines(
            flags.length > 0 && md`${bold('Flags')} ${clip(joined([...flags], ', '), 300)}`,
            exposure && md`${bold('Exposure')} ${quoted(exposure, 300)}`,
          ),
        ),
      shown.length > 0 &&
        section(lines(rangeTold(shown, changes.length, pages.length), ...shown.map(changeLine))),
      pageButtons(release, { page, pages: pages.length, mayEdit: mayEdit(release, facts, person) }),
    ],
    facts.product.zone,
  )
}

/** Line one, with what is missing: `payments-2.4.0 brings 14 changes; 2 of 3 revisions are not known`. */
function scopeNews({ key, scope }: Release): Md {
  const { components, changes } = scope
  const unknown = components.filter(({ revision }) => revision === null).length
  const where = components.length === 1 ? '1 component' : `${components.length} components`
  const what = changes.length === 1 ? '1 change' : `${changes.length} changes`
  const missing = [
    changes.length === 0 && 'no changes listed',
    unknown > 0 && `${unknown} of ${components.length} revisions not known yet`,
  ]
  const brings = changes.length === 0 ? where : `${what} in ${where}`
  return joined([md`${key} brings ${brings}`, joined(missing, ', ')], '; ')
}

function componentLines(release: Release, facts: Facts): Md[] {
  const all = differenceTo(facts.previous, release.scope)
  const shown = all.slice(0, mostComponents).map(componentLine)
  return all.length > shown.length ? [...shown, md`and ${all.length - shown.length} more`] : shown
}

function componentLine({ name, revision, before, changed }: ComponentDifference): Md {
  const named = clip(md`${name}`, 60)
  if (revision === null) return md`${named}, revision not known yet`
  if (!changed) return md`${named} ${revision}, unchanged`
  return joined([md`${named} ${revision}`, before && md`was ${before}`], ', ')
}

function rangeTold(shown: readonly NumberedChange[], total: number, pages: number): Md {
  const [first, last] = [shown[0], shown.at(-1)]
  return pages === 1 ? bold('All of them') : bold(`${first?.number} to ${last?.number} of ${total}`)
}

function changeLine({ kind, title, link: address }: Change): Md {
  const said = clip(md`${title}`, 140)
  const shown =
    address === null
      ? said
      : title === address
        ? link(address, title.slice(0, 140))
        : joined([said, link(address, 'link')])
  return kind === 'other' ? shown : md`${kind}: ${shown}`
}

const mayEdit = (release: Release, facts: Facts, person: PersonId) =>
  isMutable(release) &&
  (runsIt(release, facts, person) ||
    release.scope.components.some(({ name }) => mayRevise(release, facts, person, name)))

function pageButtons(
  release: Release,
  { page, pages, mayEdit }: { page: number; pages: number; mayEdit: boolean },
) {
  const to = (target: number) => JSON.stringify({ release: release.id, page: target })
  return actions([
    page > 0 && button({ text: 'Earlier', action: acts.show, value: to(page - 1) }),
    page < pages - 1 && button({ text: 'More', action: acts.show, value: to(page + 1) }),
    mayEdit && button({ text: 'Edit…', action: acts.edit, value: to(page) }),
  ])
}
