import type { Language } from '../../refusals/refusal.ts'
import type { Wanted } from '../events/request-event.ts'

/** Forms and ways in which the information is wanted (条例29¶2(3)), in words. */
export const wantedWords: Readonly<
  Record<
    Language,
    { readonly form: Readonly<Record<Wanted['form'], string>>; readonly by: Readonly<Record<Wanted['by'], string>> }
  >
> = {
  'zh-CN': {
    form: { electronic: '电子文件', paper: '纸质复印件', onSite: '到现场查阅、抄录', other: '其他' },
    by: { portal: '在本网站下载', email: '电子邮件', post: '邮寄', inPerson: '到窗口领取', fax: '传真' },
  },
  en: {
    form: { electronic: 'electronic file', paper: 'paper copy', onSite: 'reading it at the office', other: 'other' },
    by: {
      portal: 'download on this site',
      email: 'e-mail',
      post: 'post',
      inPerson: 'collected at the office',
      fax: 'fax',
    },
  },
}
