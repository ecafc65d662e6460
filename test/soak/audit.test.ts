import { describe, expect, test } from 'vitest'
import { differences } from '../../scripts/soak/audit.ts'

describe('what was found beside what was expected', () => {
  test('the same in another order is no difference', () => {
    expect(differences(['card', 'ask', 'ask'], ['ask', 'card', 'ask'])).toEqual([])
  })

  test('what did not come is lost, one by one', () => {
    expect(differences(['ask', 'ask', 'card'], ['ask'])).toEqual(['lost ask', 'lost card'])
  })

  test('what came once more is doubled, and what nobody expected is told apart', () => {
    expect(differences(['ask'], ['ask', 'ask', 'gave-up'])).toEqual(['doubled ask', 'unexpected gave-up'])
  })
})
