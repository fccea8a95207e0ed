/** 条例4: who drafts what nobody else is named for. */
export const ownUnit = '政府信息公开工作机构'
