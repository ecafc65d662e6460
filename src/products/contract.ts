import { z } from 'zod'
import { duration, slug, text, zone } from '../manifest/phrases.ts'
import { type Component, inDeployOrder, type Product } from './products.ts'

const holder = z
  .string('a person')
  .regex(
    /^([^@\s]+@[^@\s]+|[UWS][A-Z0-9]{2,}|@[^@\s]+)$/,
    'an e-mail, a Slack id, or the @handle of a user group',
  )

const component = z.strictObject({
  repository: text.nullable().default(null),
  owner: text,
  deployedBy: text.optional(),
  dependsOn: z.array(z.string()).default([]),
})

const consumer = z.strictObject({ contact: holder, notice: duration.nullable().default(null) })

const product = z
  .strictObject({
    title: text,
    zone,
    channel: z.string('a channel').regex(/^#?[^\s#A-Z]{1,80}$/, 'a channel like releases'),
    model: text,
    components: z.record(slug, component),
    roles: z.record(text, z.array(holder)).default({}),
    consumers: z.record(text, consumer).default({}),
  })
  .superRefine(({ components }, ctx) => {
    const wrong = (path: PropertyKey[], message: string) =>
      ctx.addIssue({ code: 'custom', path: ['components', ...path], message })
    for (const [name, { dependsOn }] of Object.entries(components)) {
      dependsOn.forEach((other, i) => {
        if (!(other in components)) wrong([name, 'dependsOn', i], 'a component of this product')
      })
    }
    if (hasCircle(listed(components))) wrong([], 'dependencies without a circle')
  })

/** `manifest/products.yml`: products by name. */
export const productsSchema: z.ZodType<Product[]> = z.record(slug, product).transform((products) =>
  Object.entries(products).map(([name, { channel, components, consumers, ...rest }]) => ({
    ...rest,
    name,
    channel: channel.replace('#', ''),
    components: listed(components),
    consumers: Object.entries(consumers).map(([who, said]) => ({ name: who, ...said })),
  })),
)

function listed(components: Readonly<Record<string, z.output<typeof component>>>): Component[] {
  return Object.entries(components).map(([name, { deployedBy, ...rest }]) => ({
    ...rest,
    name,
    deployedBy: deployedBy ?? rest.owner,
  }))
}

function hasCircle(components: readonly Component[]): boolean {
  const order = inDeployOrder(components).map(({ name }) => name)
  return components.some(({ name, dependsOn }) =>
    dependsOn.some((other) => order.indexOf(other) >= order.indexOf(name)),
  )
}
