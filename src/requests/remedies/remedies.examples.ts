import type { RemedyExample } from './remedy-example.ts'

const simple = { kind: 'reconsideration', procedure: 'simple' } as const
const ordinary = { kind: 'reconsideration', procedure: 'ordinary' } as const
const suit = { kind: 'litigationDirect' } as const

/** The agency's own periods: working days before a reconsideration body, days of the calendar before a court. */
export const remedyExamples: readonly RemedyExample[] = [
  // ── before the reconsideration body ──
  {
    // 3–6 March (4), 9–13 (9), Monday the 16th.
    title: 'ordinary procedure: ten working days from the day after the copy',
    today: '2026-03-10',
    ...ordinary,
    copy: '2026-03-02',
    says: {
      state: 'awaitingAnswer',
      dueOn: '2026-03-16',
      provisional: false,
      overdue: false,
      workingDaysLeft: 4,
      steps: [
        ['2026-03-02', '2026-03-02', 0],
        ['2026-03-03', '2026-03-16', 10],
      ],
    },
  },
  {
    // 3–6 March (4), Monday the 9th.
    title: 'simple procedure: five working days',
    today: '2026-03-10',
    ...simple,
    copy: '2026-03-02',
    says: { dueOn: '2026-03-09', overdue: true, workingDaysLeft: -1 },
  },
  {
    // 29–30 April (2), off to 5 May, 6–8 May.
    title: 'simple procedure over a holiday',
    today: '2026-04-30',
    ...simple,
    copy: '2026-04-28',
    says: { dueOn: '2026-05-08' },
  },
  {
    // 29–30 April (2), 6–8 May (5), Saturday 9 worked (6), 11–14 May.
    title: 'a worked Saturday is one of the ten',
    today: '2026-04-30',
    ...ordinary,
    copy: '2026-04-28',
    says: { dueOn: '2026-05-14' },
  },
  {
    title: 'converted: the ordinary length, from the copy',
    today: '2026-03-10',
    ...simple,
    copy: '2026-03-02',
    converted: '2026-03-05',
    says: {
      dueOn: '2026-03-16',
      overdue: false,
      steps: [
        ['2026-03-02', '2026-03-02', 0],
        ['2026-03-03', '2026-03-05', 3],
        ['2026-03-06', '2026-03-16', 7],
      ],
    },
  },
  {
    title: 'converted on the day the copy came',
    today: '2026-03-10',
    ...simple,
    copy: '2026-03-02',
    converted: '2026-03-02',
    says: {
      dueOn: '2026-03-16',
      steps: [
        ['2026-03-02', '2026-03-02', 0],
        ['2026-03-03', '2026-03-16', 10],
      ],
    },
  },
  {
    title: 'converted when the ordinary length was over as well: nothing is healed',
    today: '2026-03-20',
    ...simple,
    copy: '2026-03-02',
    converted: '2026-03-19',
    says: { dueOn: '2026-03-16', overdue: true, workingDaysLeft: -4 },
  },
  {
    // Friday 6 March, Saturday and Sunday are passed over, Monday 9 March is the first working day; converted on Sunday.
    title: 'converted over a weekend, before any day was counted',
    today: '2026-03-10',
    ...simple,
    copy: '2026-03-06',
    converted: '2026-03-08',
    says: {
      dueOn: '2026-03-20',
      steps: [
        ['2026-03-06', '2026-03-06', 0],
        ['2026-03-07', '2026-03-20', 10],
      ],
    },
  },
  {
    title: 'without the procedure no day can be told',
    today: '2026-03-10',
    kind: 'reconsideration',
    copy: '2026-03-02',
    says: { state: 'awaitingAnswer', dueOn: null, overdue: false, workingDaysLeft: null, steps: [] },
  },
  {
    title: 'the limit before 2024 is not known here',
    today: '2024-01-10',
    ...ordinary,
    copy: '2023-12-29',
    says: { dueOn: null, overdue: false },
  },
  {
    title: 'the first day of the revised law',
    today: '2024-01-10',
    ...ordinary,
    copy: '2024-01-02',
    // 3–5 January (3), 8–12 (8), 15–16.
    says: { dueOn: '2024-01-16' },
  },
  {
    // 25 December (1), 28–31 (5); of 2027 only the weekends are known: Friday 1 January (6), 4–7.
    title: 'into a year without a notice',
    today: '2026-12-24',
    ...ordinary,
    copy: '2026-12-24',
    says: { dueOn: '2027-01-07', provisional: true },
  },
  // ── before the court ──
  {
    title: 'the court: fifteen days, rest days among them',
    today: '2026-03-10',
    ...suit,
    copy: '2026-03-02',
    says: {
      dueOn: '2026-03-17',
      workingDaysLeft: 5,
      provisional: false,
      steps: [
        ['2026-03-02', '2026-03-02', 0],
        ['2026-03-03', '2026-03-17', 15],
      ],
    },
  },
  {
    title: 'a last day on Saturday rolls to Monday',
    today: '2026-03-22',
    kind: 'litigationAfterReconsideration',
    copy: '2026-03-06',
    says: {
      dueOn: '2026-03-23',
      overdue: false,
      workingDaysLeft: 1,
      steps: [
        ['2026-03-06', '2026-03-06', 0],
        ['2026-03-07', '2026-03-21', 15],
        ['2026-03-22', '2026-03-23', 0],
      ],
    },
  },
  {
    title: 'a worked Saturday is no rest day: the last day stays',
    today: '2026-10-09',
    ...suit,
    copy: '2026-09-25',
    says: { dueOn: '2026-10-10' },
  },
  {
    title: 'a last day within 国庆 rolls to the day after it',
    today: '2026-10-02',
    ...suit,
    copy: '2026-09-18',
    says: { dueOn: '2026-10-08' },
  },
  {
    title: 'and may roll to a worked Sunday',
    today: '2025-12-30',
    ...suit,
    copy: '2025-12-18',
    says: { dueOn: '2026-01-04', provisional: false },
  },
  {
    title: 'a last day that no notice has settled',
    today: '2026-12-20',
    ...suit,
    copy: '2026-12-18',
    says: { dueOn: '2027-01-04', provisional: true },
  },
  // ── where it stands ──
  {
    title: 'before the copy has come nothing is due',
    today: '2026-03-10',
    ...suit,
    copy: null,
    says: { state: 'filed', dueOn: null, overdue: false, workingDaysLeft: null, steps: [] },
  },
  {
    title: 'answered on the last day',
    today: '2026-04-10',
    ...ordinary,
    copy: '2026-03-02',
    answered: '2026-03-16',
    says: { state: 'answered', overdue: false, workingDaysLeft: null },
  },
  {
    title: 'answered a day late stays late',
    today: '2026-04-10',
    ...ordinary,
    copy: '2026-03-02',
    answered: '2026-03-17',
    concluded: '2026-04-08',
    says: { state: 'concluded', overdue: true },
  },
  {
    title: 'withdrawn before the agency had answered',
    today: '2026-04-10',
    ...suit,
    copy: '2026-03-02',
    concluded: '2026-03-12',
    says: { state: 'concluded', dueOn: '2026-03-17', overdue: false, workingDaysLeft: null },
  },
  {
    title: 'concluded after the last day, and no answer is on record',
    today: '2026-04-10',
    ...suit,
    copy: '2026-03-02',
    concluded: '2026-03-18',
    says: { state: 'concluded', overdue: true, workingDaysLeft: null },
  },
]
