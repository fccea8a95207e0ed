import { day } from '../day.ts'
import { arrange, type HolidayNotice } from './holiday-notice.ts'

export const notices2026: readonly HolidayNotice[] = [
  {
    year: 2026,
    publishedOn: day('2025-11-04'),
    source: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    sureness: 'verified',
    arrangements: {
      newYear: arrange('2026-01-01', '2026-01-03', '2026-01-04'),
      springFestival: arrange('2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'),
      tombSweeping: arrange('2026-04-04', '2026-04-06'),
      labourDay: arrange('2026-05-01', '2026-05-05', '2026-05-09'),
      dragonBoat: arrange('2026-06-19', '2026-06-21'),
      midAutumn: arrange('2026-09-25', '2026-09-27'),
      nationalDay: arrange('2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'),
    },
  },
]
