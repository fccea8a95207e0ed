import { valueOn } from '../../statute/dated.ts'
import type { Day } from '../../statute/day.ts'
import { feeScales } from '../../statute/fee-bands.ts'
import type { ReceiptChannelId } from '../../statute/receipt-channels.ts'
import { timeLimitOn } from '../../statute/time-limits.ts'
import type { Consulted, RequestCase } from '../case/request-case.ts'
import { type Clock, evaluateClock } from '../clock/evaluate-clock.ts'
import type {
  Decision,
  EventOf,
  Provision,
  RequestEvent,
  RequestEventType,
  SearchRecord,
  WithheldPart,
} from '../events/request-event.ts'
import { type Charged, type ChargedBand, processingFee } from '../fee/processing-fee.ts'
import type { LetterCase, LetterFacts } from './letter.ts'
import { addressApplicant } from './templates/address.ts'

/** Everything that a letter may have to say, as it is read from the case; `templates/` puts it into words. */
export type Elements = {
  readonly applicant: string
  readonly agencyName: string
  readonly requestNumber: string
  readonly content: string
  readonly channel: ReceiptChannelId
  readonly receivedOn: Day
  readonly dueOn: Day
  readonly correctionItems: readonly string[]
  readonly correctionUntil: Day
  readonly excess: string
  readonly justificationUntil: Day
  readonly extensionDays: number
  readonly newDueOn: Day
  readonly postponedUntil: Day
  readonly postponementReasons: string
  readonly party: string
  readonly information: string
  /** Working days that the party has. */
  readonly consultationPeriod: number
  readonly consultedOn: Day
  readonly disclosed: string
  readonly disclosureReasons: string
  readonly feeBands: { readonly by: Charged['by']; readonly bands: readonly ChargedBand[] }
  readonly feeAmount: number
  readonly payment: string
  readonly paymentPeriod: number
  readonly noticeOn: Day
  readonly withdrawnOn: Day
  readonly contact: string
  readonly reasons: string
  readonly provision: Provision
  readonly withheldParts: readonly WithheldPart[]
  readonly search: SearchRecord
  readonly rightAgency: NonNullable<Decision['rightAgency']>
  readonly otherWay: string
  readonly earlierReply: string
}

export type ElementId = keyof Elements

/** What elements are read from. `told` is the event that the letter tells of. */
export type LetterMaterial = LetterCase & {
  readonly facts: LetterFacts
  readonly request: RequestCase
  readonly told: RequestEvent
}

