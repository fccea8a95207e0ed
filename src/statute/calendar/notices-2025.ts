import { day } from '../day.ts'
import { arrange, type HolidayNotice } from './holiday-notice.ts'

export const notices2025: readonly HolidayNotice[] = [
  {
    year: 2025,
    publishedOn: day('2024-11-12'),
    source: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
    sureness: 'verified',
    arrangements: {
      newYear: arrange('2025-01-01', '2025-01-01'),
      springFestival: arrange('2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'),
      tombSweeping: arrange('2025-04-04', '2025-04-06'),
      labourDay: arrange('2025-05-01', '2025-05-05', '2025-04-27'),
      dragonBoat: arrange('2025-05-31', '2025-06-02'),
      nationalDay: arrange('2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'),
    },
  },
]
