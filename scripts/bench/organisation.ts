import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Who releases what in the bench: the smallest manifest that makes 6 components, 20 items, 12 steps and 8 checks. */
export const workspace = 'TBENCH'
export const manager = 'UMANAGER'
/** They answer the vote; two more roles never do, so that nothing is ever decided. */
export const voters = numbered(10, 'UVOTER')
const silent = numbered(2, 'USILENT')
export const everyone = [manager, ...voters, ...silent]

export const products = numbered(10, 'product-')
const components = numbered(6, 'part-')

function numbered(count: number, prefix: string): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i}`)
}

const roleOf = (person: string) => `Role of ${person.toLowerCase()}`
const roles = [...voters, ...silent]
const owner = roleOf(voters[0] ?? manager)

const product = {
  title: 'Bench',
  zone: 'Europe/Berlin',
  channel: 'releases',
  model: 'bench',
  components: Object.fromEntries(components.map((name) => [name, { owner }])),
  roles: Object.fromEntries(roles.map((person) => [roleOf(person), [person]])),
}

const model = {
  summary: 'As much as a large release has',
  lead: '20 working days before, 09:00',
  roles: roles.map((person) => ({ name: roleOf(person) })),
  items: [
    { title: '{component}', about: 'component', owner: 'component', due: '1 working day before, 17:00' },
    ...numbered(14, 'Procedure ').map((title) => ({ title, owner, due: '1 working day before, 17:00' })),
  ],
  vote: { opens: '9 working days before, 09:00', closes: '4 hours before', goHolds: '3 days' },
  steps: [
    { title: 'Deploy {component}', kind: 'deploy', owner: 'component', lasts: '10 min' },
    ...numbered(3, 'Task ').map((title) => ({ title, owner, lasts: '10 min' })),
  ],
  phases: [
    { share: '1 %', soak: '1 h', owner },
    { share: '10 %', soak: '18 h', owner },
    { share: 'everyone', owner },
  ],
  checks: numbered(8, 'Check ').map((title) => ({ title, owner })),
  review: { lasts: '1 week', archiveAfter: '3 days' },
}

/** Writes it as a manifest's folder; JSON is YAML. */
export async function writeManifest() {
  const folder = await mkdtemp(join(tmpdir(), 'shipshape-bench-'))
  await mkdir(join(folder, 'models'))
  await writeFile(join(folder, 'models', 'bench.yml'), JSON.stringify(model))
  const all = Object.fromEntries(products.map((name) => [name, product]))
  await writeFile(join(folder, 'products.yml'), JSON.stringify(all))
  return { folder, remove: () => rm(folder, { recursive: true }) }
}
