import { randomBytes } from 'node:crypto'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** A fresh id shaped like Slack's: a letter for the kind, then capitals and digits. */
export function freshId(prefix: string): string {
  return prefix + [...randomBytes(10)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
}

/** An id that can be read and is the same in every workspace: `qa-lead` becomes `U0QALEAD`. */
export function idFromHandle(prefix: string, handle: string): string {
  return `${prefix}0${handle.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`
}

export function secret(bytes = 12): string {
  return randomBytes(bytes).toString('hex')
}
