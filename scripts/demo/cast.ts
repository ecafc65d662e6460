/** The people of the demo and of the stories: those whom manifest/products.yml names, in Berlin and New York. */
const berlin = 'Europe/Berlin'
const newYork = 'America/New_York'

const someone = (handle: string, name: string, title: string, zone: string) => ({
  handle,
  name,
  title,
  zone,
  email: `${handle}@example.com`,
})

export const cast = [
  { ...someone('rm', 'rm', 'Release manager', berlin), admin: true },
  someone('sec-lead', 'sec-lead', 'Security', berlin),
  someone('sec-second', 'sec-second', 'Security', newYork),
  someone('qa-lead', 'qa-lead', 'Quality', berlin),
  someone('ops-lead', 'ops-lead', 'Operations', berlin),
  someone('ops-oncall', 'ops-oncall', 'On call', newYork),
  someone('payments-lead', 'payments-lead', 'Product', berlin),
  someone('support-lead', 'support-lead', 'Support', newYork),
  someone('dba', 'dba', 'Data', berlin),
  someone('api-owner', 'api-owner', 'API team', newYork),
  someone('ledger-owner', 'ledger-owner', 'Ledger team', berlin),
  someone('web-owner', 'web-owner', 'Web team', berlin),
  someone('billing-lead', 'billing-lead', 'Billing, which uses Payments', berlin),
  someone('shop-lead', 'shop-lead', 'Shops, which use Payments', newYork),
  someone('reader', 'reader', 'Finance', berlin),
  { ...someone('visitor', 'visitor', 'Guest of a partner', newYork), guest: true },
]

export const castGroups = [
  { handle: 'payments-team', name: 'Payments team', members: ['api-owner', 'ledger-owner', 'web-owner'] },
]

/** #releases has everyone and the app; #general shows that it keeps out of other channels. */
export const castChannels = [
  { name: 'releases', members: 'all' as const },
  { name: 'general', members: cast.map(({ handle }) => handle) },
]
