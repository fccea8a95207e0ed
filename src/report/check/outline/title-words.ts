/** The prescribed name, as one run of characters or with the year set inside it. */
export const NAME_IN_TITLE = /政府信息公开工作(?:(?:19|20|２０)[\d０-９〇○]{2}年)?(?:年度|度)报告/
/** Arabic or Chinese year, with or without 度. */
export const YEAR_IN_TITLE = /(?:(?:19|20)\d{2}|２０[０-９]{2}|二[〇○零О]{1}[〇○零一二三四五六七八九]{2})(?:年度?)?/
/** What a title holds beside the agency: its name in all its forms, and remarks in brackets. */
export const REMARK_IN_TITLE =
  /(?:政府信息公开|政务公开|政务信息公开|政务信息|政府信息|信息公开|公开)?(?:工作)?(?:情况)?(?:年度|度|年)?(?:工作)?(?:总结)?(?:报告|年报|总结)|[（(][^（()）]*[)）]|关于|的|年度/g

/** Titles that miss the prescribed name by a word, and how to mend them. */
export const titleRepairs: readonly { readonly pattern: RegExp; readonly right: string }[] = [
  { pattern: /(?<!政府|政务)信息公开工作年度报告/, right: '政府信息公开工作年度报告' },
  { pattern: /政府信息公开年度(?:工作)?报告/, right: '政府信息公开工作年度报告' },
  { pattern: /(?<!政府|政务)信息公开年度(?:工作)?报告/, right: '政府信息公开工作年度报告' },
  { pattern: /政务(?:信息)?公开(?:工作)?年度(?:工作)?报告/, right: '政府信息公开工作年度报告' },
  { pattern: /(?<=年度)政府信息公开(?:工作)?报告/, right: '政府信息公开工作年度报告' },
  { pattern: /政府信息公开(?:工作)?(?:情况)?(?:报告|年报|总结)/, right: '政府信息公开工作年度报告' },
]
