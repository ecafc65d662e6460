/** Why, as the sentence it is on every card, however it was typed: `because refunds reach customers the same day`. */
export function intentTold({ intent }: { readonly intent: string }): string | null {
  const said = intent.trim()
  if (said === '') return null
  const begun = /^\p{Ll}(?!\p{Lu})/u.test(said) ? said.charAt(0).toUpperCase() + said.slice(1) : said
  return /[\p{L}\p{N}%)]$/u.test(begun) ? `${begun}.` : begun
}
