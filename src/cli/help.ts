import type { Command } from './context.ts'

/** `gongkai help`: every command in one screen. */
export const help: Command = async (_args, context) => {
  context.out(context.language === 'en' ? english : chinese)
  return 0
}

const chinese = `公开 gongkai

  gongkai report check FILE…   检查年度报告（docx html txt md pdf json）
      [--previous FILE] [--level township|county|city|province|nation] [--kind government|department]
      [--published-on DAY] [--format text|json]
  gongkai report build --agency CODE --year YEAR --out DIR [--formats docx,pdf,html,xlsx,json] [--as-of DAY]
  gongkai report cell --agency CODE --year YEAR 'requests[granted][business]' [--as-of DAY]
  gongkai report declare FILE.json|xlsx --agency CODE --year YEAR
  gongkai agency add --code CODE --name 名称 --level … --kind government|department [--parent CODE]
  gongkai ledger template --out FILE.xlsx
  gongkai ledger import FILE… --agency CODE [--sheet ID] [--dry-run] [--update] [--skip-bad]
  gongkai audit verify
  gongkai serve [--port 8080] [--host 127.0.0.1] [--base-path /]

通用参数：--data DIR（内置数据库位置，默认 ./data；或用环境变量 DATABASE_URL） --lang zh-CN|en
退出码：0 正常；1 有不通过的错误；2 无法运行或有文件读不了
`

const english = `gongkai

  gongkai report check FILE…   check annual reports (docx html txt md pdf json)
      [--previous FILE] [--level township|county|city|province|nation] [--kind government|department]
      [--published-on DAY] [--format text|json]
  gongkai report build --agency CODE --year YEAR --out DIR [--formats docx,pdf,html,xlsx,json] [--as-of DAY]
  gongkai report cell --agency CODE --year YEAR 'requests[granted][business]' [--as-of DAY]
  gongkai report declare FILE.json|xlsx --agency CODE --year YEAR
  gongkai agency add --code CODE --name NAME --level … --kind government|department [--parent CODE]
  gongkai ledger template --out FILE.xlsx
  gongkai ledger import FILE… --agency CODE [--sheet ID] [--dry-run] [--update] [--skip-bad]
  gongkai audit verify
  gongkai serve [--port 8080] [--host 127.0.0.1] [--base-path /]

Common options: --data DIR (embedded database, default ./data; or DATABASE_URL) --lang zh-CN|en
Exit code: 0 fine; 1 an error that fails; 2 could not run or could not read a file
`
