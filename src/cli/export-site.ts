import { resolve } from 'node:path'
import { exportSite, type SiteExported } from '../portal/export/export-site.ts'
import { readSiteSettings } from '../portal/site/settings/read-site-settings.ts'
import { type Language, Refusal } from '../refusals/refusal.ts'
import { addressUnsaid } from './address-unsaid.ts'
import { basePathOption } from './base-path-option.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { storageOptionsOf, withExistingStorage } from './open-command-storage.ts'

const usage = 'gongkai export-site --out DIR [--base-path /zfxxgk/] [--site FILE.json] [--server URL] [--compressed]'

/** `gongkai export-site`: the whole public portal as files for a plain web server. */
export const exportSiteCommand: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...storageOptions,
      out: { type: 'string' },
      'base-path': { type: 'string' },
      server: { type: 'string' },
      site: { type: 'string' },
      compressed: { type: 'boolean' },
    },
  })
  const out = resolve(requiredOption(values.out, '--out', usage))
  const base = basePathOption(values['base-path'])
  const server = serverOption(values.server)
  const format = formatOption(values.format)
  const settings = values.site === undefined ? null : await readSiteSettings(values.site, context.language)
  const { progress } = context
  return await withExistingStorage(args, context, async (storage) => {
    const start = performance.now()
    const exported = await exportSite({
      ...{ storage, out, base, server, options: storageOptionsOf(args, context) },
      compressed: values.compressed ?? false,
      ...(settings && { settings }),
      ...(progress && { progress: (done: number) => progress(String(done)) }),
    })
    progress?.('')
    const seconds = (performance.now() - start) / 1000
    if (!settings?.address) context.err(addressUnsaid[context.language])
    context.out(
      format === 'json'
        ? `${JSON.stringify({ out, ...exported, seconds: Math.round(seconds * 1000) / 1000 })}\n`
        : inWords[context.language](out, exported, seconds),
    )
    return exported.failed.length > 0 ? 1 : 0
  })
}

/** Where the server answers; ends with a slash. */
function serverOption(value: string | undefined): string | null {
  if (value === undefined) return null
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Refusal('bad-option', { reason: `--server ${value} (https://…/)` })
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

const inWords: Readonly<Record<Language, (out: string, exported: SiteExported, seconds: number) => string>> = {
  'zh-CN': (out, { pages, files, changed, removed, missing, failed }, seconds) =>
    `已导出到 ${out}：${pages} 个页面，共 ${files} 个文件；更新 ${changed} 个，删除 ${removed} 个；用时 ${seconds.toFixed(1)} 秒。\n${list('没有内容的链接', missing)}${list('未能导出的文件', failed)}`,
  en: (out, { pages, files, changed, removed, missing, failed }, seconds) =>
    `Exported to ${out}: ${pages} pages, ${files} files in all; ${changed} updated, ${removed} removed; ${seconds.toFixed(1)} s.\n${list('Links that lead nowhere', missing)}${list('Files that could not be exported', failed)}`,
}

function list(heading: string, paths: readonly string[]): string {
  if (paths.length === 0) return ''
  const more = paths.length > 20 ? `  … (${paths.length})\n` : ''
  return `${heading}:\n${paths
    .slice(0, 20)
    .map((path) => `  ${path}\n`)
    .join('')}${more}`
}
