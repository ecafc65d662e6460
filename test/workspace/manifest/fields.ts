import { z } from 'zod'

export const filled = (most: number, least = 1) => z.string().min(least).max(most)

/** Where Slack sends something to: by TLS only, although its schema takes any address. */
export const requestUrl = z.url({ protocol: /^https$/ }).max(3500)

/** Where a browser is sent back to; this workspace's own tests do so on this machine. */
export const redirectUrl = z
  .url()
  .max(2500)
  .refine((url) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(url), 'must be by https')

export const distinct = <T extends z.ZodType>(one: T, most: number, message: string) =>
  z
    .array(one)
    .max(most)
    .refine((all) => new Set(all).size === all.length, message)
