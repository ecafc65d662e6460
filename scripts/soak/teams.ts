import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PersonSeed } from '../../test/workspace/options.ts'
import { cast } from '../demo/cast.ts'

/** Each releases a product of its own, with people of its own. */
export const teams = ['north', 'south', 'east', 'west', 'lake', 'hill', 'coast', 'isle'] as const
export type Team = (typeof teams)[number]

const roles = {
  Security: ['sec-lead', 'sec-second'],
  Quality: ['qa-lead'],
  Operations: ['ops-lead'],
  Product: ['payments-lead'],
  Support: ['support-lead'],
  Data: ['dba'],
  'On call': ['ops-oncall'],
  API: ['api-owner'],
  Ledger: ['ledger-owner'],
}

/** The demo's person of that handle in this team. */
export const memberOf = (team: Team, handle: string) => `${handle}-${team}`

/** The demo's people, once per team. */
export const everyone: PersonSeed[] = teams.flatMap((team) =>
  cast
    .filter(({ handle }) => handle === 'rm' || Object.values(roles).flat().includes(handle))
    .map((person) => {
      const handle = memberOf(team, person.handle)
      return { ...person, handle, name: handle, email: `${handle}@example.com` }
    }),
)

const productOf = (team: Team) => ({
  title: team,
  zone: 'Europe/Berlin',
  channel: 'releases',
  model: 'quick',
  components: {
    api: {
      repository: 'https://gitlab.example.com/api',
      owner: 'API',
      deployedBy: 'On call',
      dependsOn: ['ledger'],
    },
    ledger: { repository: 'https://gitlab.example.com/ledger', owner: 'Ledger', deployedBy: 'On call' },
  },
  roles: Object.fromEntries(
    Object.entries(roles).map(([role, handles]) => [
      role,
      handles.map((handle) => `${memberOf(team, handle)}@example.com`),
    ]),
  ),
})

/** Writes a manifest's folder with their products; JSON is YAML. */
export async function writeManifest() {
  const folder = await mkdtemp(join(tmpdir(), 'shipshape-soak-'))
  await mkdir(join(folder, 'models'))
  await cp('scripts/soak/quick.yml', join(folder, 'models', 'quick.yml'))
  const products = Object.fromEntries(teams.map((team) => [team, productOf(team)]))
  await writeFile(join(folder, 'products.yml'), JSON.stringify(products))
  return { folder, remove: () => rm(folder, { recursive: true }) }
}
