import type { ModelDefinition } from '../models/contract.ts'
import { rolesIn } from '../models/models.ts'
import type { Manifest } from './manifest.ts'
import type { Problem, Yaml } from './yaml.ts'

/** What a product names and no other file knows: its model, and the roles that own its components. */
export function misfitsOfProducts({ models, products }: Manifest, { problemAt }: Yaml<unknown>): Problem[] {
  return products.flatMap(({ name, model: named, components, roles }) => {
    const model = models.find((one) => one.name === named)
    if (!model) return [problemAt([name, 'model'], oneOf(models.map((one) => `"${one.name}"`)))]
    const known = [...new Set([...Object.keys(roles), ...model.roles.map((role) => role.name)])]
    return components.flatMap((component) =>
      (['owner', 'deployedBy'] as const)
        .filter(
          (key) =>
            !known.includes(component[key]) && (key === 'owner' || component.deployedBy !== component.owner),
        )
        .map((key) =>
          problemAt([name, 'components', component.name, key], `a role of ${name} or of its model`),
        ),
    )
  })
}

/**
 * Owners in a model that are a role of no product at all: a slip of the pen. A role that only some products lack is
 * told as a warning when the roles are filled.
 */
export function misfitsOfModel(
  { products }: Manifest,
  { value: model, problemAt }: Yaml<ModelDefinition>,
): Problem[] {
  if (!model) return []
  const roles = [
    ...model.roles.map(({ name }) => name),
    ...products.flatMap((product) => Object.keys(product.roles)),
  ]
  const perComponent = [...roles, 'component']
  return (['items', 'steps', 'phases', 'checks'] as const).flatMap((list) => {
    const known = list === 'items' || list === 'steps' ? perComponent : roles
    return model[list].flatMap(({ owner }, i) =>
      known.includes(owner) ? [] : [problemAt([list, i, 'owner'], 'a role of this model or of a product')],
    )
  })
}

const oneOf = (names: readonly string[]) => names.join(' or ') || 'a file in models/, where there is none'

/** Roles that a product's model asks for and for which the product names nobody. */
export function unnamedRoles({ models, products }: Manifest): string[] {
  return products.flatMap(({ name, model: named, roles }) => {
    const model = models.find((one) => one.name === named)
    if (!model) return []
    const byManager = model.roles.filter((role) => role.holders === 'manager').map((role) => role.name)
    return rolesIn(model)
      .filter((role) => !byManager.includes(role) && !roles[role]?.length)
      .map((role) => `Nobody is named for ${role} of ${name}, which its model ${named} asks for`)
  })
}