/** How each element is read; null where the case does not hold it. */
export const elements: { readonly [K in ElementId]: (material: LetterMaterial) => Elements[K] | null } = {
  applicant: ({ facts, request }) => addressApplicant(facts.applicants, request.applicantKind, facts.agent ?? null),
  agencyName: ({ facts }) => facts.agency.name,
  requestNumber: ({ number }) => number,
  content: ({ facts }) => facts.content,
  channel: ({ request }) => request.channel,
  receivedOn: ({ request }) => request.receivedOn,
  dueOn: (material) => clockTold(material)?.dueOn ?? null,
  correctionItems: (material) => tells(material, 'correctionRequested')?.items ?? null,
  correctionUntil: (material) => tells(material, 'correctionRequested')?.until ?? null,
  excess: (material) => tells(material, 'justificationRequested')?.why ?? null,
  justificationUntil: (material) => tells(material, 'justificationRequested')?.until ?? null,
  extensionDays: (material) => tells(material, 'extended')?.workingDays ?? null,
  newDueOn: (material) => {
    const clock = clockTold(material)
    return clock && (clock.dueOn ?? clock.dueOnIfSilent)
  },
  postponedUntil: (material) => tells(material, 'postponed')?.until ?? null,
  postponementReasons: (material) => tells(material, 'postponed')?.reasons ?? null,
  party: (material) => {
    const consulted = consultedIn(material)
    return consulted?.person ? material.facts.thirdParty : (consulted?.party ?? null)
  },
  information: (material) => consultedIn(material)?.information ?? null,
  consultationPeriod: (material) => {
    const sent = tells(material, 'consultationSent')
    if (!sent || sent.with === 'otherAgency') return null
    return (
      timeLimitOn(sent.with === 'thirdParty' ? 'thirdPartyConsultation' : 'coMakerConsultation', sent.on)?.value ?? null
    )
  },
  consultedOn: (material) => tells(material, 'consultationSent')?.on ?? null,
  disclosed: (material) => {
    const { decision } = material.request
    const discloses = decision?.outcome === 'granted' || decision?.outcome === 'partlyGranted'
    return discloses ? (consultedIn(material)?.information ?? null) : null
  },
  disclosureReasons: (material) => tells(material, 'thirdPartyInformed')?.reasons ?? null,
  feeBands: (material) => {
    const notified = tells(material, 'feeNotified')
    const scale = notified && valueOn(feeScales, notified.on)
    return notified && scale
      ? {
          by: notified.charged.by,
          bands: processingFee(scale.value, notified.charged).bands.filter(({ yuan }) => yuan > 0),
        }
      : null
  },
  feeAmount: (material) => tells(material, 'feeNotified')?.cents ?? null,
  payment: ({ facts }) => facts.payment,
  paymentPeriod: ({ told }) => timeLimitOn('feePayment', told.on)?.value ?? null,
  noticeOn: ({ request, told }) => {
    if (told.type === 'feeLapsed') return request.fee?.notifiedOn ?? null
    return request.clockEvents.find(({ type }) => type === 'correctionRequested')?.on ?? null
  },
  withdrawnOn: (material) => tells(material, 'withdrawn')?.on ?? null,
  contact: ({ facts }) => facts.contact,
  reasons: (material) => decisionIn(material)?.reasons ?? null,
  provision: (material) => decisionIn(material)?.provision ?? null,
  withheldParts: (material) => decisionIn(material)?.withheldParts ?? null,
  search: (material) => decisionIn(material)?.search ?? null,
  rightAgency: (material) => decisionIn(material)?.rightAgency ?? null,
  otherWay: (material) => decisionIn(material)?.otherWay ?? null,
  earlierReply: (material) => decisionIn(material)?.earlierReply ?? null,
}

/** Whether something stands there: neither null nor blank nor a list without entries. */
export function isSaid(value: unknown): boolean {
  if (value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  return !Array.isArray(value) || value.length > 0
}

/** The party that the letter is about: the one meant, or the one of the event. */
export function consultedIn({ request, told }: Pick<LetterMaterial, 'request' | 'told'>): Consulted | null {
  const party = told.type === 'consultationSent' || told.type === 'thirdPartyInformed' ? told.party : null
  return request.consultations.findLast((one) => one.party === party) ?? null
}

/**
 * The clock as a letter that names a day for the reply tells it: at receipt, or when the notice of extension was sent. What
 * comes later moves the day, and the letter says so. Null for other letters, and while nothing is received.
 */
export function clockTold({ request, calendar, told }: LetterMaterial): Clock | null {
  const { channel, receivedOn, clockEvents } = request
  if (receivedOn === null || (told.type !== 'registered' && told.type !== 'extended')) return null
  const at =
    told.type === 'extended' ? clockEvents.findLastIndex(({ type, on }) => type === told.type && on === told.on) : -1
  const today = told.type === 'extended' ? told.on : receivedOn
  return evaluateClock({ today, calendar, receipt: { channel, on: receivedOn }, events: clockEvents.slice(0, at + 1) })
}

function decisionIn({ told }: LetterMaterial): Decision | null {
  return told.type === 'decided' ? told.decision : null
}

function tells<T extends RequestEventType>({ told }: LetterMaterial, type: T): EventOf<T> | null {
  return told.type === type ? (told as EventOf<T>) : null
}
