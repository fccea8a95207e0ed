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

const timeliness = z
  .object({
    by: z.string().nullable().meta({ description: 'The shared platform whose day counts; null: this portal.' }),
    dueOn: daySchema,
    on: daySchema.nullable().meta({ description: 'The day that counts; null while there is none.' }),
    state: z.enum(['inTime', 'late', 'waiting', 'overdue']),
  })
  .nullable()
  .meta({ description: '条例26. Null where the item has no period, or is not to become public.' })

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
      timeliness,
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
  timeliness,
  metadata: z.looseObject({ title: z.string() }),
  body: z.array(z.looseObject({ type: z.string() })).nullable(),
  findings: z
    .array(z.object({ finding: z.literal('headingSkipped'), text: z.string(), level: z.int(), after: z.int() }))
    .meta({ description: 'What a reviewer should know of the text; none of it keeps it from being published.' }),
  attachments: z.array(z.looseObject({ file: z.string(), name: z.string() })),
  review: z.looseObject({ waiting: z.string().nullable() }),
  events: z.array(z.looseObject({ version: z.int(), on: daySchema, type: z.string(), actor: z.string() })),
  allowed: z.array(z.string()),
})
