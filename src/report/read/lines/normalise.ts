/** Traditional characters of the form's labels and headings, and what stands for them in the form. Read in pairs. */
const TRADITIONAL =
  '總总體体況况動动開开條条規规範范現现發发廢废請请數数據据關关係系為为與与項项處处結结轉转購购採采價价縣县區区鎮镇鄉乡' +
  '訴诉復复複复覆复審审維维糾纠問问題题進进報报會会業业機机構构組组織织務务屬属國国禁禁護护権权權权類类內内過过執执' +
  '詢询製制無无當当補补後后確确認认獲获這这計计區区經经對对於于員员產产訪访舉举投投繳缴費费額额單单萬万減减從从標标' +
  '準准許许罰罚強强徵征爭争議议續续辦办級级時时間间實实應应見见邊边種种質质網网頁页電电話话傳传郵邮編编負负責责選选' +
  '專专節节領领導导團团場场廳厅廠厂衛卫黨党島岛灣湾東东風风長长門门馬马點点歷历總总證证訊讯書书個个來来們们給给統统' +
  '該该並并則则違违須须紀纪隊队災灾資资財财環环農农園园陽阳陰阴龍龙廣广濟济臺台灘滩漢汉蘭兰寧宁蘇苏東东興兴義义樂乐' +
  '嶺岭順顺華华貴贵雲云藏藏錦锦鐵铁銅铜齊齐聊聊歲岁夠够雖虽難难變变術术聯联職职聽听聲声勞劳勢势協协參参雙双啟启'

/** Marks that mean the same wherever they stand in a table: one spelling each. */
const MARKS: readonly (readonly [string, string])[] = [
  ['│┃┆┇┊┋∣❘￨', '|'],
  ['“”„‟「」『』＂', '"'],
  ['‘’', "'"],
  ['－−‐‑‒–⁃﹣', '-'],
  ['—―─━', '—'],
  ['\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000', ' '],
  ['\u200b\u200c\u200d\u2060\ufeff\u00ad', ' '],
]

const table = new Map<string, string>()
for (let i = 0; i + 1 < TRADITIONAL.length; i += 2) table.set(TRADITIONAL.charAt(i), TRADITIONAL.charAt(i + 1))
for (const [characters, plain] of MARKS) for (const character of characters) table.set(character, plain)
for (let code = 0xff01; code <= 0xff5e; code++) {
  const wide = String.fromCharCode(code)
  if (!table.has(wide)) table.set(wide, String.fromCharCode(code - 0xfee0))
}

/** The same by UTF-16 unit, for all of them: every character of a file is looked up, and a pattern takes five times as long. */
const unitTable = new Uint16Array(0x10000)
for (let code = 0; code < unitTable.length; code++) unitTable[code] = code
for (const [character, plain] of table) unitTable[character.charCodeAt(0)] = plain.charCodeAt(0)

/**
 * The text with full-width forms, look-alike marks and traditional characters brought to one spelling. Every character
 * becomes exactly one, so offsets stay those of the original.
 */
export function normalise(text: string): string {
  let normalised = ''
  let done = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const unit = unitTable[code] ?? code
    if (unit === code) continue
    normalised += text.slice(done, at) + String.fromCharCode(unit)
    done = at + 1
  }
  return done === 0 ? text : normalised + text.slice(done)
}

/** What labels are compared by: Chinese characters and digits only, in one spelling. */
export function skeleton(normalised: string): string {
  return normalised.replace(/[^\u4e00-\u9fff\d]/g, '')
}
