import type { Life } from './life.ts'

/** What befalls a life besides what befalls all. */
export interface Fate {
  /** When somebody names another revision of a component: everyone who said go is asked again. */
  readonly revised: 'never' | 'while it is asked' | 'after the go'
  /** Somebody is against it until the vote closes; it moves by an hour, and is voted on again. */
  readonly refused: boolean
  /** It has its go, and does not go. */
  readonly cancelled: boolean
  /** Between two steps, until it is resumed. */
  readonly held: boolean
  /** Back to nobody, and opened again. */
  readonly narrowed: boolean
  /** Taken back instead of opened to everyone. */
  readonly rolledBack: boolean
}

export function fateOf({ happens, way }: Pick<Life, 'happens' | 'way'>): Fate {
  const cancelled = happens(0.1, 'it is cancelled')
  return {
    revised: happens(0.4, 'it is revised')
      ? way(['while it is asked', 'after the go'], 'when it is revised')
      : 'never',
    refused: !cancelled && happens(0.15, 'it is refused'),
    cancelled,
    held: happens(0.25, 'it is held'),
    narrowed: happens(0.25, 'it is narrowed'),
    rolledBack: happens(0.15, 'it is rolled back'),
  }
}
