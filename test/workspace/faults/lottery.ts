import { createHash } from 'node:crypto'

interface Rule<F> {
  of: string
  share: number
  fault: F
}

/** Decides which fault the next thing of a name meets, by order or by chance. */
export class Lottery<F> {
  rules: Rule<F>[] = []
  readonly #ordered: { of: string; fault: F }[] = []
  readonly #drawn = new Map<string, number>()

  order(of: string, fault: F): void {
    this.#ordered.push({ of, fault })
  }

  /** Chance depends on the seed and on how many of this name came before, not on what else happens. */
  draw(seed: number, name: string): F | undefined {
    const nth = (this.#drawn.get(name) ?? 0) + 1
    this.#drawn.set(name, nth)
    const ordered = this.#ordered.findIndex((one) => covers(one.of, name))
    if (ordered >= 0) return this.#ordered.splice(ordered, 1)[0]?.fault
    const hit = (rule: Rule<F>, at: number) =>
      covers(rule.of, name) && chance(`${seed} ${name} ${nth} ${at}`) < rule.share
    return this.rules.find(hit)?.fault
  }
}

function covers(pattern: string, name: string): boolean {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(name)
}

/** A number from 0 up to 1 that is always the same for the same words. */
function chance(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE() / 2 ** 32
}
