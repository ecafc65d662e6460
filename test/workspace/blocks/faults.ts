import type { z } from 'zod'
import { Refusal } from '../world/refusal.ts'

type Issue = z.core.$ZodIssue

/** One thing that is wrong with some blocks, in the shape of `blocks.validate`. */
export interface Fault {
  /** The one code that Slack's reference shows. */
  code: 'failed_constraint'
  message: string
  pointer: string
  constraint?: Constraint
  /** The field that is missing or too much. */
  field?: string
}

interface Constraint {
  type: string
  expected?: unknown
}

/** The same in the words of `response_metadata.messages`: `[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]`. */
export function inWords(fault: Fault): string {
  return `[ERROR] ${placed(fault)}`
}

/** How Slack refuses the blocks of a message: every fault, twice over. */
export function invalidBlocks(faults: Fault[]): Refusal {
  const response_metadata = { messages: faults.map(inWords) }
  return new Refusal('invalid_blocks', { errors: faults.map(placed), response_metadata })
}

function placed({ message, pointer }: Fault): string {
  return `${message} [json-pointer:${pointer}]`
}

export function fault(message: string, pointer: string, constraint?: Constraint): Fault {
  return { code: 'failed_constraint', message, pointer, ...(constraint && { constraint }) }
}

/** What zod found, as Slack would say it. */
export function faultsOf(issues: Issue[], root: string): Fault[] {
  return issues.flatMap((issue) => faultsIn(issue, root))
}

function faultsIn(issue: Issue, root: string): Fault[] {
  const here = pointerTo(root, issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((field) => ({
        ...fault(`invalid additional property: ${field}`, here, { type: 'additional_properties' }),
        field,
      }))
    case 'invalid_type':
      return [issue.input === undefined ? missing(issue, root) : wrongType(issue.expected, here)]
    case 'invalid_value':
      return [issue.input === undefined ? missing(issue, root) : wrongValue(issue, here)]
    case 'invalid_union':
      return [unsupported(issue, here)]
    case 'too_big':
      return [tooBig(issue.origin, Number(issue.maximum), here)]
    case 'too_small':
      return [tooSmall(issue.origin, Number(issue.minimum), here)]
    case 'invalid_format':
      return [fault('must match the required format', here, { type: 'pattern' })]
    default:
      return [fault(issue.message, here, { type: 'all_of' })]
  }
}

function pointerTo(root: string, path: PropertyKey[]): string {
  return root + path.map((step) => `/${String(step)}`).join('')
}

function missing({ path }: Issue, root: string): Fault {
  const whole = pointerTo(root, path)
  const outer = parent(whole)
  return lacking(whole.slice(outer.length + 1), outer)
}

function lacking(field: string, at: string): Fault {
  return { ...fault(`missing required field: ${field}`, at, { type: 'required' }), field }
}

function parent(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'))
}

function wrongType(expected: string, at: string): Fault {
  const article = /^[aeio]/.test(expected) ? 'an' : 'a'
  return fault(`must provide ${article} ${expected}`, at, { type: 'type', expected })
}

function wrongValue({ path, values, input }: z.core.$ZodIssueInvalidValue, at: string): Fault {
  const constraint = { type: 'enum', expected: values }
  if (path.at(-1) === 'type') return fault(`unsupported type: ${String(input)}`, at, constraint)
  return fault('must be a valid enum value', at, constraint)
}

function unsupported(issue: z.core.$ZodIssueInvalidUnion, at: string): Fault {
  const given = typeOf(issue.input)
  if (given === undefined) return lacking('type', issue.discriminator ? parent(at) : at)
  const constraint = { type: 'enum', ...('options' in issue && { expected: issue.options }) }
  const pointer = issue.discriminator ? at : `${at}/type`
  return fault(`unsupported type: ${given}`, pointer, constraint)
}

function tooBig(origin: string, most: number, at: string): Fault {
  const [message, type] =
    origin === 'string'
      ? [`must be less than ${most + 1} characters`, 'max_length']
      : origin === 'array'
        ? [`no more than ${most} items allowed`, 'max_items']
        : [`must be no more than ${most}`, 'maximum']
  return fault(message, at, { type, expected: most })
}

function tooSmall(origin: string, least: number, at: string): Fault {
  const [message, type] =
    origin === 'string'
      ? [`must be more than ${least - 1} characters`, 'min_length']
      : origin === 'array'
        ? [`no fewer than ${least} items allowed`, 'min_items']
        : [`must be no less than ${least}`, 'minimum']
  return fault(message, at, { type, expected: least })
}

function typeOf(input: unknown): string | undefined {
  return typeof input === 'object' && input !== null && 'type' in input ? String(input.type) : undefined
}
