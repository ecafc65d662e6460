import type { Finding } from '../../scripts/doctor/finding.ts'

export const kindsOf = (findings: readonly Finding[]) => findings.map(({ kind }) => kind)

/** What is not well, with what to do about it. */
export const troubles = (findings: readonly Finding[]) =>
  findings.flatMap((one) => (one.kind === 'not ok' ? [{ what: one.what, fix: one.fix }] : []))
