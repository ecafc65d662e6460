/** What stands inside a line of text. `plain` and every label are free of Slack's entities. */
export type Inline =
  | { type: 'plain'; text: string }
  | { type: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; label: string }
  | { type: 'person'; id: string; label?: string }
  | { type: 'channel'; id: string; label?: string }
  | { type: 'channelName'; name: string }
  | { type: 'group'; id: string; label?: string }
  | { type: 'broadcast'; range: string }
  | { type: 'date'; unix: number; format: string; fallback: string; link?: string }
  | { type: 'emoji'; name: string }
  | { type: 'break' }

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** Turns the three entities of Slack's texts back into characters. */
export function unescapeSlack(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
}
