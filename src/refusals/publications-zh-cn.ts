import type { RefusalDetails } from './refusal.ts'

/** Wishes about publications that are turned down, in Chinese. */
export const publicationsZhCN = {
  'publication-destroyed': (d) =>
    `编号为 ${d.number} 的信息保管期满，已按第 ${d.list} 号销毁清册销毁；曾经公开的，只留有撤下记录。`,
  'publication-unknown': (d) => `没有编号为 ${d.number} 的信息。请核对编号。`,
  'attachment-missing': (d) => `附件“${d.name}”的文件内容已经缺失，不能发布。请重新添加这个附件。`,
  'text-file-kind': () =>
    '正文只能从 .docx、.doc、.html、.txt 或 .md 文件导入。请另存为其中一种，或者把这个文件作为附件。',
  'picture-without-alt': (d) =>
    `有 ${d.count} 张图片没有替代文字：${d.pictures}。请在 Word 中为图片填写“替代文字”，或者用 --alt 图片名=图片内容 逐张写明。`,
  'picture-unknown': (d) => `正文里没有名为 ${d.name} 的图片。现有图片：${d.known}。`,
  'picture-kind': (d) => `图片 ${d.name} 不是 PNG 或 JPEG，浏览器不能显示。请在 Word 中另存为 PNG 图片后重新插入。`,
  'body-not-accepted': (d) => `正文不能保存（${d.place}：${d.why}）。请把它分成几条信息，或者把较大的表格作为附件。`,
  'body-empty': (d) => `${d.file} 里没有可以作为正文的文字。请核对文件；扫描件请作为附件。`,
  'proposal-unknown': (d) => `没有编号为 ${d.number} 的主动公开建议。请核对编号。`,
  'proposal-decided': (d) => `主动公开建议 ${d.number} 已经处理。`,
  'suggestion-unanswered': (d) => `${d.number} 是申请人的建议，应当答复申请人。请用 --answer 写明答复内容。`,
  'attachment-unprepared': (d) => `文件 ${d.digest} 还没有生成公开副本（去除属性信息）。请重新提交这条信息。`,
  'attachment-not-public-kind': (d) =>
    `“${d.name}”不能作为公开的附件。请使用 pdf、docx、xlsx、csv 或者图片（png、jpg、gif、webp）。`,
  'figure-no-picture': (d) => `正文中的图片“${d.name}”不是图片文件。请换成 png、jpg、gif 或者 webp。`,
  'import-too-many-rows': (d) => `一次最多导入 ${d.limit} 行。请分成几个文件。`,
  'import-no-rows': () => '表里没有要导入的行。请在标题行下面逐行填写，示例行不会导入。',
  'import-headings': (d) =>
    `工作表“${d.sheet}”的标题行不完整或者有误：${d.headings}。可用 gongkai publications template 生成空表。`,
  'import-folder-missing': () => '表里写了文件名，请用 --folder 指定文件所在的文件夹。',
  'import-file-outside': (d) => `文件 ${d.name} 不在 --folder 指定的文件夹里，不能导入。`,
  'import-nothing-to-publish': () => '既没有正文文件，也没有附件。请至少填写一项。',
  'package-not-reviewed': (d) => `${d.number} 还没有审查通过，不能导出到其他平台发布。请先完成保密审查和审核。`,
  'package-without-text': (d) => `${d.number} 没有正文，只有附件。请用 --as package 导出全部文件。`,
  'platform-not-set': () =>
    '没有指明平台。请加 --platform 名称，或者用 gongkai agency settings --shared-platform 名称 设定。',
  'address-list-empty': (d) => `${d.file} 里没有网址。请提供有“网址”“标题”两列的表。`,
  'export-folder-full': (d) => `文件夹 ${d.folder} 不是空的。请另选一个空文件夹，以免混入旧文件。`,
  'export-damaged': (d) => `导出文件 ${d.place} 不完整或者被改动过，一条也没有读入。请重新导出。`,
  'catalogue-no-heads': () => '表里没有找到标准目录的表头。应有公开事项、公开内容、公开依据、公开时限、公开主体等列。',
  'catalogue-empty': () => '标准目录只有表头，没有内容。请核对文件。',
  'catalogue-too-long': (d) => `标准目录超过 ${d.limit} 项。请检查是否选错了文件。`,
  'catalogue-entry-unknown': (d) =>
    `标准目录里没有“${d.entry}”。请用 gongkai publications catalogue coverage 查看序号。`,
  'catalogue-not-imported': () => '还没有导入标准目录。请先用 gongkai publications catalogue import 导入。',
  'editor-not-built': () => '编辑器没有打包，不能打开。请运行 npm ci 后再试。',
  'proposal-without-subject': (d) => `${d.number} 还没有拟公开信息的名称。请用 --subject 写明，不要写申请人的情况。`,
  'transfer-list-unknown': (d) => `没有第 ${d.list} 号移送明细表。`,
  'transfer-quarter': (d) => `季度 ${d.quarter} 写错了，应当如 2026Q3。`,
  'transfer-quarter-runs': (d) => `${d.quarter} 到 ${d.last} 才结束，移送明细表请在此后编制。`,
  'transfer-nothing': (d) => `${d.quarter} 没有应当移送${d.recipient}的信息，不需要移送明细表。`,
  'index-pattern-wrong': (d) =>
    `索引号格式“${d.pattern}”不能使用。可用 {code} 机关代码、{year} 年份、{month} 月份，并须有一个 {serial}（如 {serial:5} 为五位序号）。`,
} satisfies Record<string, (details: RefusalDetails) => string>
