import {
  type Article,
  budgetLawArticles,
  civilCodeArticles,
  feeArticles,
  holidayMeasuresArticles,
  interpretationOf2025Articles,
  litigationArticles,
  litigationInterpretationArticles,
  penaltyLawArticles,
  reconsiderationArticles,
  regulationArticles,
} from './articles.ts'
import type { Sureness } from './citation.ts'
import { type Day, day } from './day.ts'

/** A law, regulation, interpretation or notice that the program rests on. */
export type Instrument = {
  /** How citations name it; the first is the one to use. */
  readonly citedAs: readonly string[]
  /** Its own title, or null where only its number is known. */
  readonly title: string | null
  /** First day in force, or null where it is not known or, for a notice, not stated. */
  readonly from: Day | null
  /** The articles that may be cited. Empty: it is cited as a whole. */
  readonly articles: readonly Article[]
  /** How well the parts that the program uses were verified. */
  readonly sureness: Sureness
}

const instrument = (
  citedAs: readonly string[],
  title: string | null,
  from: string | null,
  sureness: Sureness,
  articles: readonly Article[] = [],
): Instrument => ({ citedAs, title, from: from === null ? null : day(from), sureness, articles })

/** Every instrument that code or data may cite. */
export const instruments: readonly Instrument[] = [
  instrument(['条例'], '中华人民共和国政府信息公开条例', '2019-05-15', 'verified', regulationArticles),
  instrument(
    ['30号', '国办公开办函〔2021〕30号'],
    '中华人民共和国政府信息公开工作年度报告格式',
    '2021-09-26',
    'verified',
  ),
  instrument(['60号', '国办公开办函〔2019〕60号'], null, null, 'secondHand'),
  instrument(['61号', '国办公开办函〔2019〕61号'], '关于规范政府信息公开平台有关事项的通知', null, 'verified'),
  instrument(['109号', '国办函〔2020〕109号'], '政府信息公开信息处理费管理办法', '2021-01-01', 'verified', feeArticles),
  instrument(['47号', '国办发〔2017〕47号'], '政府网站发展指引', '2017-05-15', 'verified'),
  instrument(['19号', '国办秘函〔2019〕19号'], null, '2019-04-01', 'secondHand'),
  instrument(['国办公开办函〔2015〕207号'], null, null, 'verified'),
  instrument(['国办公开办函〔2016〕201号'], null, null, 'verified'),
  instrument(['国办公开办函〔2016〕235号'], null, null, 'verified'),
  instrument(['国办公开办函〔2019〕14号'], null, null, 'verified'),
  instrument(['国办函〔2021〕132号'], null, null, 'secondHand'),
  instrument(['国办发〔2018〕118号'], null, null, 'unverified'),
  instrument(['法释〔2025〕8号'], null, '2025-06-01', 'verified', interpretationOf2025Articles),
  instrument(['行政复议法'], '中华人民共和国行政复议法', '2024-01-01', 'verified', reconsiderationArticles),
  instrument(['行政诉讼法'], '中华人民共和国行政诉讼法', null, 'verified', litigationArticles),
  instrument(['行政诉讼法解释'], null, null, 'verified', litigationInterpretationArticles),
  instrument(['民法典'], '中华人民共和国民法典', '2021-01-01', 'verified', civilCodeArticles),
  instrument(['放假办法'], '全国年节及纪念日放假办法', '2025-01-01', 'verified', holidayMeasuresArticles),
  instrument(['行政处罚法'], '中华人民共和国行政处罚法', '2021-07-15', 'secondHand', penaltyLawArticles),
  instrument(['预算法'], '中华人民共和国预算法', null, 'verified', budgetLawArticles),
]
