import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { cleanFragment } from '../../../documents/html/clean-fragment.ts'
import { type Language, Refusal } from '../../../refusals/refusal.ts'
import { siteColours } from './site-colours.ts'
import type { Badge, BadgeKind, SiteSettings } from './site-settings.ts'

const line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u)
const link = z.string().regex(/^(?:https?:\/\/[^\s<>"]+|\/(?!\/)[^\s<>"\\]*)$/)
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: '#1d4f86' })
const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)
const numbered = z
  .strictObject({ number: line, href: optional(link) })
  .transform(({ number, href }) => ({ text: number, href }))
const badge = z.strictObject({ href: link, picture: optional(line) })

const settingsSchema = z.strictObject({
  name: optional(line),
  nameEn: optional(line),
  address: optional(z.string().regex(/^https?:\/\/[\w.-]+(?::\d{1,5})?$/, { error: 'https://www.example.gov.cn' })),
  siteIdCode: optional(z.string().regex(/^[0-9A-Za-z]{10}$/, { error: '10 位 · 10 characters' })),
  sponsor: optional(line),
  operator: optional(line),
  phone: optional(line),
  email: optional(line),
  postalAddress: optional(line),
  icp: optional(numbered),
  police: optional(numbered),
  siteMap: optional(link),
  badges: z.strictObject({ partyGovernment: badge.optional(), findErrors: badge.optional() }).default({}),
  header: optional(line),
  footer: optional(line),
  colours: z
    .strictObject({ accent: optional(colour), accentDark: optional(colour) })
    .default({ accent: null, accentDark: null }),
})

/** Largest picture of a badge, in bytes: it is on every page. */
const mostPicture = 100 * 1024

/**
 * What a site's file says of it, with the files it names beside it: fragments cleaned, colours checked. Refuses, in words,
 * a field that is wrong, a fragment that cannot be cleaned, a colour that cannot be read.
 */
export async function readSiteSettings(file: string, language: Language): Promise<SiteSettings> {
  const said = parse(file, new TextDecoder().decode(await bytesOf(file)), language)
  const beside = (name: string) => resolve(dirname(file), name)
  const fragment = async (name: string | null) =>
    name === null ? null : cleanFragment(new TextDecoder().decode(await bytesOf(beside(name))), name)
  const badges = await Promise.all(
    (Object.entries(said.badges) as [BadgeKind, z.output<typeof badge> | undefined][]).flatMap(([kind, one]) =>
      one ? [readBadge(kind, one, one.picture === null ? null : beside(one.picture))] : [],
    ),
  )
  const { accent, accentDark } = said.colours
  return {
    ...said,
    badges,
    header: await fragment(said.header),
    footer: await fragment(said.footer),
    colours: siteColours(accent, accentDark),
  }
}

function parse(file: string, text: string, language: Language): z.output<typeof settingsSchema> {
  const { localeError } = language === 'en' ? z.locales.en() : z.locales.zhCN()
  const read = settingsSchema.safeParse(jsonOf(file, text), { error: localeError })
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Refusal('site-settings-wrong', { file, where: issue?.path.join('.') || '{…}', why: issue?.message ?? '' })
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('site-settings-wrong', { file, where: '{…}', why: 'JSON' })
  }
}

async function readBadge(kind: BadgeKind, { href }: { readonly href: string }, file: string | null): Promise<Badge> {
  if (file === null) return { kind, href, picture: `badge-${kind}.svg`, file: null }
  const bytes = await bytesOf(file)
  const mediaType = pictureType(bytes)
  if (mediaType === null || bytes.length > mostPicture)
    throw new Refusal('badge-picture', { file, limit: mostPicture / 1024 })
  return { kind, href, picture: `badge-${kind}.${mediaType.split('/')[1]}`, file: { mediaType, bytes } }
}

/** By its first bytes, as a browser is told not to guess. A drawing that could hold a script is none. */
function pictureType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (/^GIF8[79]a/.test(head)) return 'image/gif'
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'image/webp' : null
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Refusal('file-missing', { file })
    throw error
  }
}
