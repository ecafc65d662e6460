import type { ItemRule } from '../models/models.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { isDoneForOne, type ListedItem } from './readiness.ts'

/**
 * The items that the model asks for and the list does not have yet: one for each component in scope, then the
 * procedures. Numbers go on from the last one, and are never given twice.
 */
export function missingItems(release: Release, facts: Facts): ReleaseEvent[] {
  const { items } = release.readiness
  const asked = [...componentItems(release, facts), ...(items.length === 0 ? procedureItems(facts) : [])]
  const missing = asked.filter(
    ({ component, title }) => !items.some((one) => one.component === component && one.title === title),
  )
  if (missing.length === 0) return []
  return [
    {
      type: 'itemsListed',
      items: missing.map((item, index) => ({ number: items.length + index + 1, ...item })),
    },
  ]
}

type Asked = Omit<ListedItem, 'number'>

const itemOf = (rule: ItemRule, parts: Pick<Asked, 'title' | 'component' | 'role'>): Asked => ({
  ...parts,
  procedure: rule.procedure,
  due: rule.due,
  wantsEvidence: rule.evidence,
  required: rule.required,
  risk: rule.risk,
})

function componentItems(release: Release, { model, product }: Facts): Asked[] {
  const rules = model.items.filter((rule) => rule.about === 'component')
  return release.scope.components.flatMap(({ name }) =>
    rules.map((rule) => {
      const owner = product.components.find((component) => component.name === name)?.owner
      const role = rule.owner === 'component' ? (owner ?? rule.owner) : rule.owner
      return itemOf(rule, { title: rule.title.replaceAll('{component}', name), component: name, role })
    }),
  )
}

const procedureItems = ({ model }: Facts): Asked[] =>
  model.items
    .filter((rule) => rule.about === 'procedure')
    .map((rule) => itemOf(rule, { title: rule.title, component: null, role: rule.owner }))

/** For the timeline: which items a new revision of a component opens again. */
export const openedAgain = (release: Release, component: string): ReleaseEvent[] =>
  release.readiness.items
    .filter((item) => item.component === component && isDoneForOne(item))
    .map(({ number }) => ({ type: 'itemReopened', number }))
