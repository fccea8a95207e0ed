import type { AgencyLevel } from '../../../statute/agency-rank.ts'

/** Areas that a report may claim, with the level that may claim them. 全区 may be a district or an autonomous region. */
export const claimedLevels: Readonly<Record<string, AgencyLevel>> = {
  全国: 'nation',
  全省: 'province',
  全自治区: 'province',
  全市: 'city',
  全州: 'city',
  全盟: 'city',
  全县: 'county',
  全旗: 'county',
}

/** A verb of leading or doing right before the area, and the work after it. */
export const OWN_DOING =
  /(?:组织推动|组织开展|组织|推动|推进|指导|统筹|协调|督促|抓好|做好|领导|部署|规范|提升|加强)(?:了|好)?(?<area>全国|全省|全自治区|全市|全州|全盟|全县|全旗)(?:各级|各地|各部门|行政机关|的|系统)*(?:政府信息公开|政务公开|信息公开|政府信息|依申请公开)(?:工作|平台|水平)?/

/** The area itself is the subject at the start of a clause: 全省共收到… */
export const OWN_SUBJECT =
  /^(?:\d{4}年度?)?(?<area>全国|全省|全自治区|全市|全州|全盟|全县|全旗)(?:各级[^，。；]{0,8}?)?(?:共|累计)?(?:主动公开|收到|受理|政府信息公开工作|政务公开工作|依申请公开工作)/

/** The clause tells of what others did, or of a thing whose name holds the area. */
export const SPEAKS_OF_OTHERS =
  /参加|按照|根据|贯彻|遵照|响应|学习|围绕|转发|对照|参照|借鉴|落实[^，]{0,8}(?:要求|部署|精神|会议)|积极配合|协助|配合|助力|上级|(?<!全)[省市](?:政府|委)|国务院|《|“|会议|培训班|通知|意见|要求|排名|率先|前列|位居|获评|评为|入选|通报|考核|抽查|检查|示范|典型|先进|优秀|复制推广/
