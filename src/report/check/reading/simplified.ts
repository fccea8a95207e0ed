// Only the characters that the words recognised here are written with; a dictionary belongs to the readers of files.
const PAIRS =
  '動动開开請请處处報报區区縣县鄉乡鎮镇統统計计條条標标題题實实際际時时與与為为並并無无發发佈布務务據据關关學学習习強强組组織织' +
  '監监導导訓训責责評评議议複复復复訴诉訟讼維维糾纠結结轉转繼继續续個个項项訪访網网頁页門门戶户專专欄栏臺台資资訊讯檔档寫写' +
  '數数總总況况機机構构現现廢废規规範范許许罰罚徵征費费額额萬万採采購购錄录過过還还這这進进應应當当產产業业體体職职權权確确認认' +
  '辦办領领們们見见對对會会來来從从經经給给間间問问題题書书號号達达選选電电話话郵邮內内張张圖图廣广場场園园務务團团員员'
/** For each traditional character that these rules know its simplified form. */
export const simplified: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS.charAt(2 * i), PAIRS.charAt(2 * i + 1)]),
)
