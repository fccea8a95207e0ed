import type { ReceiptChannelId } from '../../statute/receipt-channels.ts'
import type { ClockState } from './evaluate-clock.ts'

/**
 * A worked case: counted by hand over the arrangements as they were published, and reviewed line by line. `says` is what
 * the clock must say, as far as written. Adding a case needs no programming.
 */
export type ClockExample = {
  readonly title: string
  readonly today: string
  readonly received: string
  readonly channel?: ReceiptChannelId
  /** The national calendar as it was known on this day; without it, as it is known now. */
  readonly knownOn?: string
  readonly layer?: { readonly off: readonly string[]; readonly work: readonly string[] }
  readonly events?: readonly Readonly<Record<string, unknown>>[]
  readonly says: {
    readonly state?: ClockState
    readonly dueOn?: string | null
    readonly dueOnIfSilent?: string | null
    readonly provisional?: boolean
    readonly workingDaysLeft?: number | null
    readonly overdue?: boolean
    readonly correctionNoticeDueOn?: string
    readonly consultations?: readonly { readonly party: string; readonly dueOn: string | null }[]
    readonly paymentDueOn?: string | null
    readonly lapsesOn?: string | null
    /** First and last day and working days of each step. */
    readonly steps?: readonly (readonly [from: string, to: string | null, counted: number])[]
    readonly problems?: readonly string[]
  }
}

const toA = { type: 'consultationSent', with: 'thirdParty', party: 'A' }
const toB = { type: 'consultationSent', with: 'thirdParty', party: 'B' }

