import type { HonoRequest } from 'hono'
import { Refusal } from '../world/refusal.ts'

/** Reads token and arguments from the query, a form or a JSON body, as Slack takes them. */
export async function readArguments(
  request: HonoRequest,
): Promise<{ token: string; args: Record<string, unknown> }> {
  const { token: inBody, ...body } = await readBody(request)
  const { token: inQuery, ...query } = request.query()
  const bearer = request.header('authorization')?.replace(/^Bearer\s+/i, '')
  const token = bearer || String(inBody ?? inQuery ?? '')
  return { token, args: { ...query, ...body } }
}

async function readBody(request: HonoRequest): Promise<Record<string, unknown>> {
  const raw = request.method === 'GET' ? '' : await request.text()
  if (raw === '') return {}
  const type = request.header('content-type') ?? ''
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(raw))
  if (type.startsWith('application/json')) return readJson(raw, request.header('authorization') !== undefined)
  throw new Refusal('invalid_post_type')
}

function readJson(raw: string, hasBearer: boolean): Record<string, unknown> {
  const value = parsed(raw)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('json_not_object')
  // With JSON the token must come as a bearer; one in the body is not looked at.
  return hasBearer ? { ...value } : { ...value, token: '' }
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    throw new Refusal('invalid_json')
  }
}
