import type { ItemRule, Model, RoleRule, StepRule } from '../src/models/models.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const role = (name: string, mandatory = true): RoleRule => ({ name, mandatory, holders: 'product' })
const item = (rule: Partial<ItemRule> & Pick<ItemRule, 'title' | 'owner'>): ItemRule => ({
  about: 'procedure',
  procedure: 'other',
  due: { workingDays: 2, at: '17:00' },
  evidence: false,
  required: true,
  ...rule,
})
const step = (rule: Partial<StepRule> & Pick<StepRule, 'title' | 'owner' | 'lasts'>): StepRule => ({
  kind: 'task',
  noWayBack: false,
  ...rule,
})

export const standard: Model = {
  name: 'standard',
  version: 1,
  summary: 'A planned release, opened in phases',
  lead: { workingDays: 7, at: '09:00' },
  roles: [role('Security'), role('Quality'), role('Operations'), role('Product'), role('Support', false)],
  items: [
    item({ about: 'component', procedure: null, title: '{component}', owner: 'component' }),
    item({
      procedure: 'way back',
      title: 'Rehearse the rollback',
      owner: 'Data',
      due: { workingDays: 5, at: '17:00' },
    }),
    item({ title: 'Migration on a copy', owner: 'Data' }),
    item({ title: 'Load test, twice the traffic', owner: 'Quality', evidence: true }),
    item({ procedure: 'runbook', title: 'Runbook', owner: 'Operations' }),
    item({ procedure: 'communication', title: 'Brief support', owner: 'Support' }),
    item({ procedure: 'on-call', title: 'On-call', owner: 'On call' }),
  ],
  vote: { opens: { workingDays: 1, at: '15:00' }, closes: { before: 4 * hour }, goHolds: 3 * day },
  steps: [
    step({ title: 'Tell support', owner: 'Support', lasts: 5 * minute }),
    step({ title: 'Migrate the data', owner: 'Data', lasts: 15 * minute }),
    step({ kind: 'deploy', title: 'Deploy {component}', owner: 'component', lasts: 10 * minute }),
  ],
  margin: 10 * minute,
  phases: [
    { share: 1, soak: hour, owner: 'Product' },
    { share: 10, soak: 18 * hour, owner: 'Product' },
    { share: 100, soak: 0, owner: 'Product' },
  ],
  checks: [
    { title: 'Key journey end to end', owner: 'Quality', required: true },
    { title: 'Error rate within its limit', owner: 'Operations', required: true },
    { title: 'Support tickets', owner: 'Support', required: false },
    { title: 'Totals agree', owner: 'Data', required: true },
    { title: 'Authors saw their change live', owner: 'Product', required: false },
  ],
  review: { lasts: 7 * day, archiveAfter: 3 * day },
  reminders: [
    { workingDays: 3, at: '09:00' },
    { workingDays: 1, at: '09:00' },
  ],
}
