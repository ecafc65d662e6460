import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inBerlin } from '../../scripts/demo/clock.ts'
import { openStage, type Stage } from '../../scripts/demo/stage.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'

let database: TestDatabase
let north: Stage
let south: Stage

const stageOf = (id: string) =>
  openStage({
    database,
    log: pino({ level: 'silent' }),
    begins: inBerlin('2026-11-23 10:00'),
    transport: 'http',
    workspace: { team: { id, name: id, domain: id.toLowerCase() } },
  })

beforeEach(async () => {
  database = await freshDatabase('postgres')
  north = await stageOf('TNORTH')
  south = await stageOf('TSOUTH')
})
afterEach(async () => {
  await north.close()
  await south.close()
  await database.close()
})

test('two workspaces with equal products, versions and people share a database, and nothing crosses', async () => {
  const line = (why: string) => `/release new payments 2.4.0 1 dec 16:00 because ${why}`
  const [inNorth, inSouth] = [north.as('rm'), south.as('rm')]
  expect(inNorth.id).toBe(inSouth.id)

  await inNorth.run(line('The north needs it'), { in: '#releases' })
  await north.settled()
  expect((await inSouth.run('/release list', { in: '#releases' })).text).toContain('Nothing is in flight')
  expect(inSouth.sees('#releases').filter(({ text }) => text.includes('payments-2.4.0'))).toEqual([])

  await inSouth.run(line('The south needs it'), { in: '#releases' })
  await south.settled()
  await inNorth.waits('#rel-payments-2-4-0', 'The north needs it')
  await inSouth.waits('#rel-payments-2-4-0', 'The south needs it')

  await inNorth.run('/release hold refund errors', { in: '#rel-payments-2-4-0' })
  await inNorth.waits('#rel-payments-2-4-0', 'on hold')
  await north.settled()
  expect((await inSouth.run('/release status', { in: '#rel-payments-2-4-0' })).text).not.toContain('hold')
  expect(inSouth.sees('#rel-payments-2-4-0').filter(({ text }) => text.includes('on hold'))).toEqual([])
})
