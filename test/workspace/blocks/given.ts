/** Small pieces of Block Kit for the tests of its rules. */
export const long = (length: number) => 'x'.repeat(length)
export const plain = (text: string) => ({ type: 'plain_text', text })
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
export const many = <T>(count: number, one: T): T[] => Array(count).fill(one)

export const section = (extra: object = {}) => ({ type: 'section', text: mrkdwn('x'), ...extra })
export const actions = (...elements: object[]) => ({ type: 'actions', elements })
export const button = (extra: object = {}) => ({ type: 'button', text: plain('Go'), ...extra })
export const input = (element: object, extra: object = {}) => ({
  type: 'input',
  label: plain('What'),
  element,
  ...extra,
})
export const option = (text: string) => ({ text: plain(text), value: text })
export const options = (count: number) => Array.from({ length: count }, (_, at) => option(`o${at}`))
export const picture = { type: 'image', image_url: 'https://a.example/a.png', alt_text: 'A ship' }
export const raw = (text: string) => ({ type: 'raw_text', text })
export const rich = (...leaves: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: leaves }],
})

export const table = (extra: object = {}) => ({ type: 'table', rows: [[raw('x')]], ...extra })
export const dataTable = (extra: object = {}) => ({
  type: 'data_table',
  caption: 'x',
  rows: [[raw('Name')], [raw('x')]],
  ...extra,
})
export const card = (extra: object = {}) => ({ type: 'card', title: mrkdwn('x'), ...extra })
export const container = (extra: object = {}) => ({
  type: 'container',
  title: plain('x'),
  child_blocks: [section()],
  ...extra,
})
export const video = (extra: object = {}) => ({
  type: 'video',
  video_url: 'https://a.example/v',
  thumbnail_url: 'https://a.example/t.png',
  alt_text: 'x',
  title: plain('x'),
  ...extra,
})
export const task = (extra: object = {}) => ({
  type: 'task_card',
  task_id: '1',
  title: 'x',
  status: 'pending',
  ...extra,
})
export const feedback = {
  type: 'feedback_buttons',
  positive_button: { text: plain('Good'), value: 'good' },
  negative_button: { text: plain('Bad'), value: 'bad' },
}
export const chart = (chart: object, extra: object = {}) => ({
  type: 'data_visualization',
  title: 'x',
  chart,
  ...extra,
})
export const segments = (count: number) => many(count, { label: 'x', value: 1 })
export const lines = (series: number, categories: number) => {
  const labels = Array.from({ length: categories }, (_, at) => `c${at}`)
  const data = labels.map((label) => ({ label, value: 1 }))
  return {
    type: 'line',
    series: Array.from({ length: series }, (_, at) => ({ name: `s${at}`, data })),
    axis_config: { categories: labels },
  }
}
