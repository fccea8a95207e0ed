import type { Language } from '../refusals/refusal.ts'

type LedgerWords = {
  readonly templateWritten: (file: string) => string
  readonly heading: (file: string, agency: string) => string
  readonly sheet: (
    name: string,
    t: { added: number; changed: number; unchanged: number; examples: number; bad: number },
  ) => string
  readonly place: (sheet: string, row: number | null, letter: string) => string
  readonly more: (count: number) => string
  readonly warning: string
  readonly moreWarnings: (count: number) => string
  readonly nothing: string
  readonly dryRun: string
  readonly skipped: (count: number) => string
}

/** What the ledger commands say to people. */
export const ledgerWords: Readonly<Record<Language, LedgerWords>> = {
  'zh-CN': {
    templateWritten: (file) => `已生成台账模板 ${file}\n`,
    heading: (file, agency) => `${file} → ${agency}\n`,
    sheet: (name, t) =>
      `  ${name}：新增 ${t.added}，更改 ${t.changed}，未变 ${t.unchanged}` +
      `${t.bad > 0 ? `，有问题 ${t.bad}` : ''}${t.examples > 0 ? `（示例和说明 ${t.examples} 行不导入）` : ''}\n`,
    place: (sheet, row, letter) =>
      `${sheet}${row === null ? '' : ` 第 ${row} 行`}${letter ? ` ${letter}${row}` : ''}：`,
    more: (count) => `  ……另有 ${count} 处，改正以上内容后再导入即可看到\n`,
    warning: '请核对',
    moreWarnings: (count) => `请核对 ……另有 ${count} 处同类情况未列出\n`,
    nothing: '没有可导入的数据，什么也没有导入。确实全年为零的，请加 --confirm-empty 确认。\n',
    dryRun: '试运行：以上内容没有写入数据库。\n',
    skipped: (count) => `已跳过 ${count} 行有问题的数据，其余已导入。\n`,
  },
  en: {
    templateWritten: (file) => `Wrote the ledger workbook ${file}\n`,
    heading: (file, agency) => `${file} → ${agency}\n`,
    sheet: (name, t) =>
      `  ${name}: ${t.added} added, ${t.changed} changed, ${t.unchanged} unchanged` +
      `${t.bad > 0 ? `, ${t.bad} bad` : ''}${t.examples > 0 ? ` (${t.examples} example rows passed over)` : ''}\n`,
    place: (sheet, row, letter) => `${sheet}${row === null ? '' : ` row ${row}`}${letter ? ` ${letter}${row}` : ''}: `,
    more: (count) => `  … and ${count} more; mend these and import again to see them\n`,
    warning: 'please check',
    moreWarnings: (count) => `please check … and ${count} more of the same kinds\n`,
    nothing:
      'There are no rows; nothing was imported. If there was indeed nothing all year, confirm with --confirm-empty.\n',
    dryRun: 'Dry run: nothing of this was written to the database.\n',
    skipped: (count) => `${count} bad rows were passed over, the others imported.\n`,
  },
}
