import type { Register } from '../../office/register.ts'
import type { Day } from '../../statute/day.ts'

/** A new query code on paper, for whoever showed who they are; nobody is named on it. */
export function queryCodeSlip(agency: string, number: string, code: string, on: Day): Register {
  return {
    ...{ agency, on },
    title: '查询码告知单',
    lead: '经核对身份，现将新的查询码告知如下，以前的查询码已经失效。请在本机关依申请公开页面的“查询办理情况”中使用，并妥善保管。',
    heads: ['项目', '内容'],
    widths: [30, 70],
    rows: [
      ['登记编号', number],
      ['查询码（不分大小写）', code],
    ],
    // Nothing to sign here: a sheet with the code on it is not for the office to keep.
    signatures: [],
  }
}
