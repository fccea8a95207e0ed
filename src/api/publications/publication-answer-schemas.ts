import { z } from 'zod'
import { publicationPhases } from '../../publications/publication-case.ts'
import { daySchema } from '../requests/act-schemas.ts'

const phase = z.enum(publicationPhases as [(typeof publicationPhases)[number], ...(typeof publicationPhases)[number][]])
const indexNumber = z.string().nullable()

/** What an act has led to. `id` is the one in the public address. */
export const publicationActedSchema = z.object({
  number: z.string(),
  id: z.uuid(),
  version: z.int(),
  phase,
  indexNumber,
})

/** An item in a list; the contract tells the rest of its fields. */
export const publicationPageSchema = z.object({
  publications: z.array(
    z.looseObject({
      number: z.string(),
      id: z.uuid(),
      version: z.int(),
      phase,
      title: z.string(),
      formedOn: daySchema,
      dueOn: daySchema.nullable(),
      indexNumber,
    }),
  ),
  next: z.string().nullable(),
})

/** An item as whoever works on it sees it. */
export const publicationSchema = z.looseObject({
  number: z.string(),
  id: z.uuid(),
  version: z.int(),
  phase,
  indexNumber,
  metadata: z.looseObject({ title: z.string() }),
  body: z.array(z.looseObject({ type: z.string() })).nullable(),
  attachments: z.array(z.looseObject({ file: z.string(), name: z.string() })),
  review: z.looseObject({ waiting: z.string().nullable() }),
  events: z.array(z.looseObject({ version: z.int(), on: daySchema, type: z.string(), actor: z.string() })),
  allowed: z.array(z.string()),
})
