import type { ActionsBlock, InputBlock, KnownBlock } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { drawn, OnSurface, wordsIn } from '../given.tsx'
import { Blocks } from './Blocks.tsx'

const words = (text: string) => ({ type: 'plain_text' as const, text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text })
const cell = (text: string) => ({ type: 'raw_text' as const, text })
const press = (text: string) => ({ type: 'button' as const, action_id: text, text: words(text) })
const rating = {
  type: 'feedback_buttons' as const,
  positive_button: { text: words('Good'), value: 'good' },
  negative_button: { text: words('Bad'), value: 'bad' },
}
const option = (value: string) => ({ text: words(value), value })

function seen(block: KnownBlock, errors: Record<string, string> = {}): string {
  return drawn(
    <OnSurface blocks={[block]} errors={errors}>
      <Blocks blocks={[block]} />
    </OnSurface>,
  )
}
const row = (...elements: ActionsBlock['elements']): ActionsBlock => ({
  type: 'actions',
  block_id: 'row',
  elements,
})
const asking = (element: InputBlock['element']): InputBlock => ({
  type: 'input',
  block_id: 'asked',
  label: words('Asked'),
  hint: words('Think first'),
  element,
})

describe('what is read', () => {
  test.each<[KnownBlock, string]>([
    [{ type: 'header', text: words('Ready :tada:') }, 'Ready 🎉'],
    [{ type: 'section', text: mrkdwn('*Late* since') }, 'Late since'],
    [{ type: 'section', fields: [mrkdwn('*A* 1'), words('*B* 2')] }, 'A 1*B* 2'],
    [{ type: 'context', elements: [mrkdwn('small'), words('print')] }, 'smallprint'],
    [{ type: 'image', image_url: 'https://a.test/x.png', alt_text: 'A chart', title: words('Load') }, 'Load'],
    [{ type: 'markdown', text: '# Way back\n\n**stop** <b>x</b>' }, 'Way backstop <b>x</b>'],
    [
      {
        type: 'table',
        rows: [
          [cell('A'), cell('B')],
          [cell('1'), { type: 'raw_number', value: 2, text: '2' }],
        ],
      },
      'AB12',
    ],
    [{ type: 'alert', text: mrkdwn('*Mind* the gap'), level: 'warning' }, 'Mind the gap'],
    [
      { type: 'carousel', elements: [{ type: 'card', title: mrkdwn('*North*'), actions: [press('Light')] }] },
      'NorthLight',
    ],
    [
      { type: 'container', title: words('Lamps'), child_blocks: [{ type: 'header', text: words('North') }] },
      'LampsNorth',
    ],
    [{ type: 'task_card', task_id: 't', title: 'Look', status: 'in_progress' }, 'Look being done'],
    [{ type: 'context_actions', elements: [rating] }, 'GoodBad'],
    [{ type: 'plan', title: 'Later' }, 'This page does not draw plan blocks.'],
  ])('%o', (block, text) => expect(wordsIn(seen(block))).toBe(text))

  test('a rich text’s leaves are never parsed', () => {
    const leaves = [
      { type: 'text' as const, text: '*not bold* <!here>' },
      { type: 'user' as const, user_id: 'U2' },
    ]
    const block: KnownBlock = {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: leaves }],
    }
    expect(wordsIn(seen(block))).toBe('*not bold* <!here>@qa-lead')
    expect(seen(block)).not.toContain('<strong>')
  })

  test('a verbatim text calls nobody', () => {
    const quiet: KnownBlock = { type: 'section', text: { ...mrkdwn('@here'), verbatim: true } }
    expect(seen(quiet)).not.toContain('mention')
    expect(seen({ type: 'section', text: mrkdwn('@here') })).toContain('mention-me')
  })

  test('a long text is folded, unless the app wants it whole', () => {
    const text = mrkdwn('word '.repeat(200))
    expect(wordsIn(seen({ type: 'section', text }))).toContain('Show more')
    expect(wordsIn(seen({ type: 'section', text, expand: true }))).not.toContain('Show more')
  })
})

