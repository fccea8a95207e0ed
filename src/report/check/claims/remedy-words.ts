import { CASE_UNIT_SOURCE, NUMBER_SOURCE } from '../reading/counts.ts'

const COUNT_SOURCE = `(?<number>${NUMBER_SOURCE})(?<unit>${CASE_UNIT_SOURCE})`
const GROUP = '(?:行政复议|行政诉讼|(?<!行政)复议|(?<!行政)诉讼)'

/** Every claim names the cases it is about; most sentences name none. */
export const NAMES_CASES = /复议|诉讼/
/** The sentence is about disclosure cases, not about reconsideration as a trade of the agency. */
export const OF_DISCLOSURE = /政府信息公开|信息公开|政府信息|依申请公开/
/** The agency decides, files or attends cases of others, or only some results are told. */
export const OTHER_CASES =
  /受理|办理|审理|审结|备案|应诉|胜诉|败诉|纠错|被纠|撤销|变更|违法|责令|上年|去年|同期|结转|未经|经复议|复议后|尚未审结|维持|纠正|涉诉|代理|培训|同比|各部门|本级|其中/

/** 行政复议7件 · 行政复议、行政诉讼均为0件 · 行政诉讼数为0件. */
export const REMEDY_COUNT = new RegExp(
  `(?<groups>${GROUP}(?:(?:、|和|及|与|或|以及)(?:提起|被提起)?${GROUP})?)(?:案件|案|申请|事项|情况|件数|数量|数|共计|共|均|各|发生|为|有|是|：)*${COUNT_SOURCE}`,
  'g',
)
/** 1件涉及政府信息公开工作的行政复议. */
export const COUNT_REMEDY = new RegExp(
  `${COUNT_SOURCE}(?:涉及|因|由|关于|对)[^，。；、]{2,24}?的?(?<groups>${GROUP})(?=[，。；、案]|$)`,
  'g',
)
/** 未发生行政复议、行政诉讼 · 没有因…申请行政复议、提起行政诉讼的情况. */
export const NO_REMEDY = new RegExp(
  `(?:未(?!经)(?:发生|产生|出现|有|收到|因|被|引发|引起)|没有|(?<![有从毫])无)(?<between>[^，。；：]{0,30}?)(?<groups>${GROUP}(?:[^，。；]{0,8}?${GROUP})?)(?<after>[^，。；]{0,12})`,
  'g',
)
/** 全年我局 …: nothing before a denial narrows it, so that it denies every case, those of disclosure among them. */
export const OF_ALL_CASES =
  /^(?:\([一二三四五六]\)|（[一二三四五六]）|20\d{2}年度?|本年度?|全年度?|年内|我局|我镇|我街道|我单位|我机关|本局|本机关|本单位|共|均|也|：)*$/
/** A result by the word of the form, behind the cases it is a part of. */
export const RESULT_COUNT = new RegExp(
  `^(?:其中|其中：|：)?(?<result>结果维持|结果纠正|其[他它]结果|尚未审结)(?:的|案件|为|有|共|：)*${COUNT_SOURCE}$`,
)
/** The sentence tells results of some of its cases, or of others. */
export const SOME_RESULTS = /上年|去年|同期|结转|未经|经复议|复议后|各部门|本级|同比|新收|受理|(?<!尚未)审结/
/** What may follow the cases in a denial; anything else (纠错, 败诉 …) denies something else. */
export const DENIAL_ENDS = /^(?:的?(?:案件|案|情况|情形|事项|申请|事件|现象|发生|问题)*|案件发生)$/
