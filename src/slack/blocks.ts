/** Everything a view draws with: safe texts, dates, blocks, buttons, forms. Whatever is made here fits into Slack. */
export { at, day, inPlace, when } from './dates.ts'
export { button, overflow, select, userSelect } from './elements.ts'
export {
  checkboxes,
  dateInput,
  dateTimeInput,
  radioButtons,
  selectInput,
  textInput,
  userInput,
  usersInput,
} from './inputs.ts'
export { actions, context, divider, headline, type Message, message, section } from './layout.ts'
export type { Choice, Confirm } from './objects.ts'
export { plain } from './plain.ts'
export {
  bold,
  channelLink,
  clip,
  isEmpty,
  joined,
  lines,
  link,
  type Md,
  md,
  mention,
  mentionGroup,
  quoted,
  type Shown,
} from './text.ts'
export { home, modal } from './views.ts'
