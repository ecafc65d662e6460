import { full } from '../../src/time/words.ts'
import { audienceOf, type Heard } from './audience.ts'
import { inBerlin } from './clock.ts'
import type { Stage } from './stage.ts'

/** A message that a step must bring: where, and words of its first line. */
export interface Expected {
  readonly where: string
  readonly says: string | RegExp
  /** How many of them; one when left out. */
  readonly times?: number
}

export interface Scene {
  /** Berlin wall time at which it happens; everything due before happens on the way. */
  readonly at?: string
  readonly title: string
  readonly act?: (stage: Stage) => Promise<unknown>
  readonly brings: readonly Expected[]
}

export interface Played {
  readonly heard: readonly Heard[]
  readonly problems: readonly string[]
}

/** Plays scene by scene, prints the transcript, and compares what was said with what should have been. */
export async function playScenes(
  stage: Stage,
  scenes: readonly Scene[],
  print: (line: string) => void,
): Promise<Played> {
  const audience = audienceOf(stage.slack)
  const all: Heard[] = []
  const problems: string[] = []
  for (const scene of scenes) {
    if (scene.at) await stage.forwardTo(inBerlin(scene.at))
    print(`\n${full(stage.clock.now(), 'Europe/Berlin')}  ${scene.title}`)
    await scene.act?.(stage)
    await stage.settled()
    const heard = audience.news()
    for (const message of heard)
      print(`  ${message.where}${message.inThread ? ' (thread)' : ''}  ${firstLine(message.text)}`)
    problems.push(...compared(scene, heard))
    all.push(...heard)
  }
  return { heard: all, problems }
}

/** Each expected message takes one that was heard; what is left on either side is a problem. */
function compared({ title, brings }: Scene, heard: readonly Heard[]): string[] {
  const left = [...heard]
  const missing: string[] = []
  for (const { where, says, times = 1 } of brings) {
    for (let i = 0; i < times; i++) {
      const found = left.findIndex((one) => one.where === where && matches(one.text, says))
      if (found < 0) missing.push(`${title}: missing in ${where}: ${says}`)
      else left.splice(found, 1)
    }
  }
  return [...missing, ...left.map((one) => `${title}: unexpected in ${one.where}: ${firstLine(one.text)}`)]
}

const matches = (text: string, says: string | RegExp) =>
  typeof says === 'string' ? text.includes(says) : says.test(text)
const firstLine = (text: string) => text.split('\n', 1)[0] ?? ''
