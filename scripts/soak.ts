/**
 * `npm run soak:lives -- --n 200 --seed 1`: many whole lives at once on PostgreSQL, with replicas that are killed and
 * a Slack that has a bad day. Prints what was expected and what was found; exits with 1 when anything is lost or doubled.
 * `--no-faults`, `--replicas N` and `--kill-every N` (0 for never) make it easier.
 */
import { parseArgs } from 'node:util'
import { openBenchDatabase } from './bench/database.ts'
import { soak } from './soak/soak.ts'

const { values } = parseArgs({
  allowNegative: true,
  options: {
    n: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    replicas: { type: 'string', default: '3' },
    faults: { type: 'boolean', default: true },
    'kill-every': { type: 'string', default: '1500' },
  },
})
const began = performance.now()
const database = await openBenchDatabase(process.env.DATABASE_URL)
const found = await soak({
  url: database.url,
  lives: Number(values.n),
  seed: Number(values.seed),
  replicas: Number(values.replicas),
  faults: values.faults,
  killEvery: Number(values['kill-every']),
  print: (line) => console.log(`${((performance.now() - began) / 1000).toFixed(1)} s  ${line}`),
}).finally(() => database.close())
console.log(found)
process.exit(found.problems.length === 0 ? 0 : 1)
