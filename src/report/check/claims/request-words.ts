import { CASE_UNIT_SOURCE, NUMBER_SOURCE } from '../reading/counts.ts'

/** A disclosure request by its names. */
export const REQUEST_SOURCE =
  '(?:政府信息依申请公开(?:申请|事项|案件)?|依申请(?:信息|政府信息)?公开(?:政府信息|信息)?(?:的)?(?:申请|事项|信件|案件|件)?' +
  '|(?:政府信息|政务信息|信息|政务)公开(?:的)?申请(?:案件|件|表|书|事项|信件|信函)?|(?:要求)?公开(?:政府)?信息的?申请)'

const COUNT_SOURCE = `(?<number>${NUMBER_SOURCE})(?<unit>${CASE_UNIT_SOURCE})(?!次|余|多)`
/** Between the parts of a claim: nothing that ends it or narrows it. */
const filler = (most: number) => `[^，。；：、\\d（）]{0,${most}}?`

const RECEIVE = '(?:受理|收到|接到|接收|收办|收悉|登记)'

/** 办结信息公开申请3件 tells the answered ones. */
const NOT_ANSWERED = '(?<!(?:办结|答复|回复)(?:完毕|完成|了)?(?:各类)?(?:政府|政务)?)'

/** 收到政府信息公开申请21件 · 收到3件政府信息公开申请 · 依申请公开受理0件. */
export const RECEIVED = [
  new RegExp(
    `${RECEIVE}${filler(14)}${REQUEST_SOURCE}(?:的)?(?:总数|数量|数|件数|共计|共|总计|合计|为|是|有|：)*${COUNT_SOURCE}`,
    'g',
  ),
  new RegExp(
    `${RECEIVE}(?:了|并答复|并办理|办理|、办理|、答复|答复)?(?:各类)?${COUNT_SOURCE}(?:的)?${filler(10)}${REQUEST_SOURCE}`,
    'g',
  ),
  new RegExp(
    `${REQUEST_SOURCE}(?:方面|情况)?(?:共|共计)?${RECEIVE}(?:共|共计|数量|总数|数|为|有|是|：)*${COUNT_SOURCE}`,
    'g',
  ),
  // Without a verb 依申请公开3件 may tell what was disclosed; a request or nothing is plain.
  new RegExp(
    `${NOT_ANSWERED}信息公开(?:的)?申请(?:案件|件|事项)?(?:共|共计|数量|总数|总量|数|量|为|有|是|：)*${COUNT_SOURCE}`,
    'g',
  ),
  new RegExp(
    `${NOT_ANSWERED}${REQUEST_SOURCE}(?:共|共计|数量|总数|数|为|是|：)*(?<number>0|零)(?<unit>${CASE_UNIT_SOURCE})`,
    'g',
  ),
  new RegExp(`收到的${COUNT_SOURCE}申请(?=[，。；]|均|全部|都|已)`, 'g'),
] as const

/** 新收申请112件: new ones alone. */
export const NEWLY_RECEIVED = new RegExp(
  `(?:(?:新收到?|新接收|新受理)${filler(16)}|新增${filler(8)}申请(?:数量|数|件)?)${COUNT_SOURCE}`,
  'g',
)
/** 上年结转申请9件, 结转上年申请9件. */
export const CARRIED_IN = new RegExp(
  `(?:上(?:一)?年度?(?:结转|转结|转入|遗留)|(?:结转|承接)上(?:一)?年度?)${filler(12)}${COUNT_SOURCE}`,
  'g',
)
/** 2件结转下年度, 结转下一年度办理2件. */
export const CARRIED_OUT = [
  new RegExp(`(?:结转|转结|转入|转)(?:至|到|入)?(?:下|次|来)(?:一)?(?:个)?年度?${filler(12)}${COUNT_SOURCE}`, 'g'),
  new RegExp(
    `${COUNT_SOURCE}(?:申请)?(?:均|已|依法|按规定)?(?:结转|转结|转)(?:至|到|入)?(?:下|次|来)(?:一)?(?:个)?年`,
    'g',
  ),
] as const
/** 办结1191件, 已答复119件. */
export const ANSWERED = new RegExp(
  `(?:办结|答复|办理完毕|回复)(?:完毕|完成|了)?(?:${REQUEST_SOURCE}|申请)?(?:总数|数量|数|件数|共计|共|为|：)*${COUNT_SOURCE}`,
  'g',
)
/** A manner or a lack before the verb narrows it to some of the answers. */
export const NARROWED_ANSWER =
  /(?:延期|延长|逾期|超期|当场|书面|口头|电话|邮寄|邮件|在线|网上|当面|未|尚未|未能|待|正在|同意公开|公开|提供|处理|其中|提前)$/

/** Outcomes by the words of the form and their short forms; several joined by 和 及 、 tell one sum. */
export const outcomeWords = {
  granted: '予以公开|同意公开',
  partlyGranted: '部分公开|部分予以公开|予以部分公开|同意部分公开',
  withheld: '不予公开|不同意公开',
  unavailable: '无法提供',
  rejected: '不予处理',
  other: '作?其[他它]处理',
} as const
export type OutcomeTopic = keyof typeof outcomeWords

const OUTCOME = `(?:${[outcomeWords.partlyGranted, outcomeWords.withheld, outcomeWords.granted, outcomeWords.unavailable, outcomeWords.rejected, outcomeWords.other].join('|')})`
export const OUTCOMES = new RegExp(
  `(?<![不未])(?<labels>${OUTCOME}(?:(?:、|和|及|以及|与|或)${OUTCOME})*)(?:的|政府信息|信息|申请|答复|情形|情况|类|数量|件数|共计|共|为|有|是|：)*(?:（[^（）\\d]{0,40}）)?(?:的|申请|为|：)*${COUNT_SOURCE}`,
  'g',
)
/** One label of a joined run, the longest first. */
export const ONE_OUTCOME: readonly { readonly topic: OutcomeTopic; readonly pattern: RegExp }[] = (
  ['partlyGranted', 'withheld', 'granted', 'unavailable', 'rejected', 'other'] as const
).map((topic) => ({ topic, pattern: new RegExp(`^(?:${outcomeWords[topic]})$`) }))

