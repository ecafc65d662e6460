import { expect, test } from 'vitest'
import { headline, md, mention, message, section } from '../../src/slack/blocks.ts'
import { pingedBy } from '../../src/surfaces/pinged.ts'
import { people } from '../given.ts'

const asks = (words = md`${mention(people.rm)}: fix forward or roll back?`) =>
  message(words, [headline(words), section(md`Thanks, ${mention(people.dba)}`)])

test('a direct message notifies its reader, whoever is mentioned in it', () => {
  expect(pingedBy(people.opsLead, asks())).toEqual([people.opsLead])
})

test('another message notifies whom it mentions, each once', () => {
  expect(pingedBy(null, asks())).toEqual([people.rm, people.dba])
})

test('a name in somebody’s words notifies nobody', () => {
  const words = md`${'<@URM> narrowed it'}`
  expect(pingedBy(null, message(words, [headline(words)]))).toEqual([])
})
