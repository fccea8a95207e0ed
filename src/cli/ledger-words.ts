import type { Language } from '../refusals/refusal.ts'

type SheetCounts = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly examples: number
  readonly bad: number
}

/** What was counted, none of it imported; or what is now in the ledger. */
type LedgerWords = {
  readonly templateWritten: (file: string) => string
  /** Stands on the terminal while a file is read. */
  readonly reading: (name: string, rows: number) => string
  readonly heading: (file: string, agency: string) => string
  readonly sheet: (name: string, tally: SheetCounts, done: 'imported' | 'undone') => string
  readonly place: (sheet: string, row: number | null, letter: string) => string
  /** The list of allowed words stands once; later rows point to it. */
  readonly allowedAbove: (row: number) => string
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
    reading: (name, rows) => `正在读入 ${name}：${rows} 行`,
    heading: (file, agency) => `${file} → ${agency}\n`,
    sheet: (name, t, done) =>
      `  ${name}：${
        done === 'imported'
          ? `新增 ${t.added} 行，更改 ${t.changed}，未变 ${t.unchanged}`
          : `可导入 ${t.added + t.changed + t.unchanged} 行`
      }${t.bad > 0 ? `，有问题 ${t.bad} 行` : ''}${t.examples > 0 ? `（示例和说明 ${t.examples} 行不导入）` : ''}\n`,
    place: (sheet, row, letter) =>
      `${sheet}${row === null ? '' : ` 第 ${row} 行`}${letter ? ` ${letter}${row}` : ''}：`,
    allowedAbove: (row) => `见上面第 ${row} 行`,
    more: (count) => `  ……另有 ${count} 处，改正以上内容后再导入即可看到\n`,
    warning: '请核对',
    moreWarnings: (count) => `请核对 ……另有 ${count} 处同类情况未列出\n`,
    nothing: '没有可导入的数据，什么也没有导入。确实全年为零的，请加 --confirm-empty 确认。\n',
    dryRun: '试运行：以上内容没有写入数据库。\n',
    skipped: (count) => `已跳过 ${count} 行有问题的数据，其余已导入。\n`,
  },
  en: {
    templateWritten: (file) => `Wrote the ledger workbook ${file}\n`,
    reading: (name, rows) => `Reading ${name}: ${rows} rows`,
    heading: (file, agency) => `${file} → ${agency}\n`,
    sheet: (name, t, done) =>
      `  ${name}: ${
        done === 'imported'
          ? `${t.added} added, ${t.changed} changed, ${t.unchanged} unchanged`
          : `${t.added + t.changed + t.unchanged} fit for import`
      }${t.bad > 0 ? `, ${t.bad} bad` : ''}${t.examples > 0 ? ` (${t.examples} example rows passed over)` : ''}\n`,
    place: (sheet, row, letter) => `${sheet}${row === null ? '' : ` row ${row}`}${letter ? ` ${letter}${row}` : ''}: `,
    allowedAbove: (row) => `see row ${row} above`,
    more: (count) => `  … and ${count} more; mend these and import again to see them\n`,
    warning: 'please check',
    moreWarnings: (count) => `please check … and ${count} more of the same kinds\n`,
    nothing:
      'There are no rows; nothing was imported. If there was indeed nothing all year, confirm with --confirm-empty.\n',
    dryRun: 'Dry run: nothing of this was written to the database.\n',
    skipped: (count) => `${count} bad rows were passed over, the others imported.\n`,
  },
}
