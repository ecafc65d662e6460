/** A manifest as small as can be, for tests that write one line of it otherwise. */
export const model = `summary: A small one
lead: 2 working days before, 09:00
roles:
  - name: Product
items:
  - title: "{component}"
    about: component
    owner: component
    due: 1 working day before, 17:00
vote:
  opens: 4 hours before
  closes: 1 hour before
  goHolds: 1 day
steps:
  - title: Deploy {component}
    kind: deploy
    owner: component
    lasts: 10 min
phases:
  - share: everyone
    owner: Product
checks: []
review:
  lasts: 1 week
  archiveAfter: 3 days
`

export const products = `web:
  title: Web
  zone: Europe/Berlin
  channel: "#releases"
  model: small
  components:
    shop:
      owner: Web
    cart:
      owner: Web
      deployedBy: On call
      dependsOn: [shop]
  roles:
    Web: [web@example.com]
    On call: ["@web-oncall", U0123]
  consumers:
    Billing:
      contact: billing@example.com
      notice: 5 days
    Shops:
      contact: "@shops"
`

export const files = (over: { products?: string; model?: string } = {}) => ({
  products: { file: 'manifest/products.yml', written: over.products ?? products },
  models: [{ file: 'manifest/models/small.yml', written: over.model ?? model }],
})
