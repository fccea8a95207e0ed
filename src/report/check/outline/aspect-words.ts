import { fiveAspects } from '../../../statute/form-2021.ts'

/** Words by which a report speaks of an aspect, heading or not. Generous: a report is faulted only for silence. */
const wordsOf: Readonly<Record<(typeof fiveAspects)[number], RegExp>> = {
  主动公开: /主动公开|主动发布|主动向社会|公开(?:各类|政府|政务)?信息|发布(?:各类|政府|政务)?信息|信息发布/,
  依申请公开: /依申请|(?:信息公开|公开政府信息|公开信息|政务公开)的?申请|申请公开/,
  政府信息管理:
    /信息管理|信息资源|规范管理|管理制度|审核|审查|审签|三审|先审|保密|公开属性|公开目录|公开指南|目录|规范性文件|动态调整|动态管理|归档|源头/,
  政府信息公开平台建设: /平台|网站|网页|专栏|栏目|新媒体|公众号|微信|微博|公报|公开栏|查阅|载体|渠道|电子屏/,
  监督保障: /监督|保障|考核|培训|评议|责任|督查|督促|检查|领导小组|组织领导|专人|业务指导/,
}

/** The aspects of section one of which `text` says nothing, in statutory order. */
export function silentAspects(text: string): readonly string[] {
  return fiveAspects.filter((aspect) => !wordsOf[aspect].test(text))
}
