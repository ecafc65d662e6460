import { describe, expect, test } from 'vitest'
import { ManifestError, parseManifest } from '../../src/manifest/manifest.ts'
import { files, model, products } from './small-manifest.ts'

/** The problems that are told when one line of the model or of the products is written otherwise. */
function problems(over: { products?: string; model?: string }): string[] {
  try {
    parseManifest(files(over))
  } catch (error) {
    if (error instanceof ManifestError) return error.message.split('\n')
    throw error
  }
  return []
}

test('a manifest says what there is, with what it leaves out filled in', () => {
  const { models, products } = parseManifest(files())
  expect(products).toEqual([
    {
      name: 'web',
      title: 'Web',
      zone: 'Europe/Berlin',
      channel: 'releases',
      model: 'small',
      components: [
        { name: 'shop', repository: null, owner: 'Web', deployedBy: 'Web', dependsOn: [] },
        { name: 'cart', repository: null, owner: 'Web', deployedBy: 'On call', dependsOn: ['shop'] },
      ],
      roles: { Web: ['web@example.com'], 'On call': ['@web-oncall', 'U0123'] },
      consumers: [
        { name: 'Billing', contact: 'billing@example.com', notice: 432_000_000 },
        { name: 'Shops', contact: '@shops', notice: null },
      ],
    },
  ])
  expect(models).toMatchObject([
    {
      name: 'small',
      roles: [{ name: 'Product', mandatory: true, holders: 'product' }],
      items: [{ about: 'component', procedure: null, evidence: false, required: true }],
      steps: [{ kind: 'deploy', noWayBack: false, lasts: 600_000 }],
      margin: 0,
      phases: [{ share: 100, soak: 0 }],
      reminders: [],
    },
  ])
})

describe('a slip of the pen is told with file, line and what was expected', () => {
  test.each([
    [
      'due: 1 working day before, 17:00',
      'due: soon',
      'manifest/models/small.yml:9: due: expected "2 working days before, 17:00" or "4 hours before", found "soon"',
    ],
    [
      '  goHolds: 1 day\n',
      '',
      'manifest/models/small.yml:10: goHolds: expected a duration like "18 h" or "3 days", found nothing',
    ],
    [
      'lasts: 10 min',
      'lasts: 10',
      'manifest/models/small.yml:18: lasts: expected a duration like "18 h" or "3 days", found 10',
    ],
    [
      'share: everyone',
      'share: 50 %',
      'manifest/models/small.yml:19: phases: expected everyone in the last phase, found a list',
    ],
    [
      'about: component',
      'about: rollback',
      'manifest/models/small.yml:7: about: expected "component" or "way back" or "runbook" or "communication" or "on-call" or "other", found "rollback"',
    ],
    [
      '    due: 1 working day before, 17:00\n',
      '    due: 1 working day before, 17:00\n    risk: { level: high, what: new, sign: errors, answer: stop }\n',
      'manifest/models/small.yml:10: risk: expected no risk; it is named once, in an item that is not per component, found names with values',
    ],
    [
      '  - title: "{component}"\n    about: component\n    owner: component\n',
      '  - title: Load test\n    owner: Product\n    risk: { level: grave, what: new, sign: errors, answer: stop }\n',
      'manifest/models/small.yml:8: level: expected "high" or "medium" or "low", found "grave"',
    ],
    ['summary:', 'sumary:', 'manifest/models/small.yml:1: sumary is not known here'],
    [
      '"{component}"',
      '{component}',
      'manifest/models/small.yml:6: title: expected a text, found names with values',
    ],
    [
      '"{component}"',
      'Component',
      'manifest/models/small.yml:6: title: expected a title with {component}, in quotation marks, found "Component"',
    ],
    [
      '    about: component\n',
      '',
      'manifest/models/small.yml:7: owner: expected a role; only what is done per component is owned by "component", found "component"',
    ],
    ['checks: []', 'checks:', 'manifest/models/small.yml:22: checks: expected a list, found nothing'],
    [
      'owner: Product',
      'owner: Prodct',
      'manifest/models/small.yml:21: owner: expected a role of this model or of a product, found "Prodct"',
    ],
    [
      'owner: Product',
      'owner: component',
      'manifest/models/small.yml:21: owner: expected a role of this model or of a product, found "component"',
    ],
    [
      '- name: Product',
      '- name: Product\n    mandatory: false',
      'manifest/models/small.yml:3: roles: expected at least one mandatory role, found a list',
    ],
    [
      'checks: []',
      'checks: [',
      'manifest/models/small.yml:23: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['lead:', 'summary:', 'manifest/models/small.yml:2: Map keys must be unique'],
  ])('model: %j written as %j', (right, wrong, told) => {
    expect(model).toContain(right)
    expect(problems({ model: model.replace(right, wrong) })).toContain(told)
  })

  test.each([
    [
      'zone: Europe/Berlin',
      'zone: Berlin',
      'manifest/products.yml:3: zone: expected a time zone like Europe/Berlin, found "Berlin"',
    ],
    [
      'web:',
      'Web Shop:',
      'manifest/products.yml:1: expected a name of at most 30 small letters, digits and dashes, found "Web Shop"',
    ],
    [
      'contact: "@shops"',
      'contact: the shops',
      'manifest/products.yml:21: contact: expected an e-mail, a Slack id, or the @handle of a user group, found "the shops"',
    ],
    [
      'notice: 5 days',
      'notice: soon',
      'manifest/products.yml:19: notice: expected a duration like "18 h" or "3 days", found "soon"',
    ],
    ['model: small', 'model: big', 'manifest/products.yml:5: model: expected "small", found "big"'],
    [
      'owner: Web',
      'owner: Wbe',
      'manifest/products.yml:8: owner: expected a role of web or of its model, found "Wbe"',
    ],
    [
      'deployedBy: On call',
      'deployedBy: Ops',
      'manifest/products.yml:11: deployedBy: expected a role of web or of its model, found "Ops"',
    ],
    [
      '[shop]',
      '[shopp]',
      'manifest/products.yml:12: dependsOn: expected a component of this product, found "shopp"',
    ],
    [
      '[shop]',
      '[cart]',
      'manifest/products.yml:6: components: expected dependencies without a circle, found names with values',
    ],
    [
      'web@example.com',
      'the web team',
      'manifest/products.yml:14: Web: expected an e-mail, a Slack id, or the @handle of a user group, found "the web team"',
    ],
    [
      'channel: "#releases"',
      'channel: #releases',
      'manifest/products.yml:4: channel: expected a channel, found nothing',
    ],
  ])('products: %j written as %j', (right, wrong, told) => {
    expect(products).toContain(right)
    expect(problems({ products: products.replace(right, wrong) })).toContain(told)
  })

  test('every problem of every file at once', () => {
    const told = problems({
      model: model.replace('lasts: 1 week', 'lasts: ages').replace('opens: 4 hours before', 'opens: early'),
      products: products.replace('zone: Europe/Berlin', 'zone: Berlin'),
    })
    expect(told.map((problem) => problem.split(' ')[0])).toEqual([
      'manifest/products.yml:3:',
      'manifest/models/small.yml:11:',
      'manifest/models/small.yml:24:',
    ])
  })
})
