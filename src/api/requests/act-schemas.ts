import { z } from 'zod'
import { phases } from '../../requests/case/phase.ts'
import type { RequestCommandType } from '../../requests/decide/request-command.ts'
import { mostCharged } from '../../requests/fee/processing-fee.ts'
import { letterKinds } from '../../requests/letters/letter-kind.ts'
import { applicantKinds } from '../../statute/applicant-kinds.ts'
import { type Day, parseDay } from '../../statute/day.ts'
import { outcomes } from '../../statute/outcomes.ts'
import { receiptChannels } from '../../statute/receipt-channels.ts'

export const longText = z.string().trim().min(1).max(20_000)
/** A name, a number, an address: it stands within a line of letters and lists. */
export const shortText = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((text) => !/[\t\n\u0085\u2028\u2029]/.test(text), { error: '只写一行 · one line only' })

/** A day in Beijing that exists. The type says what the check has made sure of. */
export const daySchema = z
  .string()
  .refine((text) => parseDay(text) !== null, { error: 'YYYY-MM-DD' })
  .meta({ format: 'date', example: '2026-03-02' }) as unknown as z.ZodType<Day, string>

/** One of the ids of a table of the law, or of ours. */
const idOf = <T extends string>(all: readonly { readonly id: T }[]) => z.enum(all.map(({ id }) => id) as [T, ...T[]])

export const channelSchema = idOf(receiptChannels)
export const applicantKindSchema = idOf(applicantKinds)
export const phaseSchema = z.enum(phases as [(typeof phases)[number], ...(typeof phases)[number][]])
export const outcomeSchema = idOf(outcomes)
/** Digest of a stored file. */
export const fileSchema = z.string().regex(/^[0-9a-f]{64}$/, { error: 'SHA-256: gongkai files add, POST …/api/files' })
const workingDays = z.int().min(1).max(20)
export const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

/** Who somebody is. Sealed before anything is stored; no answer shows it unless it is asked for by name. */
export const identitySchema = z.strictObject({
  name: shortText,
  document: z
    .strictObject({ kind: z.enum(['identityCard', 'passport', 'creditCode', 'other']), number: shortText })
    .optional(),
  address: shortText.optional(),
  postcode: shortText.optional(),
  phone: shortText.optional(),
  email: shortText.optional(),
  fax: shortText.optional(),
  legalRepresentative: shortText.optional(),
  contactPerson: shortText.optional(),
})

const wantedSchema = z.strictObject({
  form: z.enum(['paper', 'electronic', 'onSite', 'other']),
  by: z.enum(['inPerson', 'post', 'email', 'portal', 'fax']),
})

const searchSchema = z.strictObject({
  places: z.array(shortText).min(1),
  words: z.array(shortText).min(1),
  by: shortText,
  on: daySchema,
})

const decisionSchema = z.strictObject({
  outcome: outcomeSchema,
  reasons: optional(longText),
  provision: optional(
    z.discriminatedUnion('how', [
      z.strictObject({ how: z.literal('supplied'), files: z.array(fileSchema).default([]), description: longText }),
      z.strictObject({ how: z.literal('told'), where: longText, when: optional(shortText) }),
    ]),
  ),
  withheldParts: z.array(z.strictObject({ part: shortText, ground: outcomeSchema, reasons: longText })).default([]),
  search: optional(searchSchema),
  rightAgency: optional(z.strictObject({ name: shortText, contact: shortText })),
  earlierReply: optional(shortText),
  otherWay: optional(longText),
})

const chargedSchema = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('items'),
    count: z.int().min(1).max(mostCharged),
    already: z.int().min(0).max(mostCharged).default(0),
  }),
  z.strictObject({ by: z.literal('pages'), count: z.int().min(1).max(mostCharged) }),
])

const approvalSchema = z.discriminatedUnion('medium', [
  z.strictObject({ medium: z.literal('onScreen') }),
  z.strictObject({ medium: z.literal('onPaper'), name: shortText, scan: fileSchema }),
])

