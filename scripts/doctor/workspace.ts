import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { groupOf, groupsListed, personOf, usersListed } from '../../src/people/contract.ts'
import type { Person } from '../../src/people/people.ts'
import { fillRoles, type Group } from '../../src/people/roles.ts'
import type { Product } from '../../src/products/products.ts'
import { slackWord } from '../../src/slack/client.ts'
import { type Finding, unwell, well } from './finding.ts'

/** Who of the workspace is looked for. */
export interface Sought {
  readonly workspace: string
  readonly products: readonly Product[]
  /** Slack ids that the settings name. */
  readonly admins: readonly string[]
}

/** Everyone whom the products name for a role, and the settings as admins. */
export async function checkPeople(
  web: WebClient,
  { workspace, products, admins }: Sought,
): Promise<readonly Finding[]> {
  const people: Person[] = []
  for await (const page of web.paginate('users.list', { limit: 200 })) {
    people.push(...usersListed.parse(page).members.flatMap((user) => personOf(user, workspace) ?? []))
  }
  const groups = await groupsIn(web)
  const { warnings } = fillRoles(products, { people, groups: groups ?? [] })
  const strangers = admins.filter((id) => !people.some((one) => one.id === id && !one.deleted))
  const findings = [
    ...warnings.map((warning) => unwell(warning, remedyOf(warning, groups !== null))),
    ...strangers.map((id) => unwell(`ADMINS names ${id}, who is not in this workspace`, 'Take it out.')),
  ]
  return findings.length > 0 ? findings : [well('everyone whom products.yml names is in the workspace')]
}

function remedyOf(warning: string, hasGroups: boolean): string {
  if (!/^[@S]/.test(warning)) return 'Invite them, or name somebody else in products.yml.'
  return hasGroups
    ? 'Make that user group in Slack, or name people by e-mail in products.yml.'
    : 'This workspace’s plan has no user groups: name people by e-mail in products.yml.'
}

/** Free plans have none: null. */
const groupsIn = (web: WebClient): Promise<Group[] | null> =>
  web.usergroups.list({ include_users: true }).then(
    (answer) => groupsListed.parse(answer).usergroups.map(groupOf),
    (error) => {
      if (slackWord(error) === 'plan_upgrade_required') return null
      throw error
    },
  )

const listed = z.object({ channels: z.array(z.object({ name: z.string(), is_member: z.boolean() })) })

/** The channels in which the products announce. */
export async function checkChannels(
  web: WebClient,
  products: readonly Product[],
): Promise<readonly Finding[]> {
  const member = new Map<string, boolean>()
  const options = { limit: 999, exclude_archived: true, types: 'public_channel,private_channel' }
  for await (const page of web.paginate('conversations.list', options)) {
    for (const { name, is_member } of listed.parse(page).channels) member.set(name, is_member)
  }
  return [...new Set(products.map(({ channel }) => channel))].map((name) => {
    if (member.get(name)) return well(`Shipshape is in #${name}`)
    return member.has(name)
      ? unwell(`Shipshape is not in #${name}`, `In #${name}, say: /invite @shipshape`)
      : unwell(`there is no #${name} that Shipshape can see`, `Make it, and say in it: /invite @shipshape`)
  })
}
