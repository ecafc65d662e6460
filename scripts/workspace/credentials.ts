import type { Credentials } from '../../test/workspace/options.ts'

/** The same every time, so that they can stay in an app's settings; they open nothing but this workspace. */
export const credentials: Credentials = {
  botToken: 'xoxb-local-workspace',
  appToken: 'xapp-local-workspace',
  signingSecret: 'local-workspace-signing-secret',
  clientId: '1.1',
  clientSecret: 'local-workspace-client-secret',
}
