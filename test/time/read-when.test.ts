import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { readWhen } from '../../src/time/read-when.ts'
import { full } from '../../src/time/words.ts'
import { nasty } from '../slack/nasty.ts'

const berlin = 'Europe/Berlin'
const newYork = 'America/New_York'
/** Friday, 18:00 in Berlin. */
const now = new Date('2026-11-20T17:00:20Z')

const read = (text: string, zone = berlin, at = now) => {
  const when = readWhen(text, { now: at, zone })
  return when && `${full(when.instant, zone)}${when.hasTime ? '' : ' (day)'}${when.rest && ` | ${when.rest}`}`
}

describe('dates as people say them', () => {
  test.each([
    ['1 dec 16:00', 'Tue 1 Dec, 16:00'],
    ['Tue 1 Dec, 16:00', 'Tue 1 Dec, 16:00'],
    ['1. dec 16:00', 'Tue 1 Dec, 16:00'],
    ['1st of December at 4 in the afternoon', 'Tue 1 Dec, 16:00'],
    ['dec 1, 4pm', 'Tue 1 Dec, 16:00'],
    ['1/12 16:00', 'Tue 1 Dec, 16:00'],
    ['1.12. 16:00', 'Tue 1 Dec, 16:00'],
    ['1.12 16:00', 'Tue 1 Dec, 16:00'],
    ['01.12.2026 16:00', 'Tue 1 Dec, 16:00'],
    ['2026-12-01 16:00', 'Tue 1 Dec, 16:00'],
    ['tue 16:00', 'Tue 24 Nov, 16:00'],
    ['Tues 16:00', 'Tue 24 Nov, 16:00'],
    ['weds 4 p.m.', 'Wed 25 Nov, 16:00'],
    ['thu 4pm', 'Thu 26 Nov, 16:00'],
    ['tue 9', 'Tue 24 Nov, 09:00'],
    ['tomorrow 9', 'Sat 21 Nov, 09:00'],
    ['tomorrow at 16h', 'Sat 21 Nov, 16:00'],
    ['1 dec 16', 'Tue 1 Dec, 16:00'],
    ['Dec 1, 16', 'Tue 1 Dec, 16:00'],
    ['1 dec 26', 'Tue 1 Dec, 09:00 (day)'],
    ['last fri 16:00', 'Fri 13 Nov, 16:00'],
    ['17:00', 'Sat 21 Nov, 17:00'],
    ['day after tomorrow 9', 'Sun 22 Nov, 09:00'],
    ['tue noon', 'Tue 24 Nov, 12:00'],
    ['tuesday evening', 'Tue 24 Nov, 20:00'],
    ['today 20:15', 'Fri 20 Nov, 20:15'],
    ['20:15', 'Fri 20 Nov, 20:15'],
    ['in 2 hours', 'Fri 20 Nov, 20:00'],
    ['in 90 min', 'Fri 20 Nov, 19:30'],
    ['now', 'Fri 20 Nov, 18:00'],
    ['in 3 days at 9', 'Mon 23 Nov, 09:00'],
    ['15 jan 9:00', 'Fri 15 Jan, 09:00'],
  ])('%s', (text, told) => {
    expect(read(text)).toBe(told)
  })

  test.each([
    ['fri', 'Fri 27 Nov, 09:00 (day)'],
    ['1 dec', 'Tue 1 Dec, 09:00 (day)'],
    ['in 3 days', 'Mon 23 Nov, 09:00 (day)'],
    ['next week', 'Fri 27 Nov, 09:00 (day)'],
  ])('%s is a day, its time is the default', (text, told) => {
    expect(read(text)).toBe(told)
  })

  test('the default time is given by who asks', () => {
    const when = readWhen('tue', { now, zone: berlin, defaultTime: '17:30' })
    expect(when?.instant).toEqual(new Date('2026-11-24T16:30:00Z'))
  })

  test('months come first for those who read them so', () => {
    expect(readWhen('12/1 16:00', { now, zone: newYork, locale: 'en-US' })?.instant).toEqual(
      new Date('2026-12-01T21:00Z'),
    )
  })

  test.each([['soon'], [''], ['9'], ['may fail'], ['2.4.0'], ['4 1600'], ['1 dec 1600'], ['4be77d1']])(
    '%j is no date',
    (text) => {
      expect(read(text)).toBeUndefined()
    },
  )
})

