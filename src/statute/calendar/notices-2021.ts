import { day } from '../day.ts'
import { arrange, type HolidayNotice } from './holiday-notice.ts'

export const notices2021: readonly HolidayNotice[] = [
  {
    year: 2021,
    publishedOn: day('2020-11-25'),
    source: 'http://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm',
    sureness: 'verified',
    arrangements: {
      newYear: arrange('2021-01-01', '2021-01-03'),
      springFestival: arrange('2021-02-11', '2021-02-17', '2021-02-07', '2021-02-20'),
      tombSweeping: arrange('2021-04-03', '2021-04-05'),
      labourDay: arrange('2021-05-01', '2021-05-05', '2021-04-25', '2021-05-08'),
      dragonBoat: arrange('2021-06-12', '2021-06-14'),
      midAutumn: arrange('2021-09-19', '2021-09-21', '2021-09-18'),
      nationalDay: arrange('2021-10-01', '2021-10-07', '2021-09-26', '2021-10-09'),
    },
  },
]
