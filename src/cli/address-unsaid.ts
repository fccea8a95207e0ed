import type { Language } from '../refusals/refusal.ts'

/** Told by whatever makes public pages, where nobody has said the address that the public reaches them by. */
export const addressUnsaid: Readonly<Record<Language, string>> = {
  'zh-CN':
    '未说明网站地址：页面上没有二维码，没有 sitemap.xml 和 rss.xml。请用 --site FILE.json 说明，例如 {"address":"https://www.example.gov.cn"}。\n',
  en: 'The address of the site was not said: pages bear no QR code, and there is no sitemap.xml and no rss.xml. Say it with --site FILE.json, such as {"address":"https://www.example.gov.cn"}.\n',
}
