/** Slack's limits, in characters or in pieces. What is shown is clipped to them; ids and values are refused. */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  messageText: 10_000,
  viewBytes: 250_000,
  text: 3000,
  contextParts: 10,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  id: 255,
  metadata: 3000,
  modalTitle: 24,
  label: 2000,
  placeholder: 150,
  optionText: 75,
  optionValue: 75,
  overflowOptions: 5,
  boxes: 10,
  selectOptions: 100,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const

/** An id or value as Slack takes it; cutting one would change what it means, so a long one is our mistake. */
export function within(max: number, what: string, value: string): string {
  if (value.length > max) throw new RangeError(`${what} has ${value.length} characters, Slack takes ${max}`)
  return value
}
