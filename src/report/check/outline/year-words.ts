/** Stands in whatever the patterns below find; most sentences name no year. */
export const NAMES_YEAR = /(?:19|20)\d{2}年/

/** The period of the figures, from its word to its last day. */
export const PERIOD =
  /(?:统计|数据|起止)[^，。；]{0,10}(?:期限|周期|时间|时段|区间|范围|起止)[^。；\d]{0,8}(?:19|20)\d{2}年1月1日[^。；\d]{0,6}(?:(?:19|20)\d{2}年)?12月31/g

/** "…年，我局共公开…" at the start of a sentence: what was done in the year of the report. */
export const STATEMENT =
  /^(?:（[一二三四五六七八九十]）[^，。；]{0,20}?[。：]?)?((?:19|20)\d{2})年(?:度)?，?(?:我|全|共|本|累计|区|县|市|镇|乡|街道|局)[^。]{0,30}?(?:主动公开|公开政府信息|收到|受理|未收到|没有收到|未收取|没有收取|未发生|收取)/g

/** 截至…12月31日: the figures are those of the end of the year. */
export const AS_OF = /截[至止](?:到|至)?(?:19|20)\d{2}年12月31日/g

/** Sentences that look back or set years side by side may name any year. */
export const COMPARES_YEARS =
  /上年|去年|上一年|同比|相比|比较|较|增长|下降|以来|历年|往年|至今|自(?:19|20)\d{2}|问题|整改|—|-(?=(?:19|20)\d{2})/
