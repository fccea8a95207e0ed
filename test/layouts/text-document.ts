import type { Block, SourceDocument } from '../../src/quality/source-document.ts'
import type { WrittenRow, WrittenTables } from './written-tables.ts'

/** A part of a file: lines of text, or a table with cells of its own. */
export type Part = { readonly lines: readonly string[] } | { readonly grid: readonly WrittenRow[] }

const NARRATIVE = [
  '青禾县农业农村局2025年政府信息公开工作年度报告',
  '本报告依照《中华人民共和国政府信息公开条例》编制，数据统计期限自2025年1月1日起至2025年12月31日止。',
  '一、总体情况',
  '（一）主动公开情况。全年在县政府网站公开各类信息37条，其中予以公开的目录更新2次。',
  '（二）依申请公开情况。结果维持、结果纠正等数字见下表。',
]

/** A synthetic report: our own words around the three tables. */
export function reportParts(tables: { readonly [name in keyof WrittenTables]: readonly Part[] }): Part[] {
  return [
    { lines: NARRATIVE },
    { lines: ['二、主动公开政府信息情况'] },
    ...tables.proactive,
    { lines: ['三、收到和处理政府信息公开申请情况'] },
    ...tables.requests,
    { lines: ['四、政府信息公开行政复议、行政诉讼情况'] },
    ...tables.remedies,
    {
      lines: [
        '五、存在的主要问题及改进情况',
        '信息更新不够及时，下一年将按月检查。',
        '六、其他需要报告的事项',
        '本年度未收取信息处理费。',
      ],
    },
  ]
}

export function toDocument(parts: readonly Part[]): SourceDocument {
  const blocks: Block[] = []
  let text = ''
  const add = (line: string) => {
    const start = text.length
    text += `${line}\n`
    return start
  }
  for (const part of parts) {
    if ('lines' in part) {
      for (const line of part.lines) {
        const start = add(line)
        blocks.push({ kind: 'paragraph', text: line, start, end: start + line.length })
      }
      continue
    }
    const start = text.length
    const cells = part.grid.flatMap((row, index) =>
      row.map(({ text: cell, column, columnSpan, rowSpan }) => ({
        text: cell,
        row: index,
        column,
        columnSpan,
        rowSpan,
        start: add(cell),
      })),
    )
    const columns = Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan))
    blocks.push({ kind: 'grid', cells, rows: part.grid.length, columns, start, end: text.length })
  }
  return { format: blocks.some(({ kind }) => kind === 'grid') ? 'html' : 'text', text, blocks }
}
