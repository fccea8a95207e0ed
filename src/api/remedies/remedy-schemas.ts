import { z } from 'zod'
import { procedures } from '../../requests/remedies/remedy.ts'
import { remedyColumns, remedyGroups } from '../../statute/form-2021.ts'
import { type RawResultId, type RemedyResult, rawResults } from '../../statute/remedy-results.ts'
import { daySchema } from '../requests/act-schemas.ts'

const text = z
  .string()
  .trim()
  .min(1)
  .max(500)
  // Lists stand in lines and tabs.
  .regex(/^\P{Cc}*$/u, { error: '不含控制字符 no control characters' })
const kind = z.enum(remedyGroups.map(({ id }) => id))
const procedure = z.enum(procedures)
const coDefendant = z.enum(['yes', 'no'])
const rawResultSchema: z.ZodType<RawResultId, string> = z.enum(rawResults.map(({ id }) => id))
const resultSchema: z.ZodType<RemedyResult, string> = z.enum(
  remedyColumns.map(({ id }) => id).filter((id) => id !== 'pending' && id !== 'total'),
)
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

/** What `gongkai remedies register` takes; the number of the case is its argument. */
export const remedyRegistrationSchema = z.strictObject({
  caseNumber: text,
  kind,
  body: text,
  requestNumber: orNull(text),
  filedOn: daySchema,
  procedure: orNull(procedure),
  copyReceivedOn: orNull(daySchema),
  coDefendant: orNull(coDefendant),
})

/** A result and the column that an agency counts it in. */
export const remedyResultSettingSchema = z.strictObject({ rawResult: rawResultSchema, result: resultSchema })

/** What can happen to a case, and what each takes; `amend` mends what was told wrong. */
export const remedyActSchemas = {
  receiveCopy: z.strictObject({ on: daySchema, procedure: procedure.optional() }),
  convert: z.strictObject({ on: daySchema }),
  answer: z.strictObject({ on: daySchema }),
  conclude: z.strictObject({ on: daySchema, rawResult: rawResultSchema, result: resultSchema.optional() }),
  amend: z.strictObject({
    reason: text,
    kind: kind.optional(),
    body: text.optional(),
    requestNumber: text.nullable().optional(),
    filedOn: daySchema.optional(),
    procedure: procedure.nullable().optional(),
    copyReceivedOn: daySchema.nullable().optional(),
    convertedOn: daySchema.nullable().optional(),
    answeredOn: daySchema.nullable().optional(),
    concludedOn: daySchema.nullable().optional(),
    rawResult: rawResultSchema.nullable().optional(),
    result: resultSchema.nullable().optional(),
    coDefendant: coDefendant.nullable().optional(),
  }),
} as const

export type RemedyActName = keyof typeof remedyActSchemas
export type RemedyActFields = {
  readonly [A in RemedyActName]: { readonly act: A; readonly fields: z.output<(typeof remedyActSchemas)[A]> }
}[RemedyActName]

const day = daySchema.nullable()
const state = z.enum(['filed', 'awaitingAnswer', 'answered', 'concluded'])
const standing = {
  state,
  dueOn: day,
  overdue: z.boolean(),
  provisional: z.boolean(),
  result: resultSchema.nullable(),
}

const reopens = {
  reopens: z.string().nullable(),
  reopensProcedure: z.enum(['request', 'recordAmendment']).nullable(),
}

/** What a change of a case is answered with. */
export const remedyAnswerSchema = z.object({ caseNumber: z.string(), ...standing, ...reopens })

const presented = z.object({
  caseNumber: z.string(),
  requestNumber: z.string().nullable(),
  kind,
  body: z.string().nullable(),
  procedure: procedure.nullable(),
  filedOn: daySchema,
  copyReceivedOn: day,
  convertedOn: day,
  answeredOn: day,
  concludedOn: day,
  rawResult: rawResultSchema.nullable(),
  coDefendant: coDefendant.nullable(),
  workingDaysLeft: z.int().nullable(),
  ...standing,
})

export const remedyPageSchema = z.object({ remedies: z.array(presented), next: z.string().nullable() })

/** A case; `steps` tell how its last day was counted. */
export const remedySchema = presented.extend({
  steps: z.array(z.looseObject({ from: daySchema, why: z.string() })),
  ...reopens,
})

export const resultColumnsSchema = z.record(rawResultSchema, resultSchema)
