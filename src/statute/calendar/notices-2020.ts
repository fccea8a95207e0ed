import { day } from '../day.ts'
import { arrange, type HolidayNotice } from './holiday-notice.ts'

export const notices2020: readonly HolidayNotice[] = [
  {
    year: 2020,
    publishedOn: day('2019-11-21'),
    source: 'http://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm',
    sureness: 'verified',
    arrangements: {
      newYear: arrange('2020-01-01', '2020-01-01'),
      springFestival: arrange('2020-01-24', '2020-01-30', '2020-01-19', '2020-02-01'),
      tombSweeping: arrange('2020-04-04', '2020-04-06'),
      labourDay: arrange('2020-05-01', '2020-05-05', '2020-04-26', '2020-05-09'),
      dragonBoat: arrange('2020-06-25', '2020-06-27', '2020-06-28'),
      nationalDay: arrange('2020-10-01', '2020-10-08', '2020-09-27', '2020-10-10'),
    },
  },
  // 春节 made longer on the third day of the holiday; 1 February, to be worked, became a day off.
  {
    year: 2020,
    publishedOn: day('2020-01-27'),
    source: 'http://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm',
    sureness: 'verified',
    arrangements: {
      springFestival: arrange('2020-01-24', '2020-02-02', '2020-01-19'),
    },
  },
]
