import type { ClockExample } from './clock-example.ts'

/** Twenty working days over the arrangements of each year, days that are not settled, and a region's own days. */
export const calendarExamples: readonly ClockExample[] = [
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
]
