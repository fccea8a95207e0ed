import type { Day } from '../../../statute/day.ts'
import { remedyColumns, remedyGroups } from '../../../statute/form-2021.ts'
import { rawResults } from '../../../statute/remedy-results.ts'
import type { RemedyWords } from './remedy-words.ts'

const monthAndDay = (on: Day) => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
const labels = <T extends string>(all: readonly { readonly id: T; readonly label: string }[]) =>
  Object.fromEntries(all.map(({ id, label }) => [id, label])) as Record<T, string>

/** Remedies in Chinese; the form's own words come from the form. */
export const zhCN: RemedyWords = {
  why(reason, worked) {
    const madeUp = worked.length === 0 ? '' : `（${worked.map(monthAndDay).join('、')}调休上班，计入）`
    switch (reason.is) {
      case 'copyReceived':
        return '收到副本之日，当日不计'
      case 'counted': {
        const unit = reason.unit === 'workingDays' ? '个工作日' : '日（含休息日）'
        return reason.first === reason.last
          ? `第${reason.first}${unit}${madeUp}`
          : `第${reason.first}至第${reason.last}${unit}${madeUp}`
      }
      case 'countedAsSimple':
        return `适用简易程序期间的${reason.last}个工作日${madeUp}，转为普通程序后仍计入`
      case 'rolled':
        return '末日是休息日，顺延至其后第一个工作日'
    }
  },
  kinds: labels(remedyGroups),
  procedures: { ordinary: '普通程序', simple: '简易程序' },
  states: {
    filed: '尚未收到副本',
    awaitingAnswer: '待提交答复（答辩）',
    answered: '已提交答复（答辩）',
    concluded: '已审结',
  },
  results: labels(remedyColumns),
  rawResults: labels(rawResults),
  doubtfulPath:
    '这件申请的答复属于不予公开（条例14至条例16），2024年1月1日起应当先申请行政复议（行政复议法23¶1(4)），直接起诉的请核对类型。',
  fields: {
    caseNumber: '案号',
    requestNumber: '申请编号',
    kind: '类型',
    body: '复议机关或法院',
    procedure: '复议程序',
    filedOn: '立案日期',
    copyReceivedOn: '收到副本日期',
    convertedOn: '转为普通程序日期',
    answeredOn: '提交答复（答辩）日期',
    concludedOn: '审结日期',
    rawResult: '裁决结果',
    result: '计入',
    coDefendant: '复议机关共同被告',
  },
}
