import { expect, test } from 'vitest'
import { changedManifest, client, httpApp, sharedWorkspace } from './small/start.ts'

const withEvent = await changedManifest('- message.im', '- message.im\n      - function_executed')
const remote = await changedManifest(
  'settings:\n',
  'settings:\n  function_runtime: remote\n  org_deploy_enabled: true\n',
  withEvent,
)
const manifest = await changedManifest(
  'settings:\n',
  `functions:
  light:
    title: Light the lamp
    description: Lights it
    input_parameters: { properties: {} }
    output_parameters: { properties: { minutes: { type: integer } }, required: [minutes] }
settings:
`,
  remote,
)
const slack = await sharedWorkspace({ manifest })
const { functions } = client(slack)

test('the app does a step of a workflow, with the token that came with it', async () => {
  await httpApp(slack, (app) =>
    app.function('light', async ({ complete, inputs }) => {
      await complete({ outputs: { minutes: Number(inputs.nights) * 600 } })
    }),
  )
  const execution = slack.admin.execute('light', { nights: 2 })
  await slack.until(() => execution.state !== 'running')
  expect(execution).toMatchObject({ state: 'completed', outputs: { minutes: 1200 } })
  expect(slack.calls('functions.completeSuccess')[0]?.token).toMatch(/^xwfp-/)
})

test('a step fails with what the app says', async () => {
  await httpApp(slack, (app) =>
    app.function('light', async ({ fail }) => void (await fail({ error: 'No oil' }))),
  )
  const execution = slack.admin.execute('light')
  await slack.until(() => execution.state !== 'running')
  expect(execution).toMatchObject({ state: 'failed', error: 'No oil' })
})

test('a step is finished once, and with everything it promised', async () => {
  slack.deliverTo(null)
  const { id: function_execution_id } = slack.admin.execute('light')
  const succeed = (outputs: Record<string, string>) =>
    functions.completeSuccess({ function_execution_id, outputs })
  await expect(succeed({})).rejects.toThrow('parameter_validation_failed')
  await succeed({ minutes: '1' })
  await expect(succeed({ minutes: '1' })).rejects.toThrow('execution_not_in_running_state')
  const failed = functions.completeError({ function_execution_id, error: 'Too late' })
  await expect(failed).rejects.toThrow('execution_not_in_running_state')
  const unknown = functions.completeError({ function_execution_id: 'Fx0NONE', error: 'x' })
  await expect(unknown).rejects.toThrow('function_execution_not_found')
})
