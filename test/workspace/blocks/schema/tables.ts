import { z } from 'zod'
import { id, word } from './objects.ts'
import { richText } from './rich-text.ts'

const written = [
  z.strictObject({ type: z.literal('raw_text'), text: word }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: word }),
] as const
const cell = z.discriminatedUnion('type', [...written, richText])
const row = z.array(cell).min(1).max(20)
const heading = z.array(z.discriminatedUnion('type', written)).min(1).max(20)

const column = z.strictObject({
  align: z.enum(['left', 'center', 'right']).optional(),
  is_wrapped: z.boolean().optional(),
})

export const table = z.strictObject({
  type: z.literal('table'),
  block_id: id.optional(),
  rows: z.array(row).min(1).max(100),
  column_settings: z.array(column.nullable()).max(20).optional(),
})

export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: id.optional(),
    rows: z.tuple([heading], row).check(z.minLength(2), z.maxLength(101)),
    caption: word,
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).optional(),
  })
  .refine(
    ({ rows: [head, ...rows] }) => rows.every((cells) => cells.length === head.length),
    'all rows must have the same number of cells',
  )
  .refine(
    ({ rows: [head], row_header_column_index: index = 0 }) => index < head.length,
    'row_header_column_index must be a column',
  )

const label = word.max(20)
const axis = z.string().max(50).optional()
const series = z.strictObject({
  name: label,
  data: z.array(z.strictObject({ label, value: z.number() })),
})

const plotted = <T extends string>(type: T) =>
  z
    .strictObject({
      type: z.literal(type),
      series: z.array(series).min(1).max(6),
      axis_config: z.strictObject({
        categories: z.array(label).min(1).max(20),
        x_label: axis,
        y_label: axis,
      }),
    })
    .refine(
      (chart) => new Set(chart.series.map(({ name }) => name)).size === chart.series.length,
      'series names must be unique',
    )
    .refine(
      ({ series, axis_config: { categories } }) =>
        series.every(({ data }) => data.map((point) => point.label).join('\n') === categories.join('\n')),
      'data labels must be the categories',
    )

// Sources name 6 and 12 segments and series.
const segment = z.strictObject({ label, value: z.number().positive() })
const pie = z.strictObject({ type: z.literal('pie'), segments: z.array(segment).min(1).max(6) })

export const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: id.optional(),
  title: word.max(50),
  chart: z.discriminatedUnion('type', [pie, plotted('bar'), plotted('area'), plotted('line')]),
})
