import type { BadgeKind } from './site-settings.ts'

const badge = (words: string, mark: string, ground: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 132 44" width="132" height="44"><rect width="132" height="44" rx="6" fill="${ground}"/><g fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">${mark}</g><text x="42" y="27.5" font-family="sans-serif" font-size="15" fill="#fff">${words}</text></svg>\n`

/** Plain pictures of our own, shown where the office gives none; the official ones belong to whoever hands them out. */
export const badgePictures: Readonly<Record<BadgeKind, string>> = {
  partyGovernment: badge('党政机关', '<path d="M12 32h20M15 32V19M22 32V19M29 32V19M11 18l11-7 11 7z"/>', '#a8201a'),
  findErrors: badge('网站找错', '<circle cx="20" cy="20" r="8"/><path d="m26 26 7 7M17 20h6"/>', '#1d4f86'),
}
