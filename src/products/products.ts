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
}

/** One deployable part of a product. */
export interface Component {
  readonly name: string
  readonly repository: string | null
  /** The role that owns it. */
  readonly owner: string
}
