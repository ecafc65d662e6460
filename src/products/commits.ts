import type { Product } from './products.ts'

/** Where those who keep repositories show one commit, by a word of their host's name. */
const paths: Readonly<Record<string, string>> = {
  github: '/commit/',
  gitlab: '/-/commit/',
  bitbucket: '/commits/',
  codeberg: '/commit/',
}

const isCommit = (revision: string) => /^[0-9a-f]{7,40}$/i.test(revision)
const isOwnerAndName = (repository: string) => /^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(repository)

/**
 * Where a component's revision can be read: of a repository by its https address, or as `owner/name` on GitHub. Null
 * where that would be a guess: no commit, or a host whose addresses nobody knows.
 */
export function commitAddress(
  { components }: Product,
  component: string,
  revision: string | null,
): string | null {
  const repository = components.find(({ name }) => name === component)?.repository
  if (!repository || !revision || !isCommit(revision)) return null
  const full = isOwnerAndName(repository) ? `https://github.com/${repository}` : repository
  const url = URL.parse(full.replace(/(\.git)?\/?$/, ''))
  const path = url?.hostname
    .split('.')
    .map((word) => paths[word])
    .find((known) => known !== undefined)
  return url?.protocol === 'https:' && path ? `${url.origin}${url.pathname}${path}${revision}` : null
}
