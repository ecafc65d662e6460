import type { ModalView } from '@slack/types'
import { describe, expect, test } from 'vitest'
import type { ClientModal } from '../../protocol.ts'
import { drawn, state, wordsIn } from '../given.tsx'
import { ModalStack } from './ModalStack.tsx'

const words = (text: string) => ({ type: 'plain_text' as const, text })

function modal(title: string, view: Partial<ModalView> = {}, more: Partial<ClientModal> = {}): ClientModal {
  return {
    view: { id: `V-${title}`, type: 'modal', title: words(title), blocks: [], ...view },
    errors: {},
    ...more,
  }
}
const seen = (...modals: ClientModal[]) => drawn(<ModalStack />, state({ modals }))

describe('a modal', () => {
  test('is named by its title and left by the app’s words', () => {
    const markup = seen(modal('Plan a release', { submit: words('Plan it'), close: words('Not now') }))
    expect(markup).toContain('aria-label="Plan a release"')
    expect(wordsIn(markup)).toBe('Plan a releaseNot nowPlan it')
  })

  test('without a submit button is only closed', () => {
    expect(wordsIn(seen(modal('Scope')))).toBe('ScopeClose')
  })

  test('shows the app’s errors beside their fields', () => {
    const element = { type: 'plain_text_input' as const, action_id: 'v' }
    const version = { type: 'input' as const, block_id: 'version', label: words('Version'), element }
    const errors = { version: 'payments-2.4.0 exists.' }
    const markup = seen(modal('Plan', { blocks: [version], submit: words('Plan it') }, { errors }))
    expect(markup).toMatch(/role="alert" class="field-error">payments-2.4.0 exists./)
  })

  test('says when the app did not answer', () => {
    const markup = seen(modal('Plan', { submit: words('Plan it') }, { trouble: 'operation_timeout' }))
    expect(wordsIn(markup)).toContain('operation_timeout')
  })
})

test('of several only a pushed one leads back', () => {
  const [first = '', second = ''] = seen(modal('One'), modal('Two')).split('</dialog>')
  expect(first).not.toContain('aria-label="Back"')
  expect(second).toContain('aria-label="Back"')
})
