import { rewrite } from './rewriting.ts'

/** A hold that is said again is another one. */
rewrite('src/releases/lifecycle.ts', "release.hold ? [] : [{ type: 'releaseHeld'", "[{ type: 'releaseHeld'")
