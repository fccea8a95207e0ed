import type { ClockExample } from './clock-example.ts'

const toA = { type: 'consultationSent', with: 'thirdParty', party: 'A' }
/** What lengthens, renews and ends the period: extension, postponement, fee, closing; and what cannot have been. */
export const periodsExamples: readonly ClockExample[] = [
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