const on = daySchema
/** How a letter reached the applicant. */
export const serviceSchema = z.strictObject({
  on,
  method: z.enum(['inPerson', 'post', 'courier', 'portal', 'email', 'fax']),
  tracking: optional(shortText),
})
/** Without a number the next one of the sign (机关代字), and without a sign that of the number given last. */
export const approvingSchema = z.strictObject({
  on,
  approval: approvalSchema,
  documentNumber: optional(shortText),
  sign: optional(z.string().trim().min(1).max(30)),
})
export const provingSchema = z.strictObject({ on, proof: fileSchema, signedBy: optional(shortText) })
export const reopeningSchema = z.strictObject({
  on,
  /** The decision in words, or the number of its case; without it that of the case that overturned the answer. */
  remedy: optional(shortText),
  until: daySchema,
  reasons: longText,
})
const dispatch = z.int().min(1)
/** A consulted party: an agency by its name, a third party as the case calls it (第三方1). */
const party = shortText

/** What each act on a case takes. Commands of a third party are told who it is; see `consult`. */
export const actSchemas = {
  confirmReceipt: z.strictObject({ on }),
  requestCorrection: z.strictObject({ on, until: daySchema, items: z.array(longText).min(1) }),
  receiveCorrection: z.strictObject({ on, powerOfAttorney: optional(fileSchema), content: longText.optional() }),
  abandon: z.strictObject({ on }),
  listItems: z.strictObject({ on, items: z.array(longText).min(2) }),
  join: z.strictObject({ on, into: shortText }),
  dispatch: z.strictObject({ on, unit: shortText, dueOn: optional(daySchema), question: longText }),
  chaseDispatch: z.strictObject({ on, dispatch }),
  answerDispatch: z.strictObject({
    on,
    dispatch,
    opinion: longText,
    proposed: optional(outcomeSchema),
    material: z.array(fileSchema).default([]),
    search: optional(searchSchema),
  }),
  returnDispatch: z.strictObject({ on, dispatch, reasons: longText }),
  reviewLegally: z.strictObject({ on, agrees: z.boolean(), opinion: longText }),
  consult: z.strictObject({
    on,
    with: z.enum(['thirdParty', 'coMaker', 'otherAgency']),
    party: optional(party),
    person: optional(identitySchema),
    information: longText,
    receivedOn: optional(daySchema),
  }),
  confirmConsultation: z.strictObject({ on, party }),
  recordAnswer: z.strictObject({
    on,
    party,
    answer: z.enum(['consents', 'objects', 'partly']),
    reasons: optional(longText),
  }),
  recordSilence: z.strictObject({ on, party }),
  informThirdParty: z.strictObject({ on, party, reasons: longText }),
  askJustification: z.strictObject({ on, until: optional(daySchema), why: longText }),
  recordJustification: z.strictObject({ on, reasonable: z.boolean() }),
  postpone: z.strictObject({ on, until: daySchema, reasons: longText }),
  extend: z.strictObject({ on, workingDays, reasons: longText, approvedBy: shortText, approvedOn: daySchema }),
  notifyFee: z.strictObject({ on, charged: chargedSchema, receivedOn: optional(daySchema) }),
  confirmFeeNotice: z.strictObject({ on }),
  recordPayment: z.strictObject({ on }),
  lapseFee: z.strictObject({ on }),
  decide: z.strictObject({ on, decision: decisionSchema }),
  returnDecision: z.strictObject({ on, reasons: longText }),
  approve: approvingSchema,
  serve: serviceSchema,
  proveService: provingSchema,
  /** `party` of a consultation or of a notice to a third party; a reply without number has that of its approval. */
  keepLetter: z.strictObject({
    on,
    kind: z.enum(letterKinds),
    party: optional(party),
    documentNumber: optional(shortText),
    file: fileSchema,
  }),
  withdraw: z.strictObject({ on }),
  reopen: reopeningSchema,
  archive: z.strictObject({ on, volume: shortText }),
} as const satisfies Readonly<Record<Exclude<RequestCommandType, 'register'>, z.ZodType>>

export type ActName = keyof typeof actSchemas

/** How something asked for came in, and who acts for whoever asks. */
export const arrivalFields = {
  on,
  channel: channelSchema,
  applicantKind: applicantKindSchema,
  number: optional(z.string().trim().min(1).max(64)),
  agent: optional(z.strictObject({ identity: identitySchema, powerOfAttorney: optional(fileSchema) })),
}

/** A request to register. */
export const registrationSchema = z.strictObject({
  ...arrivalFields,
  applicants: z.array(identitySchema).min(1).max(50),
  wanted: optional(wantedSchema),
  /** The application as it came. */
  scan: optional(fileSchema),
  content: longText,
})
