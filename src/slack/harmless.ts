// Slack formats full-width twins too. Look-alikes, because a zero-width space beside `*` can even start bold.
const lookAlikes: Record<string, string> = {
  '*': '∗',
  '＊': '﹡',
  _: 'ˍ',
  '＿': '⸏',
  '~': '∼',
  '`': 'ˋ',
  '｀': 'ˋ',
}

// An underscore inside a word formats nothing, and versions and file names can be copied when it stays.
const formatting = /[*＊＿~`｀]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g

// Zero-width joiners and variation selectors stay: emoji and Persian need them.
const invisible =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'
const wordJoiner = '\u2060'
const softHyphen = '\u00AD'

/** One line of what somebody typed: no line breaks, no control characters, nothing that turns the text around. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').replace(invisible, '')
}

/** Somebody's text as mrkdwn that shows what they typed and does nothing: no format, no link, no ping, no quote. */
export function harmless(text: string): string {
  const shown = oneLine(text)
    .replace(/[&<>]/g, (character) => entities[character] ?? '')
    .replace(formatting, (character) => lookAlikes[character] ?? '')
    .replace(/@(?=here|channel|everyone|group)/gi, `@${wordJoiner}`)
    .replace(/(?<!\w)#(?=\p{L})/gu, `#${wordJoiner}`)
    .replace(/^(?= ?(?:&gt;|＞))/, softHyphen)
  return rightToLeft.test(shown) ? `${firstStrongIsolate}${shown}${popIsolate}` : shown
}
