import type { Command } from './context.ts'

/** `gongkai help`: every command in one screen. */
export const help: Command = async (_args, context) => {
  context.out(context.language === 'en' ? english : chinese)
  return 0
}

const chinese = `公开 gongkai

  gongkai report check 文件或文件夹…   检查年度报告（docx html txt md pdf json）
      [--previous 上年报告] [--level township|county|city|province|nation] [--kind government|department]
      [--published-on 日期] [--format text|json]
  gongkai report build --agency 代码 --year 年度 --out 文件夹   由台账或申报数据生成年度报告
      [--formats docx,pdf,html,xlsx,json] [--as-of 日期] [--format text|json]
  gongkai report publish --agency 代码 --year 年度 [--note 更改说明] [--despite 理由]   公开年度报告（固定下来，网站上的就是这一份）
  gongkai report cell --agency 代码 --year 年度 'requests[granted][business]'   这个数是哪几件
      [--as-of 日期] [--limit 行数] [--after 上一页的末行] [--format text|json]
  gongkai report declare 文件.json|xlsx --agency 代码 --year 年度 [--by 申报人] [--format text|json]   直接填报 200 个数
  gongkai report declare --template 文件.xlsx   生成空白申报表
  gongkai report declare --withdraw --agency 代码 --year 年度   撤回申报，恢复由台账计算
  gongkai agency add --code 代码 --name 名称 --kind government|department
      --level township|county|city|province|nation [--parent 上级代码] [--format text|json]
  gongkai agency list [--format text|json]   列出全部机关
  gongkai agency rename --code 代码 --name 新名称   更正机关名称
  gongkai agency settings --code 代码 [--own-margin 工作日] [--retention 10|30|permanent]   自定答复期限提前几天、案卷保管期限
      [--review-stage 审核环节…] [--index-pattern 索引号格式] [--reassess-months 月数] [--applicants-to-propose 人数] [--shared-platform 集约化平台|none] [--shared-since 日期]   主动公开的审核环节、索引号、定期评估
      [--withdrawn-kept 年数|permanent] [--drafts-kept 年数|permanent]   已撤下信息、放弃的草稿的保管期限
  gongkai agency guide --code 代码 [--json 文件.json] [--phone 电话] [--address 地址] … [--checked]   政府信息公开指南（条例第十二条）
  gongkai ledger template --out 文件.xlsx   生成空白台账
  gongkai ledger import 文件… --agency 代码   导入台账（xlsx、csv）
      [--sheet 表名] [--dry-run] [--update] [--skip-bad] [--confirm-empty] [--format text|json]
  gongkai clock [文件] [--format json|text]   计算答复期限并说明每一步（JSON，一行一件；不给文件则读标准输入）
  gongkai fee --items 件数 [--already 本月已有件数] | --pages 页数 [--format json|text]   计算信息处理费
  gongkai requests register --agency 代码 --channel 渠道 --applicant-kind 类型 --name 姓名或名称 --content 申请内容
      [--on 日期] [--number 编号] [--json '{…}'] [--format text|json]   登记申请
  gongkai requests list --agency 代码   申请列表
      [--overdue | --due-in 天数] [--phase 状态] [--waiting-for clerk|applicant|businessUnit|consulted|approver] [--search 关键词] [--order due|newest] [--limit 件数] [--after 标记]
  gongkai requests today --agency 代码 [--days 天数]   今天的待办：到期、待确认、待审批、待送达，可直接粘贴到工作群
  gongkai requests show 编号 --agency 代码 [--identity]   一件申请的经过、期限和现在可以办理的事项
  gongkai requests letter 编号 --agency 代码 --kind 文书 --out 文件.docx|文件.pdf   生成文书
      [--settings 设置.json] [--party 被征求意见方] [--draft] [--built-in] [--keep [--on 日期]] [--contact …] [--court …] … [--format text|json]
  gongkai requests same-applicant 编号 --agency 代码   同一申请人的其他申请、当月已申请件数（查重、收费用）
  gongkai requests query-code 编号 --agency 代码 --shown identityCard|passport|creditCode|other [--out 文件.pdf|文件.docx]   核对身份后换发查询码
  gongkai requests volume 编号 --agency 代码 --out 文件.pdf [--as archive|evidence]   一案一卷，或者证据材料
      [--settings 设置.json] [--internal] [--third-parties] [--without-identity] [--format text|json]
  gongkai requests letter-settings --agency 代码 [--settings 设置.json]   查看、设置本机关全部文书共用的内容（联系方式、法院等）
  gongkai templates fields|starter --kind 文书 [--outcome 办理结果] [--out 文件.docx]   文书模板可用的字段；生成可修改的模板
  gongkai templates add 文件.docx --agency 代码 --kind 文书 [--outcome 办理结果]   检查并启用本机关的文书模板
  gongkai templates list [--all] | remove --kind 文书 | get --kind 文书 [--version 版] --out 文件.docx | letters 编号   （均加 --agency 代码）
  gongkai requests numbers --agency 代码 [--year 年份]   用过的文号（含作废）
  gongkai requests 办理动作 编号 --agency 代码 [--on 日期] [--seen 版本] …   办理（动作见 docs/request-states.md）
  gongkai amendments register --agency 代码 --channel 渠道 --applicant-kind 类型 --name 姓名或名称 --record 有误的记录 --claim 要求更正的内容
      [--on 日期] [--number 编号] [--evidence 摘要]… [--target-on 内部期限] [--transferred-from.agency 转送机关] [--json '{…}']   登记更正申请（条例第四十一条）
  gongkai amendments list --agency 代码 [--open | --waiting 天数 | --past-target] [--search 关键词] [--limit 件数] [--after 标记]   更正申请，等待最久的在前
  gongkai amendments show 编号 --agency 代码 [--identity]   一件更正申请的经过和现在可以办理的事项
  gongkai amendments letter 编号 --agency 代码 --kind evidence-notice|transfer-letter|transfer-notice|elsewhere-notice|decision-notice --out 文件.docx|文件.pdf
      [--settings 设置.json] [--draft] [--keep [--on 发出日期]] [--contact …] [--court …] …   补充证据通知书、转送函、转送告知书、告知向有权机关提出、更正（不予更正）告知书
  gongkai amendments volume 编号 --agency 代码 --out 文件.pdf [--as archive|evidence]   一案一卷，或者证据材料
      [--settings 设置.json] [--internal] [--without-identity] [--format text|json]
  gongkai amendments 办理动作 编号 --agency 代码 [--on 日期] [--seen 版本] …   办理（动作见 docs/amendment-states.md）
  gongkai publications propose --agency 代码 --unit 拟制科室 --formed-on 形成日期 --title 标题 --maker 发文机关 --made-on 成文日期
      [--text 正文.docx|html|txt|md] [--alt 图片名=替代文字]… [--document-number 文号] [--kind regulation|normativeDocument|other] [--item 第二十条的项] [--theme 2.1] [--genre 文种] …   拟制主动公开信息
  gongkai publications list --agency 代码 [--phase 状态] [--due 天数] [--ending 天数] [--reassess-due] [--search 关键词] [--limit 件数] [--after 标记] · gongkai publications show 编号 --agency 代码
  gongkai publications proposals list|find|suggest|accept|dismiss [编号] --agency 代码 [--request 申请编号 --subject 内容] [--reason 理由] [--answer 答复] [--publication 信息编号 | --subject 标题 --unit 拟制科室]   多人申请同一信息、申请人建议主动公开
  gongkai publications edit 编号 --agency 代码   在本机浏览器里编辑正文
  gongkai publications template --out 文件.xlsx · gongkai publications import 文件.xlsx|导出文件夹 --agency 代码 [--folder 附件文件夹] [--dry-run]   批量导入
  gongkai publications export --agency 代码 --out 文件夹 · gongkai publications package 编号 --agency 代码 --out 文件夹|文件.zip|文件.html   导出全部；打包到其他平台发布
  gongkai publications elsewhere list | check 网址名单.csv --agency 代码 [--platform 平台]   还没有在集约化平台发布的；核对登记的网址
  gongkai publications catalogue import 文件.xlsx|csv | coverage [--gaps] | link|unlink 编号 --entry 序号   （均加 --agency 代码）标准目录
  gongkai publications 办理动作 编号 --agency 代码 [--on 日期] [--seen 版本] …   送审、保密审查、审核、发布、撤下（动作见 docs/publication-states.md）
  gongkai publications transfer-list --agency 代码 --quarter 2026Q3 --to 接收单位 [--on 日期] --out 文件.xlsx|文件.pdf|文件.docx | --list   主动公开政府信息移送明细表（条例第二十五条）
  gongkai publications review-sheet 编号 --agency 代码 --out 文件.docx|文件.pdf   政府信息公开审查呈批单
  gongkai publications rebuild-search [--agency 代码]   由已发布的信息重建公众搜索
  gongkai remedies register 案号 --agency 代码 --kind reconsideration|litigationDirect|litigationAfterReconsideration --body 复议机关或法院
      --filed-on 立案日期 [--request-number 申请编号] [--procedure ordinary|simple] [--copy-received-on 日期] [--co-defendant yes|no]   登记复议诉讼案件
  gongkai remedies list --agency 代码 [--overdue | --due-in 天数] [--pending] [--request-number 申请编号] [--limit 件数] [--after 标记] · gongkai remedies show 案号 --agency 代码
  gongkai remedies receive-copy|convert|answer|conclude|amend 案号 --agency 代码 [--on 日期]   收到副本、转普通程序、提交答复（答辩）、审结、更正
      [--procedure 程序] [--raw-result 裁决结果] [--result 计入列] [--reason 更正理由]
  gongkai remedies results --agency 代码 [--raw-result 裁决结果 --result upheld|overturned|otherResult]   各种裁决结果计入哪一列
  gongkai reminders add 名称 --agency 代码 --kind email|wecom|dingtalk|webhook|inApp --to 邮件地址|网址   每天的提醒（gongkai serve 运行时发出）
      [--secret 加签密钥] [--at 08:30] [--urgent-at 15:00|never] [--every-day] [--when-nothing] [--days 天数] [--language zh-CN|en]
  gongkai reminders list --agency 代码 · gongkai reminders remove 名称 --agency 代码 · gongkai reminders test 名称 --agency 代码   查看、删除、测试
  gongkai reminders send [名称] --agency 代码 [--day 日期] [--kind digest|urgent]   补发
  gongkai reminders inbox --agency 代码 [--unread] [--read 编号|all] [--limit 条数] [--after 标记]   站内通知
  gongkai files add 文件 --agency 代码 · gongkai files get 摘要 --agency 代码 --out 文件   保存、取出附件（办理时以摘要引用）
  gongkai files sweep   清理中断时遗留的文件（gongkai serve 启动时自动清理）
  gongkai calendar import 文件 [--layer 地方名称] [--year 年份] [--source 出处] [--dry-run]   导入放假通知或地方休息日（json、ics、xlsx、csv）
  gongkai calendar use --agency 代码 --layer 地方名称|national   机关按哪个日历计算期限
  gongkai retention due|lists --agency 代码   保管期满的案卷、已撤下的信息和放弃的草稿，历次销毁清册
  gongkai retention draw-up --agency 代码 --out 文件.pdf [--list 清册号] · gongkai retention withdraw --agency 代码 --list 清册号   编制、撤回销毁清册
  gongkai retention destroy --agency 代码 --list 清册号 --cases 件数 --scan 摘要 --approved-by 审批人 --approved-on 日期 --witness 监销人 --witness 监销人   按签字的清册销毁
  gongkai token add --agency 代码 --name 系统名称 --scope requests:read|requests:write|amendments:read|amendments:write|remedies:read|remedies:write|publications:read|publications:write|identity:read… [--role 角色…]
  gongkai token list --agency 代码 · gongkai token revoke --agency 代码 --name 系统名称   接口访问令牌
  gongkai audit verify [--format text|json]   核验审计链
  gongkai serve [--port 8080] [--host 127.0.0.1] [--base-path /] [--site 站点设置.json] [--trust-proxy 代理地址,…]   启动网页
      [--log text|json] [--metrics-from 地址,…] [--drain 秒] [--grace 秒]
  gongkai export-site --out 文件夹 [--base-path /zfxxgk/] [--site 站点设置.json] [--server 办理服务器网址] [--compressed]   把公开页面导出为静态文件
  gongkai help · gongkai version

日期写作 2024-12-31。级别：township 乡镇街道 · county 县区 · city 市 · province 省 · nation 国家；
类别：government 人民政府 · department 部门。
ledger import：--dry-run 只试不写，--update 更改已有的行，--skip-bad 跳过有问题的行，--confirm-empty 确认空表就是全年为零。
通用参数：--data 文件夹（内置数据库位置，默认 ./data；或用环境变量 DATABASE_URL） --lang zh-CN|en
退出码：0 正常；1 有不通过的错误；2 无法运行或有文件读不了
`

