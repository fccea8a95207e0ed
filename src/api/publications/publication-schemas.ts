import { z } from 'zod'
import { type Instant, parseInstant } from '../../publications/instant.ts'
import { isPublicAddress } from '../../publications/item-body.ts'
import { documentKinds, itemColumns } from '../../publications/item-metadata.ts'
import type { PublicationCommandType } from '../../publications/publication-command.ts'
import { article20 } from '../../statute/article-20.ts'
import { type Citation, parseCitation } from '../../statute/citation.ts'
import { genreIds } from '../../statute/genres.ts'
import { publicationLimitIds } from '../../statute/publication-limits.ts'
import { findTheme, type ThemeId } from '../../statute/themes.ts'
import { validityIds } from '../../statute/validity.ts'
import { daySchema, fileSchema, longText, optional, shortText } from '../requests/act-schemas.ts'

const on = daySchema
const words = z.array(shortText).max(50).default([])

const citationSchema = z
  .string()
  .refine((text) => parseCitation(text) !== null, { error: '条例16¶1' })
  .meta({ example: '条例16¶1' }) as unknown as z.ZodType<Citation, string>

const themeSchema = z
  .string()
  .refine((text) => findTheme(text) !== null, { error: '主题分类编号，如 2.1 · number of a theme: 2.1' })
  .meta({ example: '2.1' }) as unknown as z.ZodType<ThemeId, string>

const instantSchema = z
  .string()
  .transform((text, context): Instant => {
    const read = parseInstant(text)
    if (read) return read
    context.addIssue({ code: 'custom', message: 'YYYY-MM-DDTHH:MM' })
    return z.NEVER
  })
  .meta({ example: '2026-03-02T09:30' })

const addressSchema = z
  .string()
  .max(2000)
  .refine(isPublicAddress, { error: '只能用网址、邮箱、电话或者站内地址 · an address of the web or of this site' })

const runSchema = z.strictObject({
  text: z.string().max(100_000),
  bold: z.literal(true).optional(),
  href: addressSchema.optional(),
})
const runs = z.array(runSchema).max(2000)
const span = z.int().min(1).max(1000).optional()

const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    runs,
  }),
  z.strictObject({ type: z.literal('paragraph'), align: z.enum(['center', 'right']).optional(), runs }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(runs).max(5000) }),
  z.strictObject({
    type: z.literal('table'),
    caption: optional(shortText),
    rows: z
      .array(z.array(z.strictObject({ runs, head: z.literal(true).optional(), columns: span, rows: span })).max(200))
      .max(20_000),
  }),
  z.strictObject({ type: z.literal('figure'), file: fileSchema, alt: shortText, caption: optional(shortText) }),
])

/** A text to publish, block by block. */
export const bodySchema = z.array(blockSchema).max(20_000)

export const metadataSchema = z.strictObject({
  title: shortText,
  summary: optional(z.string().trim().min(1).max(500)),
  maker: shortText,
  jointMakers: words,
  madeOn: daySchema,
  documentNumber: optional(shortText),
  kind: z.enum(documentKinds as ['regulation', 'normativeDocument', 'other']).default('other'),
  theme: optional(themeSchema),
  genre: optional(z.enum(genreIds as [(typeof genreIds)[number], ...(typeof genreIds)[number][]])),
  keywords: words,
  item: optional(z.enum(article20.map(({ id }) => id) as [(typeof article20)[number]['id']])),
  limit: z.enum(publicationLimitIds as [(typeof publicationLimitIds)[number]]).default('ordinary'),
  interprets: z.array(z.uuid()).max(50).default([]),
  validUntil: optional(daySchema),
  column: optional(z.enum(itemColumns as [(typeof itemColumns)[number]])),
})

export const proposalSchema = z.discriminatedUnion('attribute', [
  z.strictObject({ attribute: z.literal('proactive') }),
  z.strictObject({ attribute: z.literal('onRequest'), ground: citationSchema, reasons: longText }),
  z.strictObject({ attribute: z.literal('notDisclosed'), ground: citationSchema, reasons: longText }),
])

/** Catalogue, text and files of an item. */
export const publicationContentSchema = z.strictObject({
  metadata: metadataSchema,
  body: z.nullable(bodySchema).default(null),
  attachments: z
    .array(z.strictObject({ file: fileSchema, name: shortText }))
    .max(200)
    .default([]),
})

const approvalSchema = z
  .discriminatedUnion('medium', [
    z.strictObject({ medium: z.literal('onScreen') }),
    z.strictObject({ medium: z.literal('onPaper'), name: shortText, scan: fileSchema }),
  ])
  .default({ medium: 'onScreen' })

/** An item to put on record. */
export const publicationProposalSchema = z.strictObject({
  on,
  unit: shortText,
  formedOn: daySchema,
  proposal: proposalSchema.default({ attribute: 'proactive' }),
  content: publicationContentSchema,
})

/** What each act on an item takes. */
export const publicationActSchemas = {
  revise: z.strictObject({
    on,
    formedOn: daySchema,
    proposal: proposalSchema.default({ attribute: 'proactive' }),
    content: publicationContentSchema,
    reasons: longText,
  }),
  submit: z.strictObject({ on }),
  reviewSecrecy: z.strictObject({
    on,
    basis: longText,
    result: z.enum(['public', 'notPublic', 'unsure']),
    referredTo: optional(shortText),
    approval: approvalSchema,
    acknowledgePersonalInformation: optional(longText),
  }),
  passStage: z.strictObject({ on, remarks: optional(longText), approval: approvalSchema }),
  return: z.strictObject({ on, reasons: longText }),
  schedule: z.strictObject({ on, publishAt: instantSchema }),
  publish: z.strictObject({ on }),
  keepFromPublic: z.strictObject({ on }),
  changeValidity: z.strictObject({
    on,
    validity: z.enum(validityIds as [(typeof validityIds)[number]]),
    since: daySchema,
    basis: longText,
  }),
  recordAnnulment: z.strictObject({ on, annulledOn: daySchema, basis: longText }),
  takeDown: z.strictObject({ on, reasons: longText }),
  reassess: z.strictObject({ on, result: z.enum(['stillNotPublic', 'nowPublic']), reasons: longText }),
  recordElsewhere: z.strictObject({
    on,
    platform: shortText,
    address: optional(addressSchema),
    publishedOn: daySchema,
  }),
  drop: z.strictObject({ on, reasons: longText }),
} as const satisfies Readonly<Record<Exclude<PublicationCommandType, 'propose'>, z.ZodType>>

export type PublicationActName = keyof typeof publicationActSchemas
