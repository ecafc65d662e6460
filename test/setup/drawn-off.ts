import { rewrite } from './rewriting.ts'

/** That a card is drawn is noted before Slack has drawn it. */
const draw = 'await ctx.slack.web.chat.update('
rewrite('src/surfaces/post.ts', draw, `await set(ctx, row, { drawn: row.wanted, fingerprint })\n${draw}`)
