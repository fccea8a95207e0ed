import type { Language } from '../../refusals/refusal.ts'
import type { FileWarning } from '../file-warning.ts'

/** What a reviewer should know of a file, in a sentence. */
export function fileWarningInWords(warning: FileWarning, language: Language): string {
  const chinese = language === 'zh-CN'
  switch (warning.what) {
    case 'comments':
      return chinese
        ? `含批注 ${warning.count} 条${by(warning.by, chinese)}，公开前请删除`
        : `holds ${warning.count} comments${by(warning.by, chinese)}: delete them first`
    case 'trackedChanges':
      return chinese
        ? `含修订痕迹 ${warning.count} 处${by(warning.by, chinese)}，公开前请接受或者拒绝修订`
        : `holds ${warning.count} tracked changes${by(warning.by, chinese)}: accept or reject them first`
    case 'hiddenSheets':
      return chinese
        ? `含隐藏的工作表：${warning.names.join('、')}，公众可以看到`
        : `holds hidden sheets, which the public can see: ${warning.names.join(', ')}`
    case 'annotations':
      return chinese
        ? `含注释 ${warning.count} 条，公众可以看到`
        : `holds ${warning.count} annotations, which the public can see`
    case 'signature':
      return chinese
        ? '含电子签名，公开副本已去除属性信息，签名不再有效'
        : 'was signed; in the copy for the public the signature holds no more'
    case 'embeddedFiles':
      return chinese ? '含内嵌的文件，请核对' : 'holds files inside it: check them'
    case 'actions':
      return chinese ? '含自动执行的动作，公开副本中已去除' : 'held actions that run by themselves; the copy does not'
    case 'wordsNotRead':
      return chinese
        ? '文字无法识别（可能是扫描件），请人工核对其中的个人信息'
        : 'its words cannot be read (a scan?): look for information of persons yourself'
  }
}

function by(names: readonly string[], chinese: boolean): string {
  if (names.length === 0) return ''
  return chinese ? `（${names.join('、')}）` : ` (${names.join(', ')})`
}