export const clockExamples: readonly ClockExample[] = [
  // ── twenty working days over each year's arrangements ──
  {
    // 16–17 May, 20–24, 27–31 May, 3–6 June, 端午 on Friday the 7th, 10–13 June.
    title: 'the first day of the Regulation, with 端午 in between',
    today: '2019-05-15',
    received: '2019-05-15',
    says: { dueOn: '2019-06-13', workingDaysLeft: 20, state: 'running' },
  },
  {
    // 7–10, 13–17, Sunday 19 worked, 20–23 January (14); off to 30; 31 January, Saturday 1 February worked, 3–6 February.
    title: 'January 2020 before the holiday was made longer',
    today: '2020-01-26',
    knownOn: '2020-01-26',
    received: '2020-01-06',
    says: { dueOn: '2020-02-06' },
  },
  {
    // The notice of 27 January 2020 frees 31 January to 2 February: 14 days by 23 January, then 3–7 and 10 February.
    title: 'January 2020 after the holiday was made longer',
    today: '2020-01-28',
    knownOn: '2020-01-28',
    received: '2020-01-06',
    says: { dueOn: '2020-02-10' },
  },
  {
    // 21–23 April, Sunday 25 worked, 26–30 April (9), 6–7 May, Saturday 8 worked, 10–14 May (17), 17–19 May.
    title: '劳动节 2021 with a worked Sunday before and a worked Saturday after',
    today: '2021-04-20',
    received: '2021-04-20',
    says: { dueOn: '2021-05-19' },
  },
  {
    // 29 March – 1 April, Saturday 2 worked (5), 6–8 (8), 11–15 (13), 18–22 (18), Sunday 24 worked, 25 April.
    title: '清明 2022 and the worked Sunday before 劳动节',
    today: '2022-03-28',
    received: '2022-03-28',
    says: { dueOn: '2022-04-25' },
  },
  {
    // 19–22 and 25–28 September (8), Saturday 7 and Sunday 8 October worked (10), 9–13 (15), 16–20 October.
    title: '中秋 and 国庆 2023 in one block, a whole weekend worked',
    today: '2023-09-18',
    received: '2023-09-18',
    says: { dueOn: '2023-10-20' },
  },
  {
    // 13, Saturday 14 worked (2), 18–20 (5), 23–27 (10), Sunday 29 worked (11), 30 September (12), 8–11 October, Saturday 12
    // worked (17), 14–16 October.
    title: '中秋 and 国庆 2024 with three worked weekend days',
    today: '2024-09-12',
    received: '2024-09-12',
    says: { dueOn: '2024-10-16' },
  },
  {
    // 13–17, 20–24 January (10), Sunday 26 worked, 27 January (12), 5–7 February, Saturday 8 worked (16), 10–13 February.
    title: '春节 2025',
    today: '2025-01-10',
    received: '2025-01-10',
    says: { dueOn: '2025-02-13' },
  },
  {
    // 11–13, Saturday 14 worked (4), off to 23, 24–27 (8), Saturday 28 worked (9), 2–6 March (14), 9–13 (19), 16 March.
    title: '春节 2026',
    today: '2026-03-02',
    received: '2026-02-10',
    says: {
      dueOn: '2026-03-16',
      workingDaysLeft: 10,
      overdue: false,
      provisional: false,
      correctionNoticeDueOn: '2026-02-26',
      dueOnIfSilent: null,
      lapsesOn: null,
      steps: [
        ['2026-02-10', '2026-02-10', 0],
        ['2026-02-11', '2026-03-16', 20],
      ],
    },
  },
  {
    title: 'a period that ends on a worked Saturday',
    today: '2026-02-28',
    received: '2026-01-26',
    says: { dueOn: '2026-02-28', workingDaysLeft: 0, overdue: false },
  },
  {
    title: 'the day after it, not yet replied',
    today: '2026-03-01',
    received: '2026-01-26',
    says: { dueOn: '2026-02-28', workingDaysLeft: 0, overdue: true },
  },
  {
    title: 'received in the night of a holiday on the agency’s own platform',
    today: '2026-02-17',
    channel: 'portal',
    received: '2026-02-17',
    // 24–27, Saturday 28 February worked (5), 2–6 (10), 9–13 (15), 16–20 March.
    says: { dueOn: '2026-03-20' },
  },
  // ── days that no notice has settled ──
  {
    // 2–4, 7–11, 14–18, 21–25, 28–29 December: the last days may yet be taken for 元旦.
    title: 'the end of December 2026 is provisional while 2027 is not known',
    today: '2026-12-01',
    received: '2026-12-01',
    says: { dueOn: '2026-12-29', provisional: true },
  },
  {
    title: 'a count that ends on 24 December is settled',
    today: '2026-11-26',
    received: '2026-11-26',
    says: { dueOn: '2026-12-24', provisional: false },
  },
  {
    title: 'the same December seen before the notice for 2026 was published',
    today: '2025-10-31',
    knownOn: '2025-10-31',
    received: '2025-10-31',
    says: { provisional: false, dueOn: '2025-11-28' },
  },
  // ── regional layer ──
  {
    // Nationally 3 August; with Friday 24 July off one day later.
    title: 'a customary holiday of an autonomous county',
    today: '2026-07-06',
    received: '2026-07-06',
    layer: { off: ['2026-07-24'], work: [] },
    says: { dueOn: '2026-08-04' },
  },
  {
    title: 'a Saturday that the region works in its place',
    today: '2026-07-06',
    received: '2026-07-06',
    layer: { off: ['2026-07-24'], work: ['2026-07-25'] },
    says: { dueOn: '2026-08-03' },
  },
  // ── consultations ──
  {
    // B received on 19 September: 22–26, Sunday 28 worked, 29–30 (8), 9–10, Saturday 11 October worked (11), 13–16 October.
    // Counted: 9–12, 15 September; then 17, 20–24, 27–31 October, 3–6 November.
    title: 'two consultations across 国庆 2025, one answered, one still open',
    today: '2025-10-14',
    received: '2025-09-08',
    channel: 'email',
    events: [
      { ...toA, on: '2025-09-15', receivedOn: '2025-09-17' },
      { ...toB, on: '2025-09-18', receivedOn: '2025-09-19' },
      { type: 'consultationAnswered', on: '2025-09-25', party: 'A' },
    ],
    says: {
      state: 'consulting',
      dueOn: null,
      dueOnIfSilent: '2025-11-06',
      workingDaysLeft: null,
      overdue: false,
      consultations: [{ party: 'B', dueOn: '2025-10-16' }],
      steps: [
        ['2025-09-08', '2025-09-08', 0],
        ['2025-09-09', '2025-09-15', 5],
        ['2025-09-16', '2025-10-16', 0],
        ['2025-10-17', '2025-11-06', 15],
      ],
    },
  },
  {
    title: 'the last day of the silent one still stops the count',
    today: '2025-10-16',
    received: '2025-09-08',
    events: [{ ...toB, on: '2025-09-15', receivedOn: '2025-09-19' }],
    says: { state: 'consulting', dueOn: null, dueOnIfSilent: '2025-11-06' },
  },
  {
    title: 'once its 15 working days are over the count goes on, and a later answer adds nothing',
    today: '2025-10-24',
    received: '2025-09-08',
    events: [
      { ...toB, on: '2025-09-15', receivedOn: '2025-09-19' },
      { type: 'consultationAnswered', on: '2025-10-22', party: 'B' },
    ],
    says: { state: 'running', dueOn: '2025-11-06', consultations: [], workingDaysLeft: 9 },
  },
  {
    title: 'another agency has no period: nobody can say when the reply is due',
    today: '2026-05-29',
    received: '2026-04-01',
    events: [{ type: 'consultationSent', on: '2026-04-08', with: 'otherAgency', party: 'C', receivedOn: '2026-04-09' }],
    says: { state: 'consulting', dueOn: null, dueOnIfSilent: null, consultations: [{ party: 'C', dueOn: null }] },
  },
  {
    // Counted by 8 April: 2, 3, 7, 8 (4). From 1 June: 1–5 (9), 8–12 (14), 15–18 (18), 端午 19–21 off, 22–23 June.
    title: 'its answer lets the count go on from the next day',
    today: '2026-06-01',
    received: '2026-04-01',
    events: [
      { type: 'consultationSent', on: '2026-04-08', with: 'otherAgency', party: 'C', receivedOn: '2026-04-09' },
      { type: 'consultationAnswered', on: '2026-05-31', party: 'C' },
    ],
    says: { state: 'running', dueOn: '2026-06-23' },
  },
  {
    title: 'a letter whose arrival is not known yet has no last day',
    today: '2026-03-10',
    received: '2026-03-02',
    events: [{ ...toA, on: '2026-03-09' }],
    says: { state: 'consulting', dueOn: null, dueOnIfSilent: null, consultations: [{ party: 'A', dueOn: null }] },
  },
  {
    title: 'sent and answered on one day, nothing is left out',
    today: '2026-03-10',
    received: '2026-02-10',
    events: [
      { ...toA, on: '2026-03-03', receivedOn: '2026-03-03' },
      { type: 'consultationAnswered', on: '2026-03-03', party: 'A' },
    ],
    says: { state: 'running', dueOn: '2026-03-16' },
  },
  {
    title: 'a consultation begun after the period has ended moves nothing',
    today: '2026-03-20',
    received: '2026-02-10',
    events: [{ ...toA, on: '2026-03-18', receivedOn: '2026-03-18' }],
    says: { state: 'consulting', dueOn: '2026-03-16', overdue: true, workingDaysLeft: -4 },
  },
  {
    title: 'who replies without waiting for the answer is not late',
    today: '2025-10-24',
    received: '2025-09-08',
    events: [
      { ...toB, on: '2025-09-15', receivedOn: '2025-09-19' },
      { type: 'replied', on: '2025-10-10' },
    ],
    // 15 days are left after 10 October: Saturday 11 (1), 13–17 (6), 20–24 (11), 27–30 October.
    says: { state: 'closed', overdue: false, dueOn: '2025-10-30', workingDaysLeft: null, consultations: [] },
  },
  // ── correction ──
  {
    // Received 8 April: seventh working day 17 April. From 28 April: 29–30 (2), 6–9 May (6), 12–16 (11), 19–23 (16), 26–29
    // May; extended by 30 May, 3–6 (5), 9–13 (10), 16–20 (15), 23–27 June.
    title: 'correction, then extension by the full 20 working days',
    today: '2025-05-14',
    received: '2025-04-08',
    events: [
      { type: 'correctionRequested', on: '2025-04-15', until: '2025-04-30' },
      { type: 'corrected', on: '2025-04-28' },
      { type: 'extended', on: '2025-05-13', workingDays: 20 },
    ],
    says: {
      state: 'running',
      dueOn: '2025-06-27',
      correctionNoticeDueOn: '2025-04-17',
      steps: [
        ['2025-04-08', '2025-04-08', 0],
        ['2025-04-09', '2025-04-15', 5],
        ['2025-04-16', '2025-04-28', 0],
        ['2025-04-28', '2025-04-28', 0],
        ['2025-04-29', '2025-05-29', 20],
        ['2025-05-30', '2025-06-27', 20],
      ],
      problems: [],
    },
  },
  {
    title: 'while the applicant is to correct, no day is due',
    today: '2025-04-20',
    received: '2025-04-08',
    events: [{ type: 'correctionRequested', on: '2025-04-17', until: '2025-04-30' }],
    says: { state: 'awaitingCorrection', dueOn: null, dueOnIfSilent: null, lapsesOn: '2025-04-30', overdue: false },
  },
  {
    // 30 April is followed by 劳动节; the next working day is 6 May.
    title: 'not corrected, closed on the next working day',
    today: '2025-05-06',
    received: '2025-04-08',
    events: [
      { type: 'correctionRequested', on: '2025-04-17', until: '2025-04-30' },
      { type: 'abandoned', on: '2025-05-06' },
    ],
    says: { state: 'closed', dueOn: null, overdue: false, problems: [] },
  },
  {
    title: 'closed as abandoned a day too early',
    today: '2025-05-06',
    received: '2025-04-08',
    events: [
      { type: 'correctionRequested', on: '2025-04-17', until: '2025-04-30' },
      { type: 'abandoned', on: '2025-05-05' },
    ],
    says: { state: 'awaitingCorrection', problems: ['abandoned-too-early'] },
  },
  {
    // From 8 April: 9–11 (3), 14–18 (8), 21–25 (13), Sunday 27 worked (14), 28–30 April (17), 6–8 May.
    title: 'a correction requested on the eighth working day',
    today: '2025-04-20',
    received: '2025-04-08',
    events: [{ type: 'correctionRequested', on: '2025-04-18', until: '2025-04-30' }],
    says: { state: 'running', dueOn: '2025-05-08', problems: ['correction-requested-late'] },
  },
  {
    title: 'a second request for correction',
    today: '2025-05-09',
    received: '2025-04-08',
    events: [
      { type: 'correctionRequested', on: '2025-04-15', until: '2025-04-30' },
      { type: 'corrected', on: '2025-04-28' },
      { type: 'correctionRequested', on: '2025-05-06', until: '2025-05-20' },
    ],
    says: { state: 'running', dueOn: '2025-05-29', problems: ['correction-requested-twice'] },
  },
  {
    title: 'an extension does not outlive a correction',
    today: '2025-05-09',
    received: '2025-04-08',
    events: [
      { type: 'extended', on: '2025-04-10', workingDays: 10 },
      { type: 'correctionRequested', on: '2025-04-15', until: '2025-04-30' },
      { type: 'corrected', on: '2025-04-28' },
    ],
    says: { dueOn: '2025-05-29', problems: [] },
  },
  // ── extension and postponement ──
  {
    title: 'extended on the last day',
    today: '2026-03-16',
    received: '2026-02-10',
    events: [{ type: 'extended', on: '2026-03-16', workingDays: 1 }],
    says: { dueOn: '2026-03-17', problems: [] },
  },
  {
    title: 'extended a day too late',
    today: '2026-03-17',
    received: '2026-02-10',
    events: [{ type: 'extended', on: '2026-03-17', workingDays: 20 }],
    says: { dueOn: '2026-03-16', overdue: true, workingDaysLeft: -1, problems: ['extended-late'] },
  },
  {
    title: 'extended by 21 working days',
    today: '2026-03-03',
    received: '2026-02-10',
    events: [{ type: 'extended', on: '2026-03-03', workingDays: 21 }],
    says: { dueOn: '2026-03-16', problems: ['extension-too-long'] },
  },
  {
    title: 'extended twice',
    today: '2026-03-10',
    received: '2026-02-10',
    events: [
      { type: 'extended', on: '2026-03-03', workingDays: 5 },
      { type: 'extended', on: '2026-03-10', workingDays: 5 },
    ],
    says: { dueOn: '2026-03-23', problems: ['extended-twice'] },
  },
  {
    // Counted by 6 March: 14; the pause is 7–20 March; six days are left: 23–27 and 30 March; ten more: 31 March, 1–3, 7–10,
    // 13–14 April.
    title: 'extended while a third party is consulted',
    today: '2026-03-23',
    received: '2026-02-10',
    events: [
      { ...toA, on: '2026-03-06', receivedOn: '2026-03-09' },
      { type: 'extended', on: '2026-03-17', workingDays: 10 },
      { type: 'consultationAnswered', on: '2026-03-20', party: 'A' },
    ],
    says: { state: 'running', dueOn: '2026-04-14', problems: [] },
  },
  {
    title: 'a later day set by the agency for a request beyond reason',
    today: '2026-03-12',
    received: '2026-02-10',
    events: [
      { type: 'justificationRequested', on: '2026-02-25', until: '2026-03-06' },
      { type: 'justified', on: '2026-03-05' },
      { type: 'postponed', on: '2026-03-12', until: '2026-05-29' },
    ],
    says: { state: 'running', dueOn: '2026-05-29', problems: [] },
  },
  {
    title: 'asking for justification does not touch the clock',
    today: '2026-03-02',
    received: '2026-02-10',
    events: [{ type: 'justificationRequested', on: '2026-02-25', until: '2026-03-06' }],
    says: { state: 'running', dueOn: '2026-03-16' },
  },
  // ── fee ──
  {
    // Received 11 March: 12–13, 16–20, 23–27, 30 March – 3 April (17), 清明 4–6 off, 7–9 April.
    title: 'a fee notified and not paid yet',
    today: '2026-03-20',
    received: '2026-03-02',
    events: [{ type: 'feeNotified', on: '2026-03-10', receivedOn: '2026-03-11' }],
    says: { state: 'awaitingPayment', dueOn: null, paymentDueOn: '2026-04-09', lapsesOn: '2026-04-09' },
  },
  {
    // From 25 March: 26–27 (2), 30 March – 3 April (7), 7–10 (11), 13–17 (16), 20–23 April.
    title: 'paid, and counted anew from the next day',
    today: '2026-03-26',
    received: '2026-03-02',
    events: [
      { type: 'feeNotified', on: '2026-03-10', receivedOn: '2026-03-11' },
      { type: 'feePaid', on: '2026-03-25' },
    ],
    says: { state: 'running', dueOn: '2026-04-23', paymentDueOn: null, lapsesOn: null },
  },
  {
    title: 'closed as unpaid on the last day of paying',
    today: '2026-04-10',
    received: '2026-03-02',
    events: [
      { type: 'feeNotified', on: '2026-03-10', receivedOn: '2026-03-11' },
      { type: 'feeLapsed', on: '2026-04-09' },
    ],
    says: { state: 'awaitingPayment', problems: ['fee-lapsed-too-early'] },
  },
  {
    title: 'closed as unpaid on the working day after',
    today: '2026-04-10',
    received: '2026-03-02',
    events: [
      { type: 'feeNotified', on: '2026-03-10', receivedOn: '2026-03-11' },
      { type: 'feeLapsed', on: '2026-04-10' },
    ],
    says: { state: 'closed', dueOn: null, problems: [] },
  },
  {
    title: 'a fee notified after the period has ended',
    today: '2026-03-31',
    received: '2026-03-02',
    events: [{ type: 'feeNotified', on: '2026-03-31', receivedOn: '2026-03-31' }],
    says: { state: 'running', dueOn: '2026-03-30', overdue: true, problems: ['fee-notified-late'] },
  },
  {
    title: 'a fee before there was a rule for fees',
    today: '2020-12-10',
    received: '2020-12-01',
    events: [{ type: 'feeNotified', on: '2020-12-10', receivedOn: '2020-12-10' }],
    says: { state: 'running', problems: ['fee-not-regulated'] },
  },
  // ── closing ──
  {
    title: 'replied on the last day',
    today: '2026-04-01',
    received: '2026-02-10',
    events: [{ type: 'replied', on: '2026-03-16' }],
    says: { state: 'closed', dueOn: '2026-03-16', overdue: false, workingDaysLeft: null },
  },
  {
    title: 'replied a day late',
    today: '2026-04-01',
    received: '2026-02-10',
    events: [{ type: 'replied', on: '2026-03-17' }],
    says: { state: 'closed', dueOn: '2026-03-16', overdue: true },
  },
  {
    title: 'withdrawn, however late',
    today: '2026-04-01',
    received: '2026-02-10',
    events: [{ type: 'withdrawn', on: '2026-03-20' }],
    says: { state: 'closed', overdue: false },
  },
  {
    title: 'nothing follows a reply',
    today: '2026-04-01',
    received: '2026-02-10',
    events: [
      { type: 'replied', on: '2026-03-16' },
      { type: 'extended', on: '2026-03-16', workingDays: 5 },
    ],
    says: { state: 'closed', problems: ['event-after-close'] },
  },
  // ── what cannot have been ──
  {
    title: 'events out of order, before receipt and in the future',
    today: '2026-03-10',
    received: '2026-02-10',
    events: [
      { type: 'extended', on: '2026-02-09', workingDays: 5 },
      { type: 'justificationRequested', on: '2026-03-03', until: '2026-03-09' },
      { ...toA, on: '2026-03-02', receivedOn: '2026-03-02' },
      { type: 'replied', on: '2026-03-11' },
    ],
    says: {
      state: 'running',
      dueOn: '2026-03-16',
      problems: ['event-before-receipt', 'event-out-of-order', 'event-in-future'],
    },
  },
  {
    title: 'what nobody asked for',
    today: '2026-03-10',
    received: '2026-02-10',
    events: [
      { type: 'corrected', on: '2026-03-02' },
      { type: 'consultationAnswered', on: '2026-03-02', party: 'A' },
      { type: 'justified', on: '2026-03-02' },
      { type: 'feePaid', on: '2026-03-02' },
      { type: 'abandoned', on: '2026-03-02' },
      { type: 'feeLapsed', on: '2026-03-02' },
    ],
    says: {
      state: 'running',
      dueOn: '2026-03-16',
      problems: [
        'correction-not-requested',
        'consultation-not-open',
        'justification-not-requested',
        'fee-not-notified',
        'correction-not-requested',
        'fee-not-notified',
      ],
    },
  },
]