const english = `gongkai

  gongkai report check FILE-OR-FOLDER…   check annual reports (docx html txt md pdf json)
      [--previous FILE] [--level township|county|city|province|nation] [--kind government|department]
      [--published-on DAY] [--format text|json]
  gongkai report build --agency CODE --year YEAR --out DIR   make the report of the ledger or of declared figures
      [--formats docx,pdf,html,xlsx,json] [--as-of DAY] [--format text|json]
  gongkai report publish --agency CODE --year YEAR [--note TEXT] [--despite TEXT]   publish the report: frozen, and what the site shows
  gongkai report cell --agency CODE --year YEAR 'requests[granted][business]'   the rows behind a figure
      [--as-of DAY] [--limit N] [--after MARK] [--format text|json]
  gongkai report declare FILE.json|xlsx --agency CODE --year YEAR [--by WHO] [--format text|json]   enter the 200 figures
  gongkai report declare --template FILE.xlsx   write the blank form
  gongkai report declare --withdraw --agency CODE --year YEAR   take declared figures back; the ledger counts again
  gongkai agency add --code CODE --name NAME --kind government|department
      --level township|county|city|province|nation [--parent CODE] [--format text|json]
  gongkai agency list [--format text|json]   every agency
  gongkai agency rename --code CODE --name NAME   mend the name of an agency
  gongkai agency settings --code CODE [--own-margin DAYS] [--retention 10|30|permanent]   own last day, and how long volumes are kept
      [--review-stage NAME…] [--index-pattern PATTERN] [--reassess-months N] [--applicants-to-propose N] [--shared-platform NAME|none] [--shared-since DAY]   review, numbers and reassessment of what is published
      [--withdrawn-kept YEARS|permanent] [--drafts-kept YEARS|permanent]   how long withdrawn items and drafts given up are kept
  gongkai agency guide --code CODE [--json FILE.json] [--phone TEXT] [--address TEXT] … [--checked]   the guide to disclosure (条例12)
  gongkai ledger template --out FILE.xlsx   write the empty ledger
  gongkai ledger import FILE… --agency CODE   import a ledger (xlsx, csv)
      [--sheet NAME] [--dry-run] [--update] [--skip-bad] [--confirm-empty] [--format text|json]
  gongkai clock [FILE] [--format json|text]   due dates and the steps that led to them (JSON, a case a line; or standard input)
  gongkai fee --items N [--already M] | --pages N [--format json|text]   the processing fee
  gongkai requests register --agency CODE --channel CHANNEL --applicant-kind KIND --name NAME --content TEXT
      [--on DAY] [--number NUMBER] [--json '{…}'] [--format text|json]   register a request
  gongkai requests list --agency CODE   the requests of an agency
      [--overdue | --due-in DAYS] [--phase PHASE] [--waiting-for clerk|applicant|businessUnit|consulted|approver] [--search WORDS] [--order due|newest] [--limit N] [--after MARK]
  gongkai requests today --agency CODE [--days N]   what is due, to confirm, to approve, to serve; ready to paste
  gongkai requests show NUMBER --agency CODE [--identity]   one request: its course, its clock, what can be done now
  gongkai requests letter NUMBER --agency CODE --kind KIND --out FILE.docx|FILE.pdf   write a letter of the case
      [--settings FILE.json] [--party PARTY] [--draft] [--built-in] [--keep [--on DAY]] [--contact …] [--court …] … [--format text|json]
  gongkai requests same-applicant NUMBER --agency CODE   other requests of this applicant, and the items of the month before it
  gongkai requests query-code NUMBER --agency CODE --shown identityCard|passport|creditCode|other [--out FILE.pdf|FILE.docx]   a new query code for who showed who they are
  gongkai requests volume NUMBER --agency CODE --out FILE.pdf [--as archive|evidence]   the whole case as one pdf
      [--settings FILE.json] [--internal] [--third-parties] [--without-identity] [--format text|json]
  gongkai requests letter-settings --agency CODE [--settings FILE.json]   what an agency says once for all its letters
  gongkai templates fields|starter --kind KIND [--outcome OUTCOME] [--out FILE.docx]   the fields of a letter's template; one to begin with
  gongkai templates add FILE.docx --agency CODE --kind KIND [--outcome OUTCOME]   check and use an office's own template
  gongkai templates list [--all] | remove --kind KIND | get --kind KIND [--version N] --out FILE.docx | letters NUMBER   (each with --agency CODE)
  gongkai requests numbers --agency CODE [--year YEAR]   the numbers of letters, void ones included
  gongkai requests ACT NUMBER --agency CODE [--on DAY] [--seen VERSION] …   act on it (acts: docs/request-states.md)
  gongkai amendments register --agency CODE --channel CHANNEL --applicant-kind KIND --name NAME --record TEXT --claim TEXT
      [--on DAY] [--number NUMBER] [--evidence DIGEST]… [--target-on DAY] [--transferred-from.agency NAME] [--json '{…}']   a record amendment (条例41)
  gongkai amendments list --agency CODE [--open | --waiting DAYS | --past-target] [--search WORDS] [--limit N] [--after MARK]   what waits longest first
  gongkai amendments show NUMBER --agency CODE [--identity]   one record amendment: its course, what can be done now
  gongkai amendments letter NUMBER --agency CODE --kind evidence-notice|transfer-letter|transfer-notice|elsewhere-notice|decision-notice --out FILE.docx|FILE.pdf
      [--settings FILE.json] [--draft] [--keep [--on DAY]] [--contact …] [--court …] …   write a letter of it
  gongkai amendments volume NUMBER --agency CODE --out FILE.pdf [--as archive|evidence]   the whole case as one pdf
      [--settings FILE.json] [--internal] [--without-identity] [--format text|json]
  gongkai amendments ACT NUMBER --agency CODE [--on DAY] [--seen VERSION] …   act on it (acts: docs/amendment-states.md)
  gongkai publications propose --agency CODE --unit UNIT --formed-on DAY --title TITLE --maker MAKER --made-on DAY
      [--text FILE.docx|html|txt|md] [--alt PICTURE=TEXT]… [--document-number N] [--kind regulation|normativeDocument|other] [--item ITEM] [--theme 2.1] [--genre GENRE] …   propose an item to publish
  gongkai publications list --agency CODE [--phase PHASE] [--due DAYS] [--ending DAYS] [--reassess-due] [--search WORDS] [--limit N] [--after MARK] · gongkai publications show NUMBER --agency CODE
  gongkai publications proposals list|find|suggest|accept|dismiss [NUMBER] --agency CODE [--request NUMBER --subject TEXT] [--reason TEXT] [--answer TEXT] [--publication NUMBER | --subject TITLE --unit UNIT]   what several ask for, or an applicant suggests to publish
  gongkai publications edit NUMBER --agency CODE   the text in an editor on this machine
  gongkai publications template --out FILE.xlsx · gongkai publications import FILE.xlsx|EXPORT --agency CODE [--folder DIR] [--dry-run]   many items at once
  gongkai publications export --agency CODE --out DIR · gongkai publications package NUMBER --agency CODE --out DIR|FILE.zip|FILE.html   everything; one item for another platform
  gongkai publications elsewhere list | check LIST.csv --agency CODE [--platform NAME]   what is not on the shared platform; addresses compared
  gongkai publications catalogue import FILE.xlsx|csv | coverage [--gaps] | link|unlink NUMBER --entry PLACE   (each with --agency CODE) the standard catalogue
  gongkai publications ACT NUMBER --agency CODE [--on DAY] [--seen VERSION] …   submit, review, publish, withdraw (acts: docs/publication-states.md)
  gongkai publications transfer-list --agency CODE --quarter 2026Q3 --to NAME [--on DAY] --out FILE.xlsx|FILE.pdf|FILE.docx | --list   what was published in a quarter, for archive or library
  gongkai publications review-sheet NUMBER --agency CODE --out FILE.docx|FILE.pdf   the review of one item on paper, to be signed
  gongkai publications rebuild-search [--agency CODE]   make anew what the public searches, out of what is published
  gongkai remedies register CASE --agency CODE --kind reconsideration|litigationDirect|litigationAfterReconsideration --body NAME
      --filed-on DAY [--request-number NUMBER] [--procedure ordinary|simple] [--copy-received-on DAY] [--co-defendant yes|no]   a reconsideration or litigation
  gongkai remedies list --agency CODE [--overdue | --due-in DAYS] [--pending] [--request-number NUMBER] [--limit N] [--after MARK] · gongkai remedies show CASE --agency CODE
  gongkai remedies receive-copy|convert|answer|conclude|amend CASE --agency CODE [--on DAY]   what happened to it, or a mistake mended
      [--procedure PROCEDURE] [--raw-result RESULT] [--result COLUMN] [--reason WHY]
  gongkai remedies results --agency CODE [--raw-result RESULT --result upheld|overturned|otherResult]   in which column each result counts
  gongkai reminders add NAME --agency CODE --kind email|wecom|dingtalk|webhook|inApp --to ADDRESS|URL   each day's reminder, while gongkai serve runs
      [--secret SECRET] [--at 08:30] [--urgent-at 15:00|never] [--every-day] [--when-nothing] [--days N] [--language zh-CN|en]
  gongkai reminders list --agency CODE · gongkai reminders remove NAME --agency CODE · gongkai reminders test NAME --agency CODE
  gongkai reminders send [NAME] --agency CODE [--day DAY] [--kind digest|urgent]   send what has not gone out
  gongkai reminders inbox --agency CODE [--unread] [--read ID|all] [--limit N] [--after MARK]   the notices in the program
  gongkai files add FILE --agency CODE · gongkai files get DIGEST --agency CODE --out FILE   keep a file; acts name it by its digest
  gongkai files sweep   remove bytes that a killed process left; gongkai serve does so when it starts
  gongkai calendar import FILE [--layer NAME] [--year YEAR] [--source TEXT] [--dry-run]   a holiday notice or a region's days (json, ics, xlsx, csv)
  gongkai calendar use --agency CODE --layer NAME|national   by which calendar an agency counts
  gongkai retention due|lists --agency CODE   volumes, withdrawn items and drafts given up past their period; every destruction list
  gongkai retention draw-up --agency CODE --out FILE.pdf [--list N] · gongkai retention withdraw --agency CODE --list N   a destruction list to be signed
  gongkai retention destroy --agency CODE --list N --cases N --scan DIGEST --approved-by NAME --approved-on DAY --witness NAME --witness NAME   carry it out
  gongkai token add --agency CODE --name PROGRAM --scope requests:read|requests:write|amendments:read|amendments:write|remedies:read|remedies:write|publications:read|publications:write|identity:read… [--role ROLE…]
  gongkai token list --agency CODE · gongkai token revoke --agency CODE --name PROGRAM   tokens of the interface
  gongkai audit verify [--format text|json]   verify the audit chains
  gongkai serve [--port 8080] [--host 127.0.0.1] [--base-path /] [--site FILE.json] [--trust-proxy ADDRESS,…]   serve the page
      [--log text|json] [--metrics-from ADDRESS,…] [--drain SECONDS] [--grace SECONDS]
  gongkai export-site --out DIR [--base-path /zfxxgk/] [--site FILE.json] [--server URL] [--compressed]   the public pages as files for a plain web server
  gongkai help · gongkai version

A DAY is written 2024-12-31.
ledger import: --dry-run writes nothing, --update changes rows that are there, --skip-bad passes bad rows over,
--confirm-empty says that an empty sheet means nothing happened all year.
Common options: --data DIR (embedded database, default ./data; or DATABASE_URL) --lang zh-CN|en
Exit code: 0 fine; 1 an error that fails; 2 could not run or could not read a file
`
