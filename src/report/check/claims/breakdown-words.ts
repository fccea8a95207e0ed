/** Opens the parts of a whole. */
export const PARTS_OPEN = /其中(?:，|：|包括|含)*/g

/** Before a number: it measures something else than the parts before it. */
export const ANOTHER_MEASURE = /答复|办结|办理|结转|转下|转至|收到|受理|上年|同比|累计|已|均|占|增长|下降|减少|涉及|另/

/** The parts are named as a choice out of more. */
export const MORE_PARTS = /等|其[他它余]|主要|如|包括但/

/** Channels of requests; three of them told without a remainder are all of them. */
export const CHANNEL = /当面|现场|窗口|信函|信件|邮寄|邮政|邮件|邮箱|网上|网络|网站|在线|平台|传真|线上|线下|书面/
/** The same thing is published on several of these, so that parts may exceed the whole. */
export const OVERLAPPING = /网站|微信|公众号|微博|平台|新媒体|客户端|抖音|公报|媒体|栏目|网/

export const NATURAL_PERSONS = /自然人|公民|个人/
export const ORGANISATIONS = /法人|组织|企业|单位/
