import { z } from 'zod'
import { awaitedParties } from '../../requests/case/waiting-for.ts'
import { remediesOfCaseSchema } from '../remedies/remedies-of-case.ts'
import {
  applicantKindSchema,
  channelSchema,
  daySchema,
  identitySchema,
  outcomeSchema,
  phaseSchema,
} from './act-schemas.ts'

const day = daySchema.nullable()

/** What an act has led to. */
export const actedSchema = z.object({
  number: z.string(),
  version: z.int(),
  phase: phaseSchema,
  dueOn: day,
  ownDueOn: day,
  lapsesOn: day,
})

const listedSchema = z.object({
  number: z.string(),
  version: z.int(),
  phase: phaseSchema,
  channel: channelSchema,
  arrivedOn: daySchema,
  receivedOn: day,
  applicantKind: applicantKindSchema,
  content: z.string().nullable(),
  dueOn: day,
  ownDueOn: day,
  lapsesOn: day,
  provisional: z.boolean(),
  waitingFor: z.array(z.enum(awaitedParties)),
  outcome: outcomeSchema.nullable(),
  repliedOn: day,
})

/** A letter that went out. */
export const keptLetterSchema = z.looseObject({ on: daySchema, kind: z.string(), file: z.string(), origin: z.string() })

export const pageSchema = z.object({ requests: z.array(listedSchema), next: z.string().nullable() })

/** A case; events and clock hold what their kind says, see the contract. */
export const requestSchema = z.object({
  number: z.string(),
  version: z.int(),
  phase: phaseSchema,
  channel: channelSchema,
  applicantKind: applicantKindSchema,
  arrivedOn: daySchema,
  receivedOn: day,
  content: z.string().nullable(),
  dueOn: day,
  ownDueOn: day,
  outcome: outcomeSchema.nullable(),
  repliedOn: day,
  /** What came of it anew, after it was reopened. */
  newOutcome: outcomeSchema.nullable(),
  newRepliedOn: day,
  letters: z.array(keptLetterSchema),
  allowed: z.array(z.string()),
  remedies: remediesOfCaseSchema,
  clock: z.looseObject({}).nullable(),
  events: z.array(z.looseObject({ version: z.int(), on: daySchema, type: z.string(), actor: z.string() })),
})

const wholeWorkSchema = z.object({
  agency: z.string(),
  today: daySchema,
  toDo: z.array(
    z.object({
      reason: z.string(),
      cases: z.array(
        z.object({
          number: z.string(),
          phase: phaseSchema,
          arrivedOn: daySchema,
          dueOn: day,
          ownDueOn: day,
          lapsesOn: day,
        }),
      ),
    }),
  ),
  remedies: z.array(
    z.object({
      reason: z.string(),
      cases: z.array(
        z.object({
          caseNumber: z.string(),
          kind: z.string(),
          requestNumber: z.string().nullable(),
          dueOn: day,
          concludedOn: day,
        }),
      ),
    }),
  ),
  amendments: z.array(
    z.object({
      reason: z.string(),
      cases: z.array(z.object({ number: z.string(), phase: z.string(), arrivedOn: daySchema, targetOn: day })),
    }),
  ),
  publications: z
    .array(
      z.object({
        reason: z.string(),
        cases: z.array(z.object({ number: z.string(), on: day, waitsFor: z.string().nullable() })),
      }),
    )
    .optional(),
})

/** What wants somebody today, by reason; each part for those who have its scope. */
export const workSchema = wholeWorkSchema.partial({ toDo: true, remedies: true, amendments: true })

export const identitiesSchema = z.object({
  applicants: z.array(identitySchema.nullable()),
  agent: identitySchema.nullable(),
})

/** What went wrong; `article` and `allowed` where an act is turned down. */
export const errorSchema = z.object({
  error: z.string(),
  message: z.string(),
  article: z.string().optional(),
  allowed: z.array(z.string()).optional(),
  details: z.looseObject({}).optional(),
})

/** Other cases of the one who applied. */
export const sameApplicantSchema = z.object({
  number: z.string(),
  requests: z.array(
    z.object({
      number: z.string(),
      by: z.enum(['document', 'name']),
      arrivedOn: daySchema,
      content: z.string().nullable(),
      outcome: outcomeSchema.nullable(),
      documentNumber: z.string().nullable(),
      items: z.int(),
    }),
  ),
  month: z.object({ month: z.string(), already: z.int() }),
})
