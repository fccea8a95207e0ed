/** The words of the workbook that the form does not have: names of two sheets and what the reader should know. */
export const workbookWords = {
  textSheet: '正文',
  notesSheet: '说明',
  agency: '编制机关',
  year: '年度',
  notes: [
    '本工作簿依据国办公开办函〔2021〕30号规定的年度报告格式生成，三张统计表各占一张工作表，正文另占一张。',
    '数字单元格是数值，可直接计算；0 表示没有发生，空白表示没有填报，二者含义不同。',
    '“/”“—”“无”等记号和带文字的数字（如“22（其中修订16件）”）按原样保留为文字。',
    '行政事业性收费的单位是万元，其余各项的单位是件。',
  ],
} as const
