import type { RefusalDetails } from './refusal.ts'

/** One sentence per refusal: what is wrong, and what to do next. */
export const zhCN = {
  'unknown-command': (d: RefusalDetails) => `没有“${d.command}”这个命令。运行 gongkai help 查看全部命令。`,
  'bad-option': (d: RefusalDetails) => `参数有误：${d.reason}。运行 gongkai help 查看用法。`,
  'missing-argument': (d: RefusalDetails) => `缺少参数 ${d.name}。用法：${d.usage}`,
}
