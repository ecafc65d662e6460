import type { Release } from '../releases/release.ts'
import { actions, button, type Message, md, message, section } from '../slack/blocks.ts'
import { acts } from './contract.ts'

const releaseOf = ({ id }: Release) => JSON.stringify({ release: id })

export function followedReceipt(release: Release): Message {
  const news = md`You follow *${release.key}*: a message when it is decided, live for everyone, or in trouble.`
  const stop = button({ text: 'Unfollow', action: acts.stop, value: releaseOf(release) })
  return message(news, [section(news), actions([stop])])
}

export function unfollowedReceipt(release: Release): Message {
  const news = md`You do not follow *${release.key}*.`
  const start = button({ text: 'Follow', action: acts.start, value: releaseOf(release) })
  return message(news, [section(news), actions([start])])
}
