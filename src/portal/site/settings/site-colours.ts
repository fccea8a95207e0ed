import { Refusal } from '../../../refusals/refusal.ts'

/** WCAG 2.2, 1.4.3: text against its ground. */
const leastContrast = 4.5

type Colour = readonly [red: number, green: number, blue: number]

/** Grounds of the style sheet on which the accent stands as text, and the text that stands on the accent. */
const grounds = {
  light: { papers: ['#ffffff', '#f5f6f8', '#f0f2f5'], onAccent: '#ffffff', towards: '#000000' },
  dark: { papers: ['#1a2029', '#12161c', '#222a35'], onAccent: '#10202f', towards: '#ffffff' },
} as const

/**
 * The style sheet that gives the site's main colour, for light screens and, where it is told, for dark ones. Refuses a colour
 * that cannot be read on the grounds that it stands on.
 */
export function siteColours(accent: string | null, accentDark: string | null): string {
  return [
    accent === null ? '' : sheet('light', 'accent', accent),
    accentDark === null ? '' : sheet('dark', 'accentDark', accentDark),
  ].join('')
}

function sheet(scheme: 'light' | 'dark', name: string, accent: string): string {
  const { papers, onAccent, towards } = grounds[scheme]
  const colour = parse(accent)
  const soft = mix(colour, parse(papers[0]), 0.9)
  const pairs: readonly (readonly [string, Colour])[] = [
    ...papers.map((paper) => [paper, parse(paper)] as const),
    [hex(soft), soft],
    [onAccent, parse(onAccent)],
  ]
  for (const [beside, other] of pairs) {
    const found = contrast(colour, other)
    if (found < leastContrast)
      throw new Refusal('colour-contrast', {
        name,
        colour: accent,
        beside,
        found: (Math.floor(found * 100) / 100).toFixed(2),
      })
  }
  const deep = hex(mix(colour, parse(towards), 0.2))
  return `@media (prefers-color-scheme: ${scheme}) { :root { --accent: ${accent}; --accent-deep: ${deep}; --accent-soft: ${hex(soft)}; --on-accent: ${onAccent}; } }\n`
}

function parse(text: string): Colour {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16))
  return [red, green, blue]
}

function hex(colour: Colour): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** `share` of the way from one colour to another. */
function mix([red, green, blue]: Colour, to: Colour, share: number): Colour {
  const between = (from: number, end: number) => from + (end - from) * share
  return [between(red, to[0]), between(green, to[1]), between(blue, to[2])]
}

/** 1 to 21, by the formula of WCAG. */
function contrast(one: Colour, other: Colour): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
