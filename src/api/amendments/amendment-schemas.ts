import { z } from 'zod'
import { amendmentPhases, amendmentResults } from '../../requests/amendments/amendment-case.ts'
import type { AmendmentCommandType } from '../../requests/amendments/amendment-command.ts'
import { amendmentLetterKinds } from '../../requests/amendments/letters/amendment-letter-kind.ts'
import { remediesOfCaseSchema } from '../remedies/remedies-of-case.ts'
import {
  applicantKindSchema,
  approvingSchema,
  arrivalFields,
  channelSchema,
  daySchema,
  fileSchema,
  identitySchema,
  longText,
  optional,
  provingSchema,
  reopeningSchema,
  serviceSchema,
  shortText,
} from '../requests/act-schemas.ts'
import { keptLetterSchema } from '../requests/answer-schemas.ts'

const on = daySchema

const decisionSchema = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('amended'), says: longText, since: daySchema }),
  z.strictObject({
    result: z.literal('refused'),
    ground: z.enum(['recordIsRight', 'notAboutApplicant', 'noEvidence']),
    reasons: longText,
  }),
])

/** What each act on a record amendment takes. */
export const amendmentActSchemas = {
  setTarget: z.strictObject({ on, targetOn: daySchema.nullable() }),
  askEvidence: z.strictObject({ on, wanted: z.array(longText).min(1), until: optional(daySchema) }),
  receiveEvidence: z.strictObject({
    on,
    evidence: z.array(fileSchema).max(100).default([]),
    powerOfAttorney: optional(fileSchema),
  }),
  dispatch: z.strictObject({ on, unit: shortText, dueOn: optional(daySchema), question: longText }),
  answerDispatch: z.strictObject({
    on,
    dispatch: z.int().min(1),
    opinion: longText,
    material: z.array(fileSchema).default([]),
  }),
  transfer: z.strictObject({
    on,
    amendingAgency: shortText,
    contact: optional(shortText),
    reasons: longText,
    toldOn: optional(daySchema),
  }),
  tellTransferred: z.strictObject({ on }),
  tellElsewhere: z.strictObject({ on, amendingAgency: shortText, contact: shortText, reasons: longText }),
  decide: z.strictObject({ on, decision: decisionSchema }),
  returnDecision: z.strictObject({ on, reasons: longText }),
  approve: approvingSchema,
  serve: serviceSchema,
  proveService: provingSchema,
  /** A decision without number has that of its approval. */
  keepLetter: z.strictObject({
    on,
    kind: z.enum(amendmentLetterKinds),
    documentNumber: optional(shortText),
    file: fileSchema,
  }),
  withdraw: z.strictObject({ on }),
  reopen: reopeningSchema,
} as const satisfies Readonly<Record<Exclude<AmendmentCommandType, 'register'>, z.ZodType>>

export type AmendmentActName = keyof typeof amendmentActSchemas

/** A record amendment to register. */
export const amendmentRegistrationSchema = z.strictObject({
  ...arrivalFields,
  applicant: identitySchema,
  evidence: z.array(fileSchema).max(100).default([]),
  transferredFrom: optional(
    z.strictObject({ agency: shortText, reference: optional(shortText), sentOn: optional(daySchema) }),
  ),
  targetOn: optional(daySchema),
  record: longText,
  claim: longText,
})

const phase = z.enum(amendmentPhases as [(typeof amendmentPhases)[number], ...(typeof amendmentPhases)[number][]])
const result = z
  .enum(amendmentResults as [(typeof amendmentResults)[number], ...(typeof amendmentResults)[number][]])
  .nullable()

/** What an act has led to. */
export const amendmentActedSchema = z.object({ number: z.string(), version: z.int(), phase, result })

const listed = z.object({
  number: z.string(),
  version: z.int(),
  phase,
  channel: channelSchema,
  arrivedOn: daySchema,
  applicantKind: applicantKindSchema,
  record: z.string().nullable(),
  claim: z.string().nullable(),
  transferredFrom: z.string().nullable(),
  targetOn: daySchema.nullable(),
  result,
  closedOn: daySchema.nullable(),
  waitingDays: z.int().nullable(),
})

export const amendmentPageSchema = z.object({ amendments: z.array(listed), next: z.string().nullable() })

/** A case; events hold what their kind says, see the contract. */
export const amendmentSchema = listed.omit({ transferredFrom: true }).extend({
  transferredFrom: z
    .object({ agency: z.string(), reference: z.string().nullable(), sentOn: daySchema.nullable() })
    .nullable(),
  evidence: z.array(z.string()),
  dispatches: z.array(z.looseObject({})),
  decision: z.looseObject({}).nullable(),
  documentNumber: z.string().nullable(),
  letters: z.array(keptLetterSchema),
  service: z.looseObject({}).nullable(),
  reopening: z.looseObject({}).nullable(),
  transfer: z.looseObject({}).nullable(),
  elsewhere: z.looseObject({}).nullable(),
  remedies: remediesOfCaseSchema,
  allowed: z.array(z.string()),
  events: z.array(z.looseObject({ version: z.int(), on: daySchema, type: z.string(), actor: z.string() })),
})
