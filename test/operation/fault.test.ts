import { DrizzleQueryError } from 'drizzle-orm/errors'
import { describe, expect, test } from 'vitest'
import { faultOf } from '../../src/operation/fault.ts'

const secret = 'kept-for-ourselves'
const shown = (error: unknown) => JSON.stringify(faultOf(error))

describe('of an error the log shows', () => {
  test('its kind, its words, where it was thrown, and why', () => {
    const fault = faultOf(new TypeError('no', { cause: new RangeError('too far') }))
    expect(fault).toMatchObject({
      type: 'TypeError',
      message: 'no',
      causes: [{ type: 'RangeError', message: 'too far' }],
    })
    expect(fault.stack?.[0]).toMatch(/^at .*fault\.test\.ts/)
  })

  test('Slack’s word and what it says it needs, and no more of its answer', () => {
    const refusal = Object.assign(new Error('An API error occurred: missing_scope'), {
      code: 'slack_webapi_platform_error',
      data: { error: 'missing_scope', needed: 'pins:write', provided: secret, response_metadata: {} },
    })
    expect(faultOf(refusal)).toMatchObject({ slack: 'missing_scope', needed: 'pins:write' })
    expect(shown(refusal)).not.toContain(secret)
  })

  test('no request, header, body or parameter that a library hangs on it', () => {
    const request = Object.assign(new Error('socket hang up'), {
      config: { headers: { Authorization: secret } },
      headers: { cookie: secret },
      body: { text: secret },
      request: { path: secret },
    })
    const query = new DrizzleQueryError('insert into kept', [secret], request)
    expect(faultOf(query)).toMatchObject({ message: 'Failed query: insert into kept' })
    expect(shown(query)).not.toContain(secret)
    expect(shown(Object.assign(new Error('outer'), { original: query, originals: [query] }))).not.toContain(
      secret,
    )
  })

  test('what is no error by its words', () => {
    expect(faultOf('gone')).toEqual({ type: 'string', message: 'gone' })
    expect(faultOf({ message: 'from a library', queue: secret })).toEqual({
      type: 'Error',
      message: 'from a library',
    })
  })

  test('an end, although it causes itself', () => {
    const circle = new Error('again')
    circle.cause = circle
    expect(shown(circle)).toContain('again')
  })
})
