import { setTimeout as pause } from 'node:timers/promises'
import { faultOf } from '../../src/operation/fault.ts'
import { retryAfter } from '../../src/slack/client.ts'

/** One thing that was looked at. What is not well says where to click or what to set; so does what had to wait. */
export type Finding =
  | { readonly kind: 'ok'; readonly what: string }
  | { readonly kind: 'not ok' | 'skipped'; readonly what: string; readonly fix: string }

export const well = (what: string): Finding => ({ kind: 'ok', what })
export const unwell = (what: string, fix: string): Finding => ({ kind: 'not ok', what, fix })
export const skipped = (what: string, fix: string): Finding => ({ kind: 'skipped', what, fix })

export const isBad = ({ kind }: Finding): boolean => kind === 'not ok'

/** A finding as it is printed, in a terminal of eighty columns. */
export function told(finding: Finding): string {
  const said = finding.kind === 'ok' ? finding.what : `${finding.what}\n${finding.fix}`
  const wrapped = said.replace(/(?![^\n]{1,72}$)([^\n]{1,72}) /gm, '$1\n')
  return finding.kind.padEnd(8) + wrapped.replaceAll('\n', '\n        ')
}

/** The last line: whether all is well, else how much is not. */
export function summary(findings: readonly Finding[]): string {
  const count = (kind: Finding['kind']) => findings.filter((one) => one.kind === kind).length
  const bad = count('not ok')
  const left = count('skipped') > 0 ? ` ${count('skipped')} not looked at.` : ''
  if (bad > 0) return `${bad} of ${findings.length} ${bad === 1 ? 'is' : 'are'} not ok.${left}`
  return left ? `${count('ok')} ok.${left}` : 'All is well.'
}

/** How long one look may take, in milliseconds: somebody waits. */
const patience = 15_000

/** Looks at something. That it could not be looked at, or not in time, is a finding too. */
export async function looked(
  at: string,
  look: () => Promise<readonly Finding[]>,
  within = patience,
): Promise<readonly Finding[]> {
  const late = unwell(
    `${at}: no answer within ${within / 1000} seconds`,
    'Look again; if it stays so, something between here and there holds it up.',
  )
  return Promise.race([look().catch(notLooked(at)), pause(within, [late], { ref: false })])
}

const notLooked = (at: string) => (error: unknown) => {
  const { slack, needed, message } = faultOf(error)
  const why = slack ? `Slack says ${slack}${needed ? `, needed: ${needed}` : ''}` : message
  const seconds = retryAfter(error)
  const fix =
    seconds === null ? 'Mend what is not ok above it, then look again.' : `Look again in ${seconds} s.`
  return [unwell(`${at} could not be looked at: ${why}`, fix)]
}
