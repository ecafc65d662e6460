import { md } from '../slack/blocks.ts'
import type { Tellers } from '../timeline/telling.ts'

export const tellsFollow: Tellers = {
  followed: () => md`follows it`,
  unfollowed: () => md`follows it no more`,
}
