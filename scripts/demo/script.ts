import { audienceOf, type Heard } from './audience.ts'
import { inBerlin } from './clock.ts'
import { doingsOf } from './doings.ts'
import type { Stage } from './stage.ts'
import { transcript } from './transcript.ts'

/** A message that a scene must bring: where, and words of its line one. */
export interface Expected {
  readonly where: string
  readonly says: string | RegExp
}

export interface Scene {
  /** Berlin wall time at which it happens; everything due before happens on the way. */
  readonly at?: string
  readonly title: string
  readonly act?: (stage: Stage) => Promise<unknown>
  /** Every message that comes on the way and of the act, no more and no less. */
  readonly brings: readonly Expected[]
}

export interface Telling {
  readonly print?: (line: string) => void
  /** Milliseconds to wait for what a scene should bring. */
  readonly patience?: number
}

export interface Played {
  readonly heard: readonly Heard[]
  readonly problems: readonly string[]
}

/** Plays scene by scene, prints the transcript, and compares what was said with what should have been. */
export async function playScenes(
  stage: Stage,
  scenes: readonly Scene[],
  { print = () => undefined, patience = 5_000 }: Telling = {},
): Promise<Played> {
  const audience = audienceOf(stage.slack)
  const doings = doingsOf(stage.slack)
  const write = transcript(print)
  const all: Heard[] = []
  const problems: string[] = []
  for (const { at, title, act, brings } of scenes) {
    if (at) await stage.forwardTo(inBerlin(at))
    const onTheWay = audience.heard()
    write.heard(onTheWay)
    write.scene(stage.clock.now(), title)
    const failed = await acted(stage, act)
    await stage.settled()
    const then = await listened(stage, audience, { brings, onTheWay, patience })
    write.done(doings.news())
    write.heard(then)
    write.edited(audience.edited())
    const came = [...onTheWay, ...then]
    all.push(...came)
    problems.push(...[...failed, ...problemsIn(brings, came)].map((problem) => `${title}: ${problem}`))
  }
  audience.leave()
  return { heard: all, problems }
}

/** Whoever does not see what they should press cannot act: that is a problem, and the play goes on. */
async function acted(stage: Stage, act: Scene['act']): Promise<string[]> {
  try {
    await act?.(stage)
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** What came since; a private answer may come after its press was acknowledged, so what is missing is waited for. */
async function listened(
  { slack }: Stage,
  audience: ReturnType<typeof audienceOf>,
  {
    brings,
    onTheWay,
    patience,
  }: { brings: readonly Expected[]; onTheWay: readonly Heard[]; patience: number },
): Promise<Heard[]> {
  const since: Heard[] = []
  const isComplete = () => {
    since.push(...audience.heard())
    return compared(brings, [...onTheWay, ...since]).missing.length === 0
  }
  await slack.until(isComplete, patience).catch(() => false)
  return since
}

function problemsIn(brings: readonly Expected[], came: readonly Heard[]): string[] {
  const { missing, left } = compared(brings, came)
  return [
    ...missing.map(({ where, says }) => `missing in ${where}: ${says}`),
    ...left.map(({ where, text }) => `unexpected in ${where}: ${text}`),
  ]
}

/** Each expected message takes one that came. */
function compared(brings: readonly Expected[], came: readonly Heard[]) {
  const left = [...came]
  const missing = brings.filter(({ where, says }) => {
    const found = left.findIndex((one) => one.where === where && matches(one.text, says))
    if (found >= 0) left.splice(found, 1)
    return found < 0
  })
  return { missing, left }
}

const matches = (text: string, says: string | RegExp) =>
  typeof says === 'string' ? text.includes(says) : says.test(text)
