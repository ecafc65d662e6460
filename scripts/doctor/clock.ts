import { type Finding, unwell, well } from './finding.ts'

const mostSeconds = 10

/** Whether somebody else's clock agrees with ours. */
export function checkClock(whose: string, theirs: Date, ours: Date): Finding {
  const apart = Math.round((ours.getTime() - theirs.getTime()) / 1000)
  if (Math.abs(apart) <= mostSeconds) return well(`the clock agrees with that of ${whose}`)
  const how = `${Math.abs(apart)} s ${apart > 0 ? 'ahead of' : 'behind'}`
  return unwell(`this clock is ${how} that of ${whose}`, 'Let NTP set it: timedatectl set-ntp true')
}
