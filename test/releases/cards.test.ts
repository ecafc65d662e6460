import { describe, expect, test } from 'vitest'
import { announcement } from '../../src/releases/announcement.ts'
import type { Release } from '../../src/releases/release.ts'
import { drawStatus } from '../../src/releases/status-card.ts'
import { drawn, givenCleared, openToTen } from '../execution/given-execution.ts'
import { berlin, givenFacts } from '../given.ts'
import { shown } from '../shown.ts'

const before = givenCleared({ targets: [] })
const after = { ...openToTen(), targets: [] }
const announced = (release: Release) => shown(drawn(announcement, release)).split('\n')
const status = (release: Release) => shown(drawStatus(release, givenFacts(), berlin('1 Dec 17:30')))

describe('the announcement', () => {
  test('tells when who will have it', () => {
    expect(announced(before).slice(2, 4)).toEqual([
      '1 % first, then 10 %, everyone by Wed 2 Dec, 11:00',
      'Run by rm · in Berlin: Tue 16:00',
    ])
  })

  test('tells no plan once somebody has it', () => {
    expect(announced(after)[2]).toBe('Run by rm')
  })
})

describe('the status card', () => {
  test('tells when it opens, until it is open', () => {
    expect(status(before)).toContain('*Opens* Tue 1 Dec, 16:00')
    expect(status(after)).not.toContain('*Opens*')
    expect(status(after)).toContain('*Open to* 10 %')
  })
})
