/** What users receive. Its name is a slug and the first half of a release's key. */
export interface Product {
  readonly name: string
  /** As people say it, such as "Payments". */
  readonly title: string
  /** IANA zone in which its dates are told once, beside everyone's own. */
  readonly zone: string
  /** Where announcements and digests go, without `#`. */
  readonly channel: string
  readonly model: string
  readonly components: readonly Component[]
  /** Role to those who fill it, as the manifest names them: an e-mail, a Slack id, or a user group's handle. */
  readonly roles: Readonly<Record<string, readonly string[]>>
  readonly consumers: readonly Consumer[]
}

/** Who uses the service: another team, or a partner. */
export interface Consumer {
  readonly name: string
  /** Who answers for them, as the manifest names them: an e-mail, a Slack id, or a user group's handle. */
  readonly contact: string
  /** How long before they want to know, in milliseconds; null when they have not said. */
  readonly notice: number | null
}

/** One deployable part of a product. */
export interface Component {
  readonly name: string
  readonly repository: string | null
  /** The role that owns it. */
  readonly owner: string
  /** The role that deploys it; its owner unless the manifest says otherwise. */
  readonly deployedBy: string
  /** Components of the same product that must be deployed before it. */
  readonly dependsOn: readonly string[]
}

/** Components in the order in which they can be deployed: each after those it depends on, else as they stand. */
export function inDeployOrder(components: readonly Component[]): Component[] {
  const ordered: Component[] = []
  const waiting = [...components]
  for (;;) {
    const next = waiting.findIndex((one) => !waiting.some((other) => one.dependsOn.includes(other.name)))
    if (next < 0) return [...ordered, ...waiting]
    ordered.push(...waiting.splice(next, 1))
  }
}
