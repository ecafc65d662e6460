import type { StepRule } from '../models/models.ts'
import { type Component, inDeployOrder, type Product } from '../products/products.ts'
import type { Facts, Release } from '../releases/release.ts'
import type { PlannedStep } from './execution.ts'

type Unplaced = Omit<PlannedStep, 'number' | 'plannedAt'>

/**
 * The run-of-show of this release: the model's steps (a deploy rule makes one per component in scope), then one per
 * exposure phase. Planned times count back from the target, at which it first opens, and on from there by soaks.
 */
export function planSteps(release: Release, facts: Facts): PlannedStep[] {
  const begins = plannedStart(release, facts)
  const acts = placed(actsOf(release, facts), begins)
  const phases = placed(facts.model.phases.map(openStep), release.target)
  return [...acts, ...phases].map((step, i) => ({ ...step, number: i + 1 }))
}

/** When the first step is planned to begin. */
export function plannedStart(release: Release, facts: Facts): Date {
  const acts = actsOf(release, facts)
  if (acts.length === 0) return release.target
  const lasting = acts.reduce((sum, { lasts }) => sum + lasts, facts.model.margin)
  return new Date(release.target.getTime() - lasting)
}

function placed(steps: readonly Unplaced[], begins: Date) {
  let next = begins.getTime()
  return steps.map((step) => {
    const plannedAt = new Date(next)
    next += step.lasts
    return { ...step, plannedAt }
  })
}

const actsOf = (release: Release, { model, product }: Facts): Unplaced[] =>
  model.steps.flatMap((rule) =>
    rule.kind === 'deploy'
      ? componentsInScope(release, product).map((component) => deployStep(rule, component))
      : [taskStep(rule)],
  )

function componentsInScope(release: Release, product: Product): Component[] {
  const names = release.scope.components.map(({ name }) => name)
  return inDeployOrder(product.components.filter(({ name }) => names.includes(name)))
}

const taskStep = ({ title, owner, lasts, noWayBack }: StepRule): Unplaced => ({
  kind: 'task',
  title,
  component: null,
  role: owner,
  takenBy: null,
  share: null,
  lasts,
  noWayBack,
})

const deployStep = (rule: StepRule, { name, deployedBy }: Component): Unplaced => ({
  ...taskStep(rule),
  kind: 'deploy',
  title: rule.title.replaceAll('{component}', name),
  component: name,
  role: rule.owner === 'component' ? deployedBy : rule.owner,
})

const openStep = ({ share, soak, owner }: Facts['model']['phases'][number]): Unplaced => ({
  kind: 'open',
  title: `Open to ${shareWords(share)}`,
  component: null,
  role: owner,
  takenBy: null,
  share,
  lasts: soak,
  noWayBack: false,
})

/** `nobody`, `10 %`, `everyone`. */
export function shareWords(share: number): string {
  if (share <= 0) return 'nobody'
  return share >= 100 ? 'everyone' : `${share} %`
}
