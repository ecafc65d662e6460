import { distance } from 'fastest-levenshtein'
import { Rejection } from '../errors.ts'
import type { Product } from '../products/products.ts'
import type { ScopedComponent } from './scope.ts'

const longestRevision = 100

/** The product's component of that name, in any case. @throws Rejection with the one that was probably meant. */
export function componentOf(product: Product, said: string): string {
  const wanted = said.toLowerCase()
  const names = product.components.map(({ name }) => name)
  const found = names.find((name) => name.toLowerCase() === wanted)
  if (found) return found
  const near = names.find((name) => distance(name.toLowerCase(), wanted) <= 3)
  const instead = near ? `Did you mean ${near}?` : `It has ${names.slice(0, 8).join(', ') || 'none'}.`
  throw new Rejection(`${product.title} has no component "${said}". ${instead}`, { field: 'components' })
}

/** What is said of one component: its name, and its revision if that is known. @throws Rejection */
export function readComponent(product: Product, line: string): ScopedComponent {
  const [, said = '', rest = ''] = /^([^\s:=]*)[\s:=]*(.*)$/s.exec(line.trim()) ?? []
  const name = componentOf(product, said)
  const no = (why: string) => new Rejection(why, { field: 'components' })
  if (/\s/.test(rest)) throw no(`A revision is one word. I read ${name}, "${rest}".`)
  if (rest.length > longestRevision)
    throw no(`That revision has ${rest.length} characters, at most ${longestRevision}.`)
  return { name, revision: rest || null }
}

/** Components as a form lists them, one per line with its revision behind it. @throws Rejection */
export function parseComponents(product: Product, text: string): ScopedComponent[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const components = lines.map((line) => readComponent(product, line))
  const twice = components.find(({ name }, place) => components.findIndex((one) => one.name === name) < place)
  if (twice) throw new Rejection(`${twice.name} stands there twice.`, { field: 'components' })
  return components
}

/** The lines that `parseComponents` reads as these components. */
export const linesOf = (components: readonly ScopedComponent[]) =>
  components.map(({ name, revision }) => (revision ? `${name} ${revision}` : name)).join('\n')