/** 自然人申请3493件, 法人或其他组织申请114件. */
export const APPLICANTS = {
  naturalPerson: new RegExp(
    `(?:自然人|公民)(?:提交|提出)?(?:的)?(?:申请)?(?:的)?(?:数量|为|共|有|：)*${COUNT_SOURCE}`,
    'g',
  ),
  organisations: new RegExp(
    `法人(?:或|和|及|、|或者)其他组织(?:提交|提出)?(?:的)?(?:申请)?(?:的)?(?:数量|为|共|有|：)*${COUNT_SOURCE}`,
    'g',
  ),
  business: new RegExp(`商业企业(?:提交|提出)?(?:的)?(?:申请)?(?:为|共|有|：)*${COUNT_SOURCE}`, 'g'),
  researchInstitute: new RegExp(`科研机构(?:提交|提出)?(?:的)?(?:申请)?(?:为|共|有|：)*${COUNT_SOURCE}`, 'g'),
  socialWelfare: new RegExp(`社会公益组织(?:提交|提出)?(?:的)?(?:申请)?(?:为|共|有|：)*${COUNT_SOURCE}`, 'g'),
  legalService: new RegExp(`法律服务机构(?:提交|提出)?(?:的)?(?:申请)?(?:为|共|有|：)*${COUNT_SOURCE}`, 'g'),
} as const

/** 未收到政府信息公开申请, 无依申请公开: none were received. */
export const NONE_RECEIVED = new RegExp(
  `(?:(?:未|没有|没|未曾|尚未|从未)(?:收到|接到|受理|接收|产生|发生|办理|出现|有)(?:过)?|(?<![有从毫])无|没有)(?<between>[^，。；：]{0,26}?)${REQUEST_SOURCE}(?<after>[^，。；、]{0,8})(?=[，。；、\\n]|$)`,
  'g',
)
/** 无结转下年度办理的申请, 没有上年结转的申请. */
export const NONE_CARRIED = {
  carriedIn: /(?:(?<![有从毫])无|没有)上(?:一)?年度?(?:结转|转结|转入|遗留)(?:办理)?的?(?:申请|件)(?=[，。；]|$)/g,
  carriedOut:
    /(?:(?<![有从毫])无|没有)(?:结转|转结|转入)(?:至|到)?下(?:一)?年度?(?:继续)?(?:办理)?的?(?:申请|件)(?=[，。；]|$)/g,
} as const
/** Words of the form that speak of requests without naming them, where nothing else is spoken of. */
export const FORM_WORDS =
  /上(?:一)?年度?结转[^。]{0,30}新收|新收[^。]{0,30}上(?:一)?年度?结转|年度?办理结果|结转(?:至|到)?下(?:一)?年度?[^，。；]{0,8}申请|上(?:一)?年度?结转的?申请|收到的\d+件申请/
/** Beside FORM_WORDS: the matter is another, or cases of law. */
export const NO_REQUESTS = /复议|诉讼|审批|许可|投诉|举报|信访件|处罚|案件|服务|政务|事项/
/** What may follow the request in a denial; anything else (收费, 复议, 超期 …) denies something else. */
export const DENIAL_ENDS = /^(?:件|的?(?:情况|情形|事项|事宜|件|需求|案件)|发生|办理事项|受理|要求)?$/

/** The clause counts only some requests: by channel, by unit, by part of the year, by subject. */
export const PART_ONLY =
  /本级|代表|办公室|办公厅|政府办|各部门|各单位|各镇|各乡|各街道|各县|各区|各科室|下属|所属|直属|分局|派出|上级|转办|转来|转交|当面|现场|窗口|信函|邮寄|邮件|邮箱|网上|网站|网络|在线|平台|传真|上半年|下半年|季度|月份|当月|涉及|关于|有关|留言|提案|议案|咨询|热线|12345|信访|投诉|举报|复议|诉讼|收费|费用|同比|历年|累计至|以来|预公开|备案/
/** Between the request and the number stands another matter that the number may count. */
export const OTHER_MATTER =
  /信箱|留言|热线|(?<!\d)12345(?!\d)|提案|议案|建议|信访(?!举报|、)|咨询|工单|来信|诉求|栏目|培训|涉及|关于|许可/
/** A sentence that goes on about the requests of the one before it. */
export const GOES_ON =
  /^(?:本年度?|全年|年内|年末|截至年底)?，?(?:其中|已|共|均|全部|依法|经|按|办结|答复|予以公开|属于?|同意公开|结转|转下|上年结转|另)/
/** Somewhere before the claim its sentence was narrowed. */
export const PART_OPENS = /本级|代表[^，。]{0,6}政府|上半年|下半年|季度|涉及/
/** Before a denial: it is only supposed. */
export const CONDITION = /[如若对]$/
/** After a number: it is a round one. */
export const ROUNDED = /^(?:余|多|左右)/
/** All channels together are no part. */
export const ALL_CHANNELS = /(?:通过)?(?:各种|各类|多种|不同)?(?:渠道|途径|方式)|等(?:渠道|途径|方式|形式)/
/** Another year is spoken of. */
export const OTHER_TIME = /上年(?!度?(?:结转|转))|上一年(?!度?(?:结转|转))|去年|往年|同期|上年度(?!结转|转)/
