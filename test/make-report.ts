import { type Cell, type CellAddress, makeTables, numberCell, type Report } from '../src/report/report.ts'
import { headings } from '../src/statute/form-2021.ts'

/** Long enough to take several lines, as a lead does. */
export const lead =
  '根据《中华人民共和国政府信息公开条例》的规定，现公布本机关2024年政府信息公开工作年度报告。' +
  '所列数据的统计期限自2024年1月1日起至2024年12月31日止。如有疑问，请与清河县水务局办公室联系。'

/** A report of a made-up bureau: every cell what `cellFor` says, 0 unless told, and a short text in each section with prose. */
export function makeReport(
  over: Partial<Report> = {},
  cellFor: (address: CellAddress) => Cell = () => numberCell(0),
): Report {
  const texts = [
    '（一）主动公开。全年发布信息12条。\n（二）依申请公开。畅通受理渠道。',
    '',
    '',
    '',
    '（一）存在的主要问题\n1.解读形式较为单一。\n（1）图解偏少。\n（二）改进措施\n加强业务培训。',
    '本年度未发出收费通知，未收取信息处理费。',
  ]
  return {
    ...makeTables(cellFor),
    agency: '清河县水务局',
    year: 2024,
    form: '2021',
    preamble: {
      title: '清河县水务局2024年政府信息公开工作年度报告',
      text: `清河县水务局2024年政府信息公开工作年度报告\n${lead}`,
    },
    sections: headings.map((heading, place) => ({ number: place + 1, heading, text: texts[place] ?? '' })),
    ...over,
  }
}
