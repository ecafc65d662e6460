import { secret } from './ids.ts'
import { Refusal } from './refusal.ts'
import type { Canvas } from './shapes.ts'

type Section = Canvas['sections'][number]

/** One thing to do to a canvas. */
export type CanvasChange =
  | { operation: 'insert_after' | 'insert_before'; section_id: string; markdown: string }
  | { operation: 'insert_at_start' | 'insert_at_end'; markdown: string }
  | { operation: 'replace'; section_id?: string | undefined; markdown: string }
  | { operation: 'delete'; section_id: string }
  | { operation: 'rename'; title: string }

/** Paragraphs, headings and lists are sections, each with an id of its own. */
export function sectionsOf(markdown: string): Section[] {
  const parts = markdown.split(/\n\s*\n/).filter((part) => part.trim() !== '')
  return parts.map((part) => ({ id: `temp:C:${secret()}`, markdown: part.trim() }))
}

export function changeCanvas(canvas: Canvas, change: CanvasChange): void {
  if (change.operation === 'rename') canvas.title = change.title
  else canvas.sections = changed(canvas.sections, change)
}

function changed(sections: Section[], change: Exclude<CanvasChange, { operation: 'rename' }>): Section[] {
  if (change.operation === 'delete') return sections.toSpliced(indexOf(sections, change.section_id), 1)
  const added = sectionsOf(change.markdown)
  switch (change.operation) {
    case 'insert_at_start':
      return [...added, ...sections]
    case 'insert_at_end':
      return [...sections, ...added]
    case 'insert_before':
      return sections.toSpliced(indexOf(sections, change.section_id), 0, ...added)
    case 'insert_after':
      return sections.toSpliced(indexOf(sections, change.section_id) + 1, 0, ...added)
    case 'replace':
      return change.section_id ? sections.toSpliced(indexOf(sections, change.section_id), 1, ...added) : added
  }
}

function indexOf(sections: Section[], id: string): number {
  const index = sections.findIndex((section) => section.id === id)
  if (index < 0) throw new Refusal('canvas_editing_failed', { detail: `section ${id} is not there` })
  return index
}

/** Sections by the kind of their heading and what they say; given neither, none are meant. */
export function findSections(
  { sections }: Canvas,
  { types, contains }: { types: string[]; contains: string },
): Section[] {
  return sections.filter(({ markdown }) => {
    const level = /^(#{1,3}) /.exec(markdown)?.[1]?.length
    const ofType = level !== undefined && (types.includes('any_header') || types.includes(`h${level}`))
    return (types.length === 0 || ofType) && markdown.includes(contains)
  })
}
