import { describe, expect, test } from 'vitest'
import {
  actions,
  button,
  card,
  chart,
  container,
  dataTable,
  feedback,
  input,
  lines,
  option,
  picture,
  plain,
  rich,
  section,
  table,
  task,
  video,
} from './given.ts'
import { faultsIn } from './validate.ts'

const surfaces = { M: 'message', V: 'modal', H: 'home' } as const
const field = (type: string) => input({ type })
const workflow = { trigger: { url: 'https://slack.example/shortcuts/x' } }

/** Where each block and element may stand: a message, a modal (view), the Home tab. */
const places: [what: string, block: object, where: string][] = [
  ['section', section({ accessory: button() }), 'MVH'],
  ['header', { type: 'header', text: plain('x') }, 'MVH'],
  ['divider', { type: 'divider' }, 'MVH'],
  ['context', { type: 'context', elements: [picture, plain('x')] }, 'MVH'],
  ['actions', actions(button()), 'MVH'],
  ['image', picture, 'MVH'],
  ['rich_text', rich({ type: 'text', text: 'x' }), 'MVH'],
  ['video', video(), 'MVH'],
  ['input', field('plain_text_input'), 'VH'],
  ['alert', { type: 'alert', text: plain('x'), level: 'info' }, 'V'],
  ['markdown', { type: 'markdown', text: 'x' }, 'M'],
  ['table', table(), 'M'],
  ['data_table', dataTable(), 'M'],
  ['data_visualization', chart(lines(1, 1)), 'M'],
  ['card', card({ actions: [button()], icon: picture }), 'MH'],
  ['carousel', { type: 'carousel', elements: [card()] }, 'MH'],
  ['container', container({ is_collapsible: true, default_collapsed: true }), 'M'],
  ['context_actions', { type: 'context_actions', elements: [feedback] }, 'M'],
  ['task_card', task({ sources: [{ type: 'url', url: 'https://a.example', text: 'x' }] }), 'M'],
  ['plan', { type: 'plan', title: 'x', tasks: [task()] }, 'M'],
  ['file', { type: 'file', source: 'remote', external_id: 'x' }, ''],

  ['workflow_button', actions({ type: 'workflow_button', text: plain('x'), workflow }), 'M'],
  ['datetimepicker', actions({ type: 'datetimepicker' }), 'MV'],
  ['rich_text_input', actions({ type: 'rich_text_input' }), 'MVH'],
  ['static_select', field('users_select'), 'VH'],
  ['checkboxes', input({ type: 'checkboxes', options: [option('a')] }), 'VH'],
  ['email_text_input', field('email_text_input'), 'V'],
  ['url_text_input', field('url_text_input'), 'V'],
  ['number_input', input({ type: 'number_input', is_decimal_allowed: false }), 'V'],
  ['file_input', field('file_input'), 'V'],
  ['response_url_enabled', input({ type: 'channels_select', response_url_enabled: true }), 'V'],
  ['response_url_enabled in actions', actions({ type: 'channels_select', response_url_enabled: true }), ''],
]

describe('it stands where Slack lets it and nowhere else:', () => {
  test.each(places)('%s', (_, block, where) => {
    const taken = Object.entries(surfaces).filter(([, surface]) => faultsIn([block], surface).length === 0)
    expect(taken.map(([letter]) => letter).join('')).toBe(where)
  })
})
