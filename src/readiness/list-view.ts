import type { ModalView } from '@slack/types'
import type { Facts, Release } from '../releases/release.ts'
import { actions, bold, button, headline, lines, md, modal, section } from '../slack/blocks.ts'
import { readinessNews } from './card.ts'
import { acts } from './contract.ts'
import { itemLine, stateShown } from './item-lines.ts'
import { type Item, isAsked } from './readiness.ts'

const onPage = 12

/** Every item with how it stands, twelve on a page. */
export function listView(release: Release, facts: Facts, now: Date, asked: number): ModalView {
  const { items } = release.readiness
  const pages = Math.max(1, Math.ceil(items.length / onPage))
  const page = Math.min(Math.max(asked, 0), pages - 1)
  const shown = items.slice(page * onPage, (page + 1) * onPage)
  return modal({
    form: acts.list,
    title: 'Readiness',
    blocks: [
      headline(readinessNews(release, facts, now)),
      pages > 1 &&
        section(md`Items ${page * onPage + 1} to ${page * onPage + shown.length} of ${items.length}`),
      ...shown.map((item) =>
        section(
          lines(bold(itemLine(item, facts)), stateShown(item, release, facts, now)),
          isAsked(release) && changeButton(release, item, page),
        ),
      ),
      pageButtons(release, page, pages),
    ],
  })
}

const changeButton = (release: Release, { number, title }: Item, page: number) =>
  button({
    text: 'Change…',
    action: acts.item,
    value: JSON.stringify({ release: release.id, number, page }),
    spoken: `Change ${number} ${title}`,
  })

function pageButtons(release: Release, page: number, pages: number) {
  const to = (target: number) => JSON.stringify({ release: release.id, page: target })
  return actions([
    page > 0 && button({ text: 'Earlier', action: acts.list, value: to(page - 1) }),
    page < pages - 1 && button({ text: 'More', action: acts.list, value: to(page + 1) }),
  ])
}
