import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { asked } from './asked.ts'
import { type Finding, skipped, unwell, well } from './finding.ts'

/** The port on which Shipshape will listen, or does already. */
export async function checkPort(port: number): Promise<readonly Finding[]> {
  const hindrance = await hindranceAt(port)
  if (hindrance === null) return [well(`port ${port} is free`)]
  if (hindrance === 'EACCES')
    return [unwell(`this user may not listen on port ${port}`, 'Set PORT to one above 1023.')]
  return (await isShipshape(port))
    ? [well(`Shipshape runs on port ${port}`)]
    : [unwell(`another program listens on port ${port}`, 'Stop it, or set PORT to another.')]
}

const hindranceAt = (port: number) =>
  new Promise<string | null>((found) => {
    const probe = createServer().once('error', ({ code }: NodeJS.ErrnoException) => found(code ?? ''))
    probe.listen(port, () => probe.close(() => found(null)))
  })

async function isShipshape(port: number): Promise<boolean> {
  const answer = await asked(`http://127.0.0.1:${port}/healthz`)
  return answer?.status === 200 && answer.body.includes('"alive":true')
}

export const requestUrlUnknown = skipped(
  'whether Slack reaches Shipshape',
  'Give its Request URL: npm run doctor -- --url https://your.host/slack/events',
)

/** Whether what Slack delivers arrives, signed: a challenge is given back by a Shipshape that has the same secret. */
export async function checkRequestUrl(url: string, signingSecret: string): Promise<readonly Finding[]> {
  const challenge = crypto.randomUUID()
  const body = JSON.stringify({ type: 'url_verification', challenge })
  const answer = await asked(url, { method: 'POST', body, headers: signed(body, signingSecret) })
  if (answer?.status === 200 && answer.body.includes(challenge))
    return [well(`${url} leads to Shipshape, with the same signing secret`)]
  if (answer?.status === 401)
    return [
      unwell(
        `${url} refuses what SLACK_SIGNING_SECRET signs`,
        'Copy the "Signing Secret" from your app\'s page, under Basic Information, and start Shipshape with it; your proxy may ask for no login there.',
      ),
    ]
  return [
    unwell(
      `${url} ${answer ? `answers ${answer.status}` : 'does not answer'}`,
      'Start Shipshape, and let your proxy pass POST /slack/events to its port.',
    ),
  ]
}

function signed(body: string, secret: string) {
  const now = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', secret).update(`v0:${now}:${body}`).digest('hex')
  return {
    'content-type': 'application/json',
    'x-slack-request-timestamp': String(now),
    'x-slack-signature': `v0=${signature}`,
  }
}
