import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** zod's issues in Slack's words: `[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]`. */
export function slackMessages(issues: Issue[], root: string): string[] {
  return issues.flatMap((issue) => messagesOf(issue, root))
}

export function slackMessage(text: string, pointer: string): string {
  return `[ERROR] ${text} [json-pointer:${pointer}]`
}

function messagesOf(issue: Issue, root: string): string[] {
  const at = (path: PropertyKey[]) => root + path.map((step) => `/${String(step)}`).join('')
  const here = at(issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => slackMessage(`invalid additional property: ${key}`, here))
    case 'invalid_type':
      return issue.input === undefined
        ? [slackMessage(`missing required field: ${String(issue.path.at(-1))}`, at(issue.path.slice(0, -1)))]
        : [slackMessage(`must be a valid ${issue.expected}`, here)]
    case 'too_big':
      return [slackMessage(tooBig(issue.origin, Number(issue.maximum)), here)]
    case 'too_small':
      return [slackMessage(tooSmall(issue.origin, Number(issue.minimum)), here)]
    case 'invalid_union':
      return [
        slackMessage(`unsupported type: ${typeOf(issue.input)}`, issue.discriminator ? here : `${here}/type`),
      ]
    case 'invalid_value':
      return issue.input === undefined
        ? [slackMessage(`missing required field: ${String(issue.path.at(-1))}`, at(issue.path.slice(0, -1)))]
        : [slackMessage(wrongValue(issue), here)]
    case 'invalid_format':
      return [slackMessage('must match the required format', here)]
    default:
      return [slackMessage(issue.message, here)]
  }
}

function wrongValue({ path, values, input }: z.core.$ZodIssueInvalidValue): string {
  return path.at(-1) === 'type'
    ? `unsupported type: ${String(input)}`
    : `must be one of: ${values.join(', ')}`
}

function tooBig(origin: string, most: number): string {
  if (origin === 'string') return `must be less than ${most + 1} characters`
  return origin === 'array' ? `no more than ${most} items allowed` : `must be no more than ${most}`
}

function tooSmall(origin: string, least: number): string {
  if (origin === 'string') return `must be more than ${least - 1} characters`
  return origin === 'array' ? `no fewer than ${least} items allowed` : `must be no less than ${least}`
}

function typeOf(input: unknown): string {
  return typeof input === 'object' && input !== null && 'type' in input ? String(input.type) : 'none'
}
