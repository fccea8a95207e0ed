import type { Day } from '../../../statute/day.ts'
import { receiptChannels } from '../../../statute/receipt-channels.ts'
import type { ConsultedWith } from '../clock-event.ts'
import type { StepConsultation } from '../clock-step.ts'
import type { ClockWords } from './clock-words.ts'

const parties: Readonly<Record<ConsultedWith, string>> = {
  thirdParty: '第三方',
  coMaker: '共同制作机关',
  otherAgency: '其他机关',
}

const ends: Readonly<Record<StepConsultation['end'], string>> = {
  answered: '已答复',
  silent: '自收到之日起15个工作日届满，以后的答复不再扣除时间',
  open: '尚未答复，按不答复推算',
  closed: '未等答复即已办结',
}

const monthAndDay = (on: Day) => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`

/** The clock in Chinese. */
export const zhCN: ClockWords = {
  why(reason, worked) {
    const madeUp = worked.length === 0 ? '' : `（${worked.map(monthAndDay).join('、')}调休上班，计入）`
    switch (reason.is) {
      case 'start':
        if (reason.cause === 'corrected') return '收到补正材料之日，期限重新起算，当日不计'
        if (reason.cause === 'feePaid') return '缴清信息处理费之日，期限重新起算，当日不计'
        return `收到申请之日（${receiptChannels.find(({ id }) => id === reason.channel)?.label}），当日不计`
      case 'counted': {
        const days = reason.first === reason.last ? `第${reason.first}个` : `第${reason.first}至第${reason.last}个`
        const dropped =
          reason.dropped === null ? '' : reason.dropped === 'fee' ? '，缴费后重新起算，作废' : '，补正后重新起算，作废'
        return `${days}工作日${madeUp}${dropped}`
      }
      case 'rest':
        return '休息日，不计'
      case 'extended':
        return `经批准延长的${reason.workingDays}个工作日${madeUp}`
      case 'postponed':
        return '确定的延迟答复期限'
      case 'consulting': {
        const told = reason.consultations.map(
          (one) => `${parties[one.with]}${one.party === '' ? '' : `“${one.party}”`}${ends[one.end]}`,
        )
        return `征求意见所需时间不计算在内：${told.join('；')}`
      }
      case 'waiting':
        return reason.for === 'fee' ? '等待申请人缴费，不计' : '等待申请人补正，不计'
    }
  },
  problems: {
    'receipt-in-future': '收到日期在今天之后。请核对日期。',
    'event-in-future': '日期在今天之后，还没有发生。请核对日期。',
    'event-before-receipt': '日期早于收到申请之日。请核对日期。',
    'event-out-of-order': '日期早于前一事项，顺序不对。请按发生的先后排列。',
    'event-after-close': '申请已经办结，其后不能再有办理事项。',
    'correction-requested-twice': '补正只能一次性告知，不能再次要求补正。',
    'correction-requested-while-stopped': '正在等待申请人缴费，不能同时要求补正。',
    'correction-requested-late': '补正通知应在收到申请之日起7个工作日内发出，已超过期限，不影响答复期限。',
    'correction-period-empty': '补正通知应给出合理的补正期限，截止日须在通知日之后。',
    'correction-not-requested': '没有要求过补正，或者已经补正。',
    'abandoned-too-early': '补正期限还没有届满，最早从届满后的下一个工作日起才能按放弃申请处理。',
    'consultation-received-too-early': '对方收到征求意见书的日期早于发出日期。请核对日期。',
    'consultation-already-open': '正在征求同一方的意见，尚未结束。',
    'consultation-not-open': '没有向这一方征求过意见，或者已经答复。',
    'justification-not-requested': '没有要求过说明理由，或者已经说明。',
    'extended-twice': '答复期限只能延长一次。',
    'extended-late': '延长应在答复期限届满前告知申请人，已经超过期限，延长无效。',
    'extension-too-long': '延长的期限最长不得超过20个工作日，延长无效。',
    'extended-while-stopped': '正在等待申请人补正或缴费，没有可以延长的期限。',
    'postponed-late': '延迟答复应在答复期限届满前告知申请人，已经超过期限。',
    'postponed-not-later': '延迟答复的日期应在原答复期限之后。',
    'postponed-while-stopped': '正在等待申请人补正或缴费，没有可以延迟的期限。',
    'fee-notified-twice': '同一件申请已经发出过收费通知。',
    'fee-notified-while-stopped': '正在等待申请人补正，不能同时通知收费。',
    'fee-notified-late': '收费通知应在办理期限内发出，已经超过期限。',
    'fee-received-too-early': '申请人收到收费通知的日期早于发出日期。请核对日期。',
    'fee-not-regulated': '2021年1月1日前没有信息处理费的收费规定。',
    'fee-not-notified': '没有发出过收费通知，或者已经缴费。',
    'fee-lapsed-too-early': '缴费期限还没有届满，最早从届满后的下一个工作日起才能按放弃申请处理。',
  },
}
