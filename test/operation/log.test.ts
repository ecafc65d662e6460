import { describe, expect, test } from 'vitest'
import { makeLog } from '../../src/log.ts'
import { during, noted } from '../../src/operation/acting.ts'

function logging(level = 'info', secrets: string[] = []) {
  const written: string[] = []
  const log = makeLog(level, secrets, { write: (line) => void written.push(line) })
  return { log, lines: () => written.map((line) => JSON.parse(line)), text: () => written.join('') }
}

describe('a line of the log', () => {
  test('says what is being done, with what was learnt on the way', async () => {
    const { log, lines } = logging()
    await during({ act: 'command go', person: 'U1' }, async () => {
      noted({ release: 'payments-2.4.0' })
      await Promise.resolve()
      log.info('counted')
    })
    log.info('later')
    expect(lines()[0]).toMatchObject({
      act: 'command go',
      person: 'U1',
      release: 'payments-2.4.0',
      msg: 'counted',
    })
    expect(lines()[1]).not.toHaveProperty('act')
  })

  test('keeps two works apart that run at the same time', async () => {
    const { log, lines } = logging()
    const gate = Promise.withResolvers<void>()
    const slow = during({ act: 'slow' }, async () => {
      await gate.promise
      log.info('end')
    })
    await during({ act: 'quick' }, async () => log.info('end'))
    gate.resolve()
    await slow
    expect(lines().map(({ act }) => act)).toEqual(['quick', 'slow'])
  })

  test('never carries a secret, under whatever name it is logged', () => {
    const { log, text } = logging('trace', ['hunter2-hunter2'])
    const error = Object.assign(new Error('hunter2-hunter2 was wrong'), { config: { pass: 'other-secret' } })
    log.trace({ err: error, also: error, signing: 'hunter2-hunter2' }, 'xoxb-1-2-3 for hunter2-hunter2')
    log.error(error)
    expect(text()).toContain('was wrong')
    expect(text()).not.toMatch(/hunter2|other-secret|xoxb-/)
  })
})
