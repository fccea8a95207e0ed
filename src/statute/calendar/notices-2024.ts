import { day } from '../day.ts'
import { arrange, type HolidayNotice } from './holiday-notice.ts'

export const notices2024: readonly HolidayNotice[] = [
  {
    year: 2024,
    publishedOn: day('2023-10-25'),
    source: 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
    sureness: 'verified',
    arrangements: {
      newYear: arrange('2024-01-01', '2024-01-01'),
      springFestival: arrange('2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'),
      tombSweeping: arrange('2024-04-04', '2024-04-06', '2024-04-07'),
      labourDay: arrange('2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'),
      dragonBoat: arrange('2024-06-10', '2024-06-10'),
      midAutumn: arrange('2024-09-15', '2024-09-17', '2024-09-14'),
      nationalDay: arrange('2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'),
    },
  },
]
