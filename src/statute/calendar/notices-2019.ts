import { day } from '../day.ts'
import { arrange, type HolidayNotice } from './holiday-notice.ts'

export const notices2019: readonly HolidayNotice[] = [
  {
    year: 2019,
    publishedOn: day('2018-12-06'),
    source: 'http://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm',
    sureness: 'verified',
    arrangements: {
      newYear: arrange('2018-12-30', '2019-01-01', '2018-12-29'),
      springFestival: arrange('2019-02-04', '2019-02-10', '2019-02-02', '2019-02-03'),
      tombSweeping: arrange('2019-04-05', '2019-04-05'),
      labourDay: arrange('2019-05-01', '2019-05-01'),
      dragonBoat: arrange('2019-06-07', '2019-06-07'),
      midAutumn: arrange('2019-09-13', '2019-09-13'),
      nationalDay: arrange('2019-10-01', '2019-10-07', '2019-09-29', '2019-10-12'),
    },
  },
  // 劳动节 made longer, two months after the year began.
  {
    year: 2019,
    publishedOn: day('2019-03-22'),
    source: 'http://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm',
    sureness: 'verified',
    arrangements: {
      labourDay: arrange('2019-05-01', '2019-05-04', '2019-04-28', '2019-05-05'),
    },
  },
]
