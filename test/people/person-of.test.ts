import { describe, expect, test } from 'vitest'
import { personOf, slackUser } from '../../src/people/contract.ts'

const told = {
  id: 'U1',
  team_id: 'T1',
  name: 'ada',
  real_name: 'Ada Lovelace',
  tz: 'Europe/London',
  profile: { display_name: 'ada-l', real_name: 'Ada Lovelace', email: 'Ada@Example.com' },
}
const read = (over: object = {}) => personOf(slackUser.parse({ ...told, ...over }), 'T1')

test('a person as the rules know them', () => {
  expect(read()).toEqual({
    id: 'U1',
    name: 'ada-l',
    email: 'ada@example.com',
    zone: 'Europe/London',
    guest: false,
    deleted: false,
    admin: false,
  })
})

describe('a name is always there', () => {
  test.each([
    [{ profile: { display_name: '', real_name: 'Ada' } }, 'Ada'],
    [{ profile: {} }, 'Ada Lovelace'],
    [{ profile: {}, real_name: null }, 'ada'],
  ])('%o', (over, name) => {
    expect(read(over)?.name).toBe(name)
  })
})

describe('guests are', () => {
  test.each([
    ['guests of one channel', { is_ultra_restricted: true }, true],
    ['guests of several', { is_restricted: true }, true],
    ['people of a connected workspace', { is_stranger: true }, true],
    ['people of another workspace', { team_id: 'T2' }, true],
    [
      'not those whom an enterprise put here too',
      { team_id: 'T2', enterprise_user: { teams: ['T1', 'T2'] } },
      false,
    ],
    ['not members', {}, false],
  ])('%s', (_, over, guest) => {
    expect(read(over)?.guest).toBe(guest)
  })
})

test.each([{ is_bot: true }, { is_workflow_bot: true }, { id: 'USLACKBOT' }])('%o is nobody', (over) => {
  expect(read(over)).toBeNull()
})

test('who left has no zone and no roles in Slack; the row says so', () => {
  expect(read({ deleted: true, tz: undefined, profile: {} })).toMatchObject({
    deleted: true,
    zone: 'UTC',
    email: null,
  })
})

test('a zone that no library knows is UTC', () => {
  expect(read({ tz: 'Mars/Olympus' })?.zone).toBe('UTC')
})

test.each([{ is_admin: true }, { is_owner: true }])('%o is an admin', (over) => {
  expect(read(over)?.admin).toBe(true)
})

test('what Slack leaves out or adds does not matter', () => {
  expect(personOf(slackUser.parse({ id: 'U1', color: '9f69e7', has_2fa: true }), 'T1')).toMatchObject({
    id: 'U1',
    guest: false,
  })
})
