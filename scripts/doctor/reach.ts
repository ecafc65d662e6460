import { createServer } from 'node:http'
import { type Finding, unwell, well } from './finding.ts'

/** The port on which Shipshape will listen, or does already. */
export async function checkPort(port: number): Promise<readonly Finding[]> {
  if (await isFree(port)) return [well(`port ${port} is free`)]
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)
  const alive = answer?.ok && (await answer.text()).includes('"alive":true')
  return alive
    ? [well(`Shipshape runs on port ${port}`)]
    : [unwell(`another program listens on port ${port}`, 'Stop it, or set PORT to another.')]
}

const isFree = (port: number) =>
  new Promise<boolean>((free) => {
    const probe = createServer().once('error', () => free(false))
    probe.listen(port, () => probe.close(() => free(true)))
  })

/** Whether what Slack would deliver arrives at a Shipshape, which refuses what Slack did not sign. */
export async function checkRequestUrl(url: string): Promise<readonly Finding[]> {
  const answer = await fetch(url, { method: 'POST', body: '{}' }).catch(() => null)
  if (answer?.status === 401) return [well(`${url} leads to Shipshape`)]
  const what = answer ? `answers ${answer.status}` : 'does not answer'
  return [
    unwell(`${url} ${what}`, 'Start Shipshape, and let your proxy pass POST /slack/events to its port.'),
  ]
}