describe('what else was said', () => {
  test.each([
    ['payments 2.4.0 phased 1 dec 16:00', 'Tue 1 Dec, 16:00 | payments 2.4.0 phased'],
    ['to thu 16:00.', 'Thu 26 Nov, 16:00'],
    ['thu 16:00, load test late', 'Thu 26 Nov, 16:00 | load test late'],
    ['until fri 17:00 @rm', 'Fri 27 Nov, 17:00 | @rm'],
    ['2024.11.1 tue 16:00', 'Tue 24 Nov, 16:00 | 2024.11.1'],
    ['tue 16:00 Berlin wall', 'Tue 24 Nov, 16:00 | wall'],
    ['tomorrow 9 % of users', 'Sat 21 Nov, 09:00 (day) | 9 % of users'],
  ])('%s', (text, told) => {
    expect(read(text)).toBe(told)
  })
})

describe('backwards and forwards', () => {
  test('a weekday is the next one that is still to come', () => {
    expect(read('fri 17:59')).toBe('Fri 27 Nov, 17:59')
    expect(read('fri 18:01')).toBe('Fri 20 Nov, 18:01')
    expect(read('fri 08:00', berlin, new Date('2026-11-20T08:00Z'))).toBe('Fri 27 Nov, 08:00')
    expect(read('fri', berlin, new Date('2026-11-20T08:30Z'))).toBe('Fri 27 Nov, 09:00 (day)')
  })

  test('a day that has just passed has passed; one long ago is next year', () => {
    expect(readWhen('20 nov 16:00', { now, zone: berlin })?.instant).toEqual(new Date('2026-11-20T15:00Z'))
    expect(readWhen('1 nov 16:00', { now, zone: berlin })?.instant).toEqual(new Date('2026-11-01T15:00Z'))
    expect(readWhen('1 may 16:00', { now, zone: berlin })?.instant).toEqual(new Date('2027-05-01T14:00Z'))
    expect(readWhen('1 nov 2027 16:00', { now, zone: berlin })?.instant).toEqual(
      new Date('2027-11-01T15:00Z'),
    )
    expect(readWhen('yesterday 16:00', { now, zone: berlin })?.instant).toEqual(new Date('2026-11-19T15:00Z'))
  })
})

describe('zones', () => {
  test('dates are meant in the zone of who speaks, whose day it may be already', () => {
    const late = new Date('2026-11-20T23:30Z')
    expect(read('tomorrow 9', berlin, late)).toBe('Sun 22 Nov, 09:00')
    expect(read('tomorrow 9', newYork, late)).toBe('Sat 21 Nov, 09:00')
    expect(read('tomorrow 9', 'Asia/Tokyo', late)).toBe('Sun 22 Nov, 09:00')
  })

  test.each([
    ['tue 16:00 Berlin', '2026-11-24T15:00'],
    ['1 dec, 16:00 Europe/Berlin', '2026-12-01T15:00'],
    ['wed 2 Dec 4pm New York time', '2026-12-02T21:00'],
    ['tomorrow 9 london', '2026-11-21T09:00'],
    ['tue 16:00 (Tokyo)', '2026-11-24T07:00'],
    ['tue 16:00 UTC', '2026-11-24T16:00'],
    ['2026-12-01T16:00Z', '2026-12-01T16:00'],
    ['2026-12-01T16:00:00+01:00', '2026-12-01T15:00'],
    ['tue 4pm ET', '2026-11-24T21:00'],
    ['tue 16:00 IST', '2026-11-24T10:30'],
    ['9 dec 4pm CET', '2026-12-09T15:00'],
    ['in 2 hours Berlin', '2026-11-20T19:00'],
  ])('a zone that is named goes before it: %s', (text, instant) => {
    const when = readWhen(text, { now, zone: 'Asia/Kolkata' })
    expect(when?.instant.toISOString().slice(0, 16)).toBe(instant)
    expect(when?.rest).toBe('')
  })

  test('a place decides which day a weekday is', () => {
    const mondayInTokyo = new Date('2026-11-22T20:00Z')
    const when = readWhen('mon 9:00 Tokyo', { now: mondayInTokyo, zone: newYork })
    expect(when?.instant).toEqual(new Date('2026-11-23T00:00Z'))
  })
})

