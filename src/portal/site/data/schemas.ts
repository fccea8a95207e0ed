import { z } from 'zod'
import { agencyKinds, agencyLevels } from '../../../statute/agency-rank.ts'
import { article20 } from '../../../statute/article-20.ts'
import { genreIds } from '../../../statute/genres.ts'
import { validityIds } from '../../../statute/validity.ts'

const instant = z.iso.datetime({ offset: true })
const day = z.iso.date()
const address = z
  .string()
  .meta({ description: 'Whole where the site has said its own address, else from the root of the host.' })

const agencySchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  level: z.enum(agencyLevels),
  kind: z.enum(agencyKinds),
  parent: z.string().nullable().meta({ description: 'Code of the agency above it.' }),
  page: address,
})

export const agenciesSchema = z.strictObject({ agencies: z.array(agencySchema) })

const listed = {
  id: z.uuid(),
  agency: z.string().meta({ description: 'Code of the agency that published it.' }),
  title: z.string(),
  indexNumber: z.string().meta({ description: '索引号' }),
  documentNumber: z.string().nullable().meta({ description: '文号' }),
  maker: z.string().meta({ description: '发文机关' }),
  madeOn: day,
  publishedAt: instant,
  changedAt: instant,
  version: z.int().min(1),
  summary: z.string().nullable(),
  item: z
    .enum(article20.map(({ id }) => id))
    .nullable()
    .meta({ description: 'Item of 条例20.' }),
  theme: z.string().nullable().meta({ description: '主题分类: 2 or 2.1' }),
  genre: z.enum(genreIds).nullable(),
  validity: z.enum(validityIds),
  page: address,
  data: address,
}

export const listedItemSchema = z.strictObject(listed)

export const itemsSchema = z.strictObject({
  items: z.array(listedItemSchema).meta({ description: 'Newest first.' }),
  next: address.nullable().meta({ description: 'The next page of the list; null on the last.' }),
})

export const itemSchema = z.strictObject({
  ...listed,
  jointMakers: z.array(z.string()),
  keywords: z.array(z.string()),
  validitySince: day,
  validityBasis: z.string(),
  validUntil: day.nullable(),
  withdrawn: z
    .strictObject({ on: day, reasons: z.string() })
    .nullable()
    .meta({ description: 'Where it was taken down: then it has neither text nor files.' }),
  body: z
    .array(z.looseObject({ type: z.enum(['heading', 'paragraph', 'list', 'table', 'figure']) }))
    .nullable()
    .meta({ description: 'The text, block by block; null where files alone were published.' }),
  files: z.array(
    z.strictObject({
      digest: z.string().meta({ description: 'SHA-256 of the bytes.' }),
      name: z.string(),
      mediaType: z.string(),
      bytes: z.int().min(0),
      address,
    }),
  ),
  interprets: z.array(z.uuid()),
  interpretedBy: z.array(z.uuid()),
})
