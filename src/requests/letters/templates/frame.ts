/** What a draft bears in place of its number, and of its day. */
export const draftMark = '（送审稿）'
export const draftDate = '    年  月  日'

/** 附注: whom to speak with. */
export const contactNote = (contact: string) => `（联系方式：${contact.trim()}）`
