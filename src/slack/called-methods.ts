/** What is called first when Slack's budget is short: 1 executing, 2 vote, 3 status, 4 the rest. */
export type Priority = 1 | 2 | 3 | 4

/** Slack's rate limits (contract 3.2): about 20, 50 and 100 calls a minute; a special one is told by its method. */
export type Tier = 2 | 3 | 4 | 'special'

/**
 * With which priority a call is taken from the budget: always the same, or that of what is drawn, which the drawer
 * takes. What answers a person, or asks who we are, never waits.
 */
type Spending = Priority | 'by what is drawn' | 'never waits'

/** Every method that is called. */
export const calledMethods = {
  'auth.test': ['special', 'never waits'],
  'bookmarks.add': [2, 4],
  'bookmarks.list': [3, 4],
  'chat.postEphemeral': [4, 'never waits'],
  'chat.postMessage': ['special', 'by what is drawn'],
  'chat.update': [3, 'by what is drawn'],
  'conversations.archive': [2, 4],
  'conversations.create': [2, 2],
  'conversations.history': [3, 1],
  'conversations.invite': [3, 2],
  'conversations.list': [2, 1],
  'conversations.open': [3, 'by what is drawn'],
  'conversations.replies': [3, 1],
  'conversations.setTopic': [2, 4],
  'pins.add': [2, 3],
  'reactions.add': [3, 1],
  'usergroups.list': [2, 4],
  'users.list': [2, 4],
  'views.open': [4, 'never waits'],
  'views.publish': [4, 4],
} as const satisfies Record<string, readonly [Tier, Spending]>

export type Called = keyof typeof calledMethods

const isCalled = (method: string): method is Called => Object.hasOwn(calledMethods, method)

/** What the client takes by itself for each call of this method; null where it takes nothing. */
export function spentOn(method: string): { readonly method: Called; readonly priority: Priority } | null {
  if (!isCalled(method)) return null
  const [, spending] = calledMethods[method]
  return typeof spending === 'number' ? { method, priority: spending } : null
}
