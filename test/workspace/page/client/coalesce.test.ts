import { expect, test } from 'vitest'
import { coalesce } from './coalesce.ts'

function counted() {
  const runs: PromiseWithResolvers<void>[] = []
  const call = coalesce(() => {
    const run = Promise.withResolvers<void>()
    runs.push(run)
    return run.promise
  })
  return { runs, call }
}

test('calls that come meanwhile share one more run, which begins after this one', async () => {
  const { runs, call } = counted()
  const first = call()
  const others = [call(), call(), call()]
  expect(runs).toHaveLength(1)

  runs[0]?.resolve()
  await first
  await Promise.resolve()
  expect(runs).toHaveLength(2)

  runs[1]?.resolve()
  await Promise.all(others)
  expect(runs).toHaveLength(2)
})

test('a call after everything is done runs again', async () => {
  const { runs, call } = counted()
  const first = call()
  runs[0]?.resolve()
  await first
  void call()
  expect(runs).toHaveLength(2)
})
