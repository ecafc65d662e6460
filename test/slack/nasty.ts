import fc from 'fast-check'

/** What people type, at its worst: everything that means something to Slack, to text direction or to Unicode. */
export const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '<',
      '>',
      '&',
      '@',
      '#',
      '!',
      '|',
      '"',
      '\n',
      ' ',
      '＊',
      '＿',
      '｀',
      ':',
    ),
    fc.constantFrom('<!channel>', '@here', '@channel', '#general', '<@U1>', '&amp;', 'a', 'B', '7', '_x_'),
    fc.constantFrom(
      '\u202E',
      '\u2066',
      '\u200F',
      '\u200B',
      '\u0000',
      '\uD800',
      'שלום',
      'مرحبا',
      '👩‍👩‍👧',
      'e\u0301',
    ),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
  maxLength: 60,
})
