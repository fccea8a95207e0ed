import type { ReceiptChannelId } from '../../../statute/receipt-channels.ts'
import type { ConsultedWith } from '../clock-event.ts'
import type { StepConsultation } from '../clock-step.ts'
import type { ClockWords } from './clock-words.ts'

const parties: Readonly<Record<ConsultedWith, string>> = {
  thirdParty: 'third party',
  coMaker: 'co-maker',
  otherAgency: 'other agency',
}

const channels: Readonly<Record<ReceiptChannelId, string>> = {
  inPerson: 'handed in',
  signedMail: 'signed mail',
  ordinaryMail: 'ordinary mail',
  portal: 'online platform',
  email: 'e-mail',
  fax: 'fax',
}

const ends: Readonly<Record<StepConsultation['end'], string>> = {
  answered: 'answered',
  silent: 'silent for 15 working days from receiving the letter; a later answer adds no time',
  open: 'not answered yet, counted as if it stayed silent',
  closed: 'not waited for when the request was closed',
}

/** The clock in English. */
export const en: ClockWords = {
  why(reason, worked) {
    const madeUp = worked.length === 0 ? '' : ` (${worked.join(', ')} worked in place of a holiday, counted)`
    switch (reason.is) {
      case 'start':
        if (reason.cause === 'corrected')
          return 'day of the correction: the period begins anew, this day is not counted'
        if (reason.cause === 'feePaid') return 'day of payment: the period begins anew, this day is not counted'
        return `day of receipt (${channels[reason.channel]}), not counted`
      case 'counted': {
        const days =
          reason.first === reason.last
            ? `working day ${reason.first}`
            : `working days ${reason.first} to ${reason.last}`
        const dropped =
          reason.dropped === null
            ? ''
            : `, void: counted anew after the ${reason.dropped === 'fee' ? 'payment' : 'correction'}`
        return `${days}${madeUp}${dropped}`
      }
      case 'rest':
        return 'rest days, not counted'
      case 'extended':
        return `${reason.workingDays} working days by extension${madeUp}`
      case 'postponed':
        return 'the later day set for the reply'
      case 'consulting': {
        const told = reason.consultations.map(
          (one) => `${parties[one.with]}${one.party === '' ? '' : ` "${one.party}"`} ${ends[one.end]}`,
        )
        return `time of consultation, not counted: ${told.join('; ')}`
      }
      case 'waiting':
        return reason.for === 'fee' ? 'waiting for payment, not counted' : 'waiting for the correction, not counted'
    }
  },
  problems: {
    'receipt-in-future': 'The day of receipt is after today. Check the date.',
    'event-in-future': 'The day is after today and has not happened. Check the date.',
    'event-before-receipt': 'The day is before that of receipt. Check the date.',
    'event-out-of-order': 'The day is before that of the event in front of it. Put the events in their order.',
    'event-after-close': 'The request is closed; nothing can follow.',
    'correction-requested-twice': 'A correction can be requested only once.',
    'correction-requested-while-stopped': 'The applicant is still to pay; no correction can be requested meanwhile.',
    'correction-requested-late':
      'A correction has to be requested within 7 working days of receipt; this one came too late and moves no date.',
    'correction-period-empty': 'The notice has to give the applicant time: its last day must be after the notice.',
    'correction-not-requested': 'No correction was requested, or it was made already.',
    'abandoned-too-early':
      'The period for correcting is not over; the request can be closed from the working day after it.',
    'consultation-received-too-early': 'The letter was received before it was sent. Check the dates.',
    'consultation-already-open': 'This party is being consulted already.',
    'consultation-not-open': 'This party was not consulted, or has answered already.',
    'justification-not-requested': 'No justification was requested, or it was given already.',
    'extended-twice': 'The period can be extended only once.',
    'extended-late': 'The applicant has to be told of an extension before the period ends; this one came too late.',
    'extension-too-long': 'An extension is at most 20 working days; this one is void.',
    'extended-while-stopped': 'The applicant is still to correct or pay; there is no period to extend.',
    'postponed-late': 'The applicant has to be told of a later day before the period ends; this came too late.',
    'postponed-not-later': 'The later day has to be after the one the period ends on.',
    'postponed-while-stopped': 'The applicant is still to correct or pay; there is no period to postpone.',
    'fee-notified-twice': 'A fee was notified already.',
    'fee-notified-while-stopped': 'The applicant is still to correct; no fee can be notified meanwhile.',
    'fee-notified-late': 'A fee has to be notified within the handling period; this one came too late.',
    'fee-received-too-early': 'The notice was received before it was sent. Check the dates.',
    'fee-not-regulated': 'There is no rule for a processing fee before 1 January 2021.',
    'fee-not-notified': 'No fee was notified, or it was paid already.',
    'fee-lapsed-too-early':
      'The period for paying is not over; the request can be closed from the working day after it.',
  },
}
