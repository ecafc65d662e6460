import { expect, test } from 'vitest'
import { report } from '../../scripts/soak/report.ts'
import { soak } from '../../scripts/soak/soak.ts'
import { freshDatabase } from '../databases.ts'

/** The short one of `npm run soak:lives`: what it finds, it finds with 200 lives sooner. */
test(
  'a few lives on a bad day, with a replica killed, lose nothing and say nothing twice',
  {
    timeout: 240_000,
  },
  async () => {
    const database = await freshDatabase('postgres')
    const wanted = { url: database.url ?? '', lives: 3, seed: 1, replicas: 3, faults: 0.2, killEvery: 400 }
    const began = performance.now()
    const soaked = await soak(wanted).finally(database.close)
    console.log(report(wanted, soaked, (performance.now() - began) / 1000).join('\n'))
    expect(soaked.problems).toEqual([])
    expect(soaked.kills).toBeGreaterThan(0)
    expect(soaked.counts.ballots.found).toBeGreaterThanOrEqual(3 * 4)
  },
)
