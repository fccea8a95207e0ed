import type { ClockExample } from './clock-example.ts'

const toA = { type: 'consultationSent', with: 'thirdParty', party: 'A' }
const toB = { type: 'consultationSent', with: 'thirdParty', party: 'B' }

/** What stops the count: consultations, and the applicant's correction. */
export const stopsExamples: readonly ClockExample[] = [
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
]
