import { faultOf } from '../../src/operation/fault.ts'

/** One thing that was looked at. What is not well says where to click or what to set. */
export type Finding =
  | { readonly ok: true; readonly what: string }
  | { readonly ok: false; readonly what: string; readonly fix: string }

export const well = (what: string): Finding => ({ ok: true, what })
export const unwell = (what: string, fix: string): Finding => ({ ok: false, what, fix })

/** A finding as it is printed. */
export const told = (finding: Finding): string =>
  finding.ok ? `ok      ${finding.what}` : `not ok  ${finding.what}\n        ${finding.fix}`

/** Looks at something; that it could not be looked at is a finding too. */
export async function looked(
  at: string,
  look: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await look()
  } catch (error) {
    const { slack, needed, message } = faultOf(error)
    const why = slack ? `Slack says ${slack}${needed ? `, needed: ${needed}` : ''}` : message
    return [unwell(`${at} could not be looked at: ${why}`, 'Mend what is not ok above it, then look again.')]
  }
}