describe('what is pressed', () => {
  test('buttons carry their style and their name for those who do not see', () => {
    const markup = seen(
      row({ type: 'button', text: words('Go'), style: 'primary', accessibility_label: 'Vote go' }),
    )
    expect(markup).toContain('button-primary')
    expect(markup).toContain('aria-label="Vote go"')
  })

  test('a button with an address is a link', () => {
    const markup = seen(row({ type: 'button', text: words('The card'), url: 'https://a.test/' }))
    expect(markup).toMatch(/<a href="https:\/\/a.test\/"[^>]*>The card<\/a>/)
  })

  test('an overflow menu has its options', () => {
    const markup = seen(row({ type: 'overflow', options: [option('Abstain…'), option('Close the vote')] }))
    expect(markup.match(/role="menuitem"/g)).toHaveLength(2)
  })

  test('a select shows what is chosen', () => {
    const markup = seen(row({ type: 'users_select', action_id: 'who', initial_user: 'U2' }))
    expect(markup).toMatch(/role="combobox"[^>]*value="qa-lead"/)
  })

  test('a select for several shows each with its way out', () => {
    const chosen = [option('red'), option('blue')]
    const markup = seen(row({ type: 'multi_static_select', options: chosen, initial_options: chosen }))
    expect(markup).toContain('aria-label="Remove red"')
    expect(markup).toContain('aria-label="Remove blue"')
  })

  test('one radio button is chosen', () => {
    const options = [option('standard'), option('phased')]
    const markup = seen(row({ type: 'radio_buttons', options, initial_option: option('phased') }))
    expect(markup.match(/checked=""/g)).toHaveLength(1)
  })
})

test.each<[object, string]>([
  [{ image_url: 'https://a.test/a.png' }, 'https://a.test/a.png'],
  [{ slack_file: { id: 'F1' } }, '/client/file/F1?as=U1'],
  [{ slack_file: { url: 'https://slack.test/files-pri/T1-F2/dot.png' } }, '/client/file/F2?as=U1'],
])('a picture %j comes from where its reader may fetch it', (from, address) => {
  // The workspace has checked that it is one or the other.
  const markup = seen({ type: 'image', alt_text: 'A dot', ...from } as KnownBlock)
  expect(markup).toContain(`src="${address}" alt="A dot"`)
})

describe('what is filled in', () => {
  test.each<[InputBlock['element'], RegExp]>([
    [{ type: 'plain_text_input', action_id: 'v', initial_value: '2.4.0' }, /<input[^>]*value="2.4.0"/],
    [{ type: 'plain_text_input', action_id: 'v', multiline: true }, /<textarea/],
    [{ type: 'number_input', action_id: 'v', is_decimal_allowed: false }, /inputMode="decimal"/],
    [
      { type: 'datepicker', action_id: 'v', initial_date: '2026-12-01' },
      /type="date"[^>]*value="2026-12-01"/,
    ],
    [{ type: 'timepicker', action_id: 'v', initial_time: '16:00' }, /type="time"[^>]*value="16:00"/],
    [
      { type: 'datetimepicker', action_id: 'v', initial_date_time: Date.UTC(2026, 11, 1, 15) / 1000 },
      /type="datetime-local"[^>]*value="2026-12-01T16:00".*Berlin time/,
    ],
    [{ type: 'checkboxes', action_id: 'v', options: [option('a')] }, /<fieldset[^>]*aria-label="Asked"/],
  ])('%o', (element, markup) => expect(seen(asking(element))).toMatch(markup))

  test('a field is named by its label and described by its hint', () => {
    const markup = seen(asking({ type: 'plain_text_input', action_id: 'v' }))
    const id = /for="([^"]+)"/.exec(markup)?.[1]
    expect(markup).toContain(`<input type="text" inputMode="text" autoComplete="off" id="${id}"`)
    expect(markup).toContain(`id="${id}-hint"`)
  })

  test('what is wrong stands beside the field', () => {
    const markup = seen(asking({ type: 'plain_text_input', action_id: 'v' }), { asked: 'It exists already.' })
    expect(markup).toContain('aria-invalid="true"')
    expect(wordsIn(markup)).toContain('It exists already.')
  })
})
