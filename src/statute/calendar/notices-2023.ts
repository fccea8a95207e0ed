import { day } from '../day.ts'
import { arrange, type HolidayNotice } from './holiday-notice.ts'

export const notices2023: readonly HolidayNotice[] = [
  {
    year: 2023,
    publishedOn: day('2022-12-08'),
    source: 'http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm',
    sureness: 'verified',
    arrangements: {
      newYear: arrange('2022-12-31', '2023-01-02'),
      springFestival: arrange('2023-01-21', '2023-01-27', '2023-01-28', '2023-01-29'),
      tombSweeping: arrange('2023-04-05', '2023-04-05'),
      labourDay: arrange('2023-04-29', '2023-05-03', '2023-04-23', '2023-05-06'),
      dragonBoat: arrange('2023-06-22', '2023-06-24', '2023-06-25'),
      nationalDay: arrange('2023-09-29', '2023-10-06', '2023-10-07', '2023-10-08'),
    },
  },
]
