import type { HonoRequest } from 'hono'
import { Refusal } from '../world/refusal.ts'

type Args = Record<string, unknown>

/** Reads token and arguments as Slack takes them: a token in a header or a form, never in a query or in JSON. */
export async function readArguments(
  request: HonoRequest,
  formOnly: boolean,
): Promise<{ token: string; args: Args }> {
  const { token: _, ...query } = request.query()
  const { token: inForm, ...body } = await readBody(request, formOnly)
  const header = request.header('authorization') ?? ''
  const bearer = /^Bearer\s+(.+)$/i.exec(header)?.[1]
  const args = { ...query, ...body, ...client(header) }
  for (const name of Object.keys(args)) checkName(name)
  return { token: bearer ?? String(inForm ?? ''), args }
}

/** HTTP Basic, as an app may name itself and its secret. */
function client(header: string): Args {
  const [, encoded] = /^Basic\s+(.+)$/i.exec(header) ?? []
  if (!encoded) return {}
  const [client_id, client_secret] = Buffer.from(encoded, 'base64').toString().split(':')
  return { client_id, client_secret }
}

function checkName(name: string): void {
  if (/\[.*\]$/.test(name)) throw new Refusal('invalid_array_arg')
  if (!/^\w{1,100}$/.test(name)) throw new Refusal('invalid_arg_name')
}

async function readBody(request: HonoRequest, formOnly: boolean): Promise<Args> {
  if (request.method === 'GET') return {}
  const [type, charset] = contentType(request.header('content-type') ?? '')
  if (type === 'multipart/form-data') return readMultipart(request)
  const raw = await request.text()
  if (raw === '') return {}
  if (charset && !['utf-8', 'iso-8859-1'].includes(charset)) throw new Refusal('invalid_charset')
  switch (type) {
    case '':
      throw new Refusal('missing_post_type')
    case 'application/x-www-form-urlencoded':
      return Object.fromEntries(new URLSearchParams(raw))
    case 'application/json':
      return formOnly ? {} : readJson(raw)
    case 'text/plain':
      return {}
    default:
      throw new Refusal('invalid_post_type')
  }
}

function contentType(header: string): [type: string, charset: string | undefined] {
  const [type = ''] = header.split(';')
  return [type.trim().toLowerCase(), /charset="?([\w-]+)/i.exec(header)?.[1]?.toLowerCase()]
}

async function readMultipart(request: HonoRequest): Promise<Args> {
  try {
    return await request.parseBody()
  } catch {
    throw new Refusal('invalid_form_data')
  }
}

function readJson(raw: string): Args {
  const value = parsed(raw)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('json_not_object')
  // With JSON the token must come as a bearer; one in the body is not looked at.
  return { ...value, token: undefined }
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    throw new Refusal('invalid_json')
  }
}
