import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { groupOf, groupsListed, personOf, usersListed } from '../../src/people/contract.ts'
import type { Person } from '../../src/people/people.ts'
import { fillRoles, type Group } from '../../src/people/roles.ts'
import type { Product } from '../../src/products/products.ts'
import { slackWord } from '../../src/slack/client.ts'
import { type Finding, unwell, well } from './finding.ts'

const team = z.object({ team_id: z.string() })

/** Everyone whom the products name for a role. */
export async function checkPeople(web: WebClient, products: readonly Product[]): Promise<readonly Finding[]> {
  const { team_id } = team.parse(await web.auth.test())
  const people: Person[] = []
  for await (const page of web.paginate('users.list', { limit: 200 })) {
    people.push(...usersListed.parse(page).members.flatMap((user) => personOf(user, team_id) ?? []))
  }
  const { warnings } = fillRoles(products, { people, groups: await groupsIn(web) })
  return warnings.length === 0
    ? [well('everyone whom products.yml names is in the workspace')]
    : warnings.map((warning) => unwell(warning, 'Invite them, or name somebody else in products.yml.'))
}

/** Free plans have none; who is named by one is then told of as missing. */
const groupsIn = (web: WebClient): Promise<Group[]> =>
  web.usergroups.list({ include_users: true }).then(
    (answer) => groupsListed.parse(answer).usergroups.map(groupOf),
    (error) => {
      if (slackWord(error) === 'plan_upgrade_required') return []
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
  const options = { limit: 200, exclude_archived: true, types: 'public_channel,private_channel' }
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