describe('across a change of clocks', () => {
  const saturday = new Date('2026-10-24T10:00Z')
  const beforeSpring = new Date('2026-03-28T10:00Z')

  test.each([
    ['the wall time of the day counts', 'monday 10:00', berlin, saturday, '2026-10-26T09:00'],
    ['also backwards', 'monday 10:00', berlin, beforeSpring, '2026-03-30T08:00'],
    ['and further west', 'monday 10:00', newYork, new Date('2026-10-30T10:00Z'), '2026-11-02T15:00'],
    ['a skipped time is later', 'tomorrow 2:30', berlin, beforeSpring, '2026-03-29T01:30'],
    ['of a time that comes twice, the first', 'tomorrow 2:30', berlin, saturday, '2026-10-25T00:30'],
    ['also in New York', '1 nov 1:30', newYork, new Date('2026-10-30T10:00Z'), '2026-11-01T05:30'],
    ['hours are hours that pass', 'in 24 hours', berlin, saturday, '2026-10-25T10:00'],
    ['days are days of the calendar', 'in 1 day at 12:00', berlin, saturday, '2026-10-25T11:00'],
  ])('%s', (_, text, zone, at, instant) => {
    expect(readWhen(text, { now: at, zone })?.instant.toISOString().slice(0, 16)).toBe(instant)
  })
})

describe('wherever the machine stands', () => {
  const machine = process.env.TZ
  afterEach(() => {
    if (machine === undefined) delete process.env.TZ
    else process.env.TZ = machine
  })

  test.each(['UTC', berlin, newYork, 'Asia/Tokyo', 'Pacific/Apia'])('in %s the same is read', (zone) => {
    process.env.TZ = zone
    const before = new Date('2026-03-28T22:30Z')
    expect(read('sun 2:30', newYork, new Date('2026-03-07T22:30Z'))).toBe('Sun 8 Mar, 03:30')
    expect(read('sun 2:30', berlin, before)).toBe('Sun 29 Mar, 03:30')
    expect(read('tomorrow 9', berlin, before)).toBe('Sun 29 Mar, 09:00')
    expect(read('in 2 hours', berlin, before)).toBe('Sun 29 Mar, 01:30')
    expect(read('fri 18:01')).toBe('Fri 20 Nov, 18:01')
  })

  test('nothing depends on its zone', () => {
    const said = fc.constantFrom(
      'tue',
      'fri 16:00',
      '16:00',
      'tomorrow 9',
      'in 3 days',
      '1 dec 16:00',
      'tonight',
      'in 2 hours',
    )
    const instant = fc.date({ min: now, max: new Date('2027-12-01T00:00Z'), noInvalidDate: true })
    const zones = fc.constantFrom(berlin, newYork, 'Asia/Tokyo', 'Pacific/Apia')
    fc.assert(
      fc.property(said, instant, zones, zones, (text, at, zone, there) => {
        process.env.TZ = 'UTC'
        const expected = read(text, zone, at)
        process.env.TZ = there
        expect(read(text, zone, at)).toBe(expected)
      }),
    )
  })
})

describe('whatever is typed', () => {
  test('nothing fails', () => {
    const words = fc.constantFrom(
      'tue',
      '16:00',
      '1 dec',
      'in 2 hours',
      'Berlin',
      'at',
      '31.2. ',
      '99:99',
      'New York',
    )
    const text = fc.array(fc.oneof(nasty, words), { maxLength: 6 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(text, (typed) => {
        const when = readWhen(typed, { now, zone: berlin })
        if (when) expect(Number.isNaN(when.instant.getTime())).toBe(false)
      }),
    )
  })

  test('a time that we wrote is read as the same time', () => {
    const soon = fc.date({ min: now, max: new Date('2027-08-01T00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(soon, fc.constantFrom(berlin, newYork, 'Asia/Kolkata'), (instant, zone) => {
        expect(read(full(instant, zone), zone)).toBe(full(instant, zone))
      }),
    )
  })
})
