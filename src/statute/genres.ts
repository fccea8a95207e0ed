/** 文种: the kinds of official document. From memory of the rules on official documents, so `unverified` as a list. */
export const genres = [
  ['resolution', '决议', 'resolution'],
  ['decision', '决定', 'decision'],
  ['order', '命令（令）', 'order'],
  ['communique', '公报', 'communiqué'],
  ['proclamation', '公告', 'proclamation'],
  ['publicNotice', '通告', 'public notice'],
  ['opinion', '意见', 'opinion'],
  ['notice', '通知', 'notice'],
  ['circular', '通报', 'circular'],
  ['submission', '报告', 'submission'],
  ['requestForInstructions', '请示', 'request for instructions'],
  ['officialAnswer', '批复', 'official answer'],
  ['motion', '议案', 'motion'],
  ['officialLetter', '函', 'official letter'],
  ['minutes', '纪要', 'minutes'],
  ['other', '其他', 'other'],
] as const

export type GenreId = (typeof genres)[number][0]

export const genreIds: readonly GenreId[] = genres.map(([id]) => id)
