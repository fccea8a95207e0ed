import { day } from '../day.ts'
import { arrange, type HolidayNotice } from './holiday-notice.ts'

export const notices2022: readonly HolidayNotice[] = [
  {
    year: 2022,
    publishedOn: day('2021-10-25'),
    source: 'http://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm',
    sureness: 'verified',
    arrangements: {
      newYear: arrange('2022-01-01', '2022-01-03'),
      springFestival: arrange('2022-01-31', '2022-02-06', '2022-01-29', '2022-01-30'),
      tombSweeping: arrange('2022-04-03', '2022-04-05', '2022-04-02'),
      labourDay: arrange('2022-04-30', '2022-05-04', '2022-04-24', '2022-05-07'),
      dragonBoat: arrange('2022-06-03', '2022-06-05'),
      midAutumn: arrange('2022-09-10', '2022-09-12'),
      nationalDay: arrange('2022-10-01', '2022-10-07', '2022-10-08', '2022-10-09'),
    },
  },
]
