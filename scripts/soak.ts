/**
 * `npm run soak:lives -- --n 200 --seed 1`: many whole lives at once on PostgreSQL, with replicas that are killed and
 * a Slack that has a bad day. Prints what should have come and what came; anything lost or doubled is an error.
 * `--faults 0.2` makes the day better, `--kill-every 5000` (calls and deliveries, 0 for never) kills less often,
 * `--replicas` is how many there are, `--without search-off.ts` takes a guard away (test/setup), to see it fail.
 */
import { parseArgs } from 'node:util'
import { openBenchDatabase } from './bench/database.ts'
import { report } from './soak/report.ts'
import { soak } from './soak/soak.ts'

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    replicas: { type: 'string', default: '3' },
    faults: { type: 'string', default: '1' },
    'kill-every': { type: 'string', default: '1500' },
    without: { type: 'string', multiple: true, default: [] },
  },
})
const began = performance.now()
const seconds = () => (performance.now() - began) / 1000
const database = await openBenchDatabase(process.env.DATABASE_URL)
const wanted = {
  url: database.url,
  lives: Number(values.n),
  seed: Number(values.seed),
  replicas: Number(values.replicas),
  faults: Number(values.faults),
  killEvery: Number(values['kill-every']),
  without: values.without,
  print: (line: string) => console.log(`${seconds().toFixed(0).padStart(5)} s  ${line}`),
}
const soaked = await soak(wanted).finally(database.close)
for (const line of report(wanted, soaked, seconds())) console.log(line)
process.exit(soaked.problems.length === 0 ? 0 : 1)
