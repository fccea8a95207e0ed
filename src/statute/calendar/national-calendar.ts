import type { Day } from '../day.ts'
import { type Calendar, makeCalendar } from './calendar.ts'
import type { HolidayNotice } from './holiday-notice.ts'
import { notices2019 } from './notices-2019.ts'
import { notices2020 } from './notices-2020.ts'
import { notices2021 } from './notices-2021.ts'
import { notices2022 } from './notices-2022.ts'
import { notices2023 } from './notices-2023.ts'
import { notices2024 } from './notices-2024.ts'
import { notices2025 } from './notices-2025.ts'
import { notices2026 } from './notices-2026.ts'

/** Every notice there is, in the order of their years. No notice for 2027 is known yet. */
export const holidayNotices: readonly HolidayNotice[] = [
  ...notices2019,
  ...notices2020,
  ...notices2021,
  ...notices2022,
  ...notices2023,
  ...notices2024,
  ...notices2025,
  ...notices2026,
]

/** The national calendar as all notices make it. */
export const nationalCalendar: Calendar = makeCalendar('national', holidayNotices)

/** The national calendar as it was known on a day, so that a date given then can be explained now. */
export function nationalCalendarKnownOn(on: Day): Calendar {
  return makeCalendar(
    'national',
    holidayNotices.filter(({ publishedOn }) => publishedOn <= on),
  )
}
