import { expect, test } from 'vitest'
import { report } from '../../scripts/soak/report.ts'
import { soak } from '../../scripts/soak/soak.ts'
import { freshDatabase } from '../databases.ts'

/**
 * The short one of `npm run soak:lives`: what it finds, it finds with 200 lives sooner. With this seed one release is
 * refused, moved, held and shipped, the other loses its go, is narrowed and rolled back.
 */
test(
  'two lives on a bad day, with a replica killed, lose nothing and say nothing twice',
  {
    timeout: 240_000,
  },
  async () => {
    const database = await freshDatabase('postgres')
    const wanted = { url: database.url ?? '', lives: 2, seed: 10, replicas: 3, faults: 0.4, killEvery: 450 }
    const began = performance.now()
    const soaked = await soak(wanted).finally(database.close)
    console.log(report(wanted, soaked, (performance.now() - began) / 1000).join('\n'))
    expect(soaked.problems).toEqual([])
    expect(soaked.kills).toBeGreaterThan(0)
    expect(soaked.counts.ballots.found).toBeGreaterThanOrEqual(4 * 4)
    expect(Object.keys(soaked.met).length).toBeGreaterThanOrEqual(4)
    expect(Math.min(soaked.byHttp, soaked.homes)).toBeGreaterThan(0)
  },
)
