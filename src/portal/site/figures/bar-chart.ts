import { type Fragment, type Html, html } from '../../html.ts'
import type { PageWords } from '../words/page-words.ts'

export type Bar = { readonly label: string; readonly value: number }

/** `id` is unique on the page. */
export type Chart = { readonly id: string; readonly title: string; readonly bars: readonly Bar[] }

/** Width of the drawing; labels stand above their bars, so that they can be read on a phone as well. */
const width = 360
const lineHeight = 42
const barHeight = 14
const room = 52

/**
 * A chart of bars with its figures in a table behind it. The bars are told apart by their labels and patterns, not by colour
 * alone; title and description speak for whoever does not see it.
 */
export function barChart({ id, title, bars }: Chart, words: PageWords): Html {
  const most = Math.max(...bars.map(({ value }) => value), 0)
  const told = bars.map(({ label, value }) => `${label} ${value}${words.figuresUnit}`)
  const drawn: Fragment =
    most === 0
      ? html`<p class="quiet">${words.figuresAllZero}</p>`
      : html`<svg class="chart" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${bars.length * lineHeight}"><title id="${id}-title">${title}</title><desc id="${id}-desc">${told.join('，')}</desc><defs>${bars.map((_, at) => pattern(id, at))}</defs>${bars.map(
          ({ label, value }, at) =>
            bar({ label, length: ((width - room) * value) / most, value, fill: `${id}-p${at}`, top: at * lineHeight }),
        )}</svg>`
  return html`<figure class="chart-figure"><figcaption>${title}</figcaption>${drawn}<details${most === 0 && html` open`}><summary>${words.figuresTableBehind}</summary><table class="chart-table"><caption class="only-spoken">${title}</caption><thead><tr><th scope="col">${words.figuresKind}</th><th scope="col">${words.figuresCount}</th></tr></thead><tbody>${bars.map(
    ({ label, value }) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`,
  )}</tbody></table></details></figure>`
}

type Drawn = {
  readonly label: string
  readonly value: number
  readonly length: number
  readonly top: number
  readonly fill: string
}

function bar({ label, value, length, top, fill }: Drawn): Html {
  const bars = top + 20
  return html`<text x="0" y="${top + 14}" class="chart-label">${label}</text><rect x="0.5" y="${bars}" width="${Math.max(length, value > 0 ? 1.5 : 0).toFixed(1)}" height="${barHeight}" fill="url(#${fill})" class="chart-bar"/><text x="${(length + 7).toFixed(1)}" y="${bars + 11.5}" class="chart-value">${value}</text>`
}

/** Lines, dots and squares of a small tile; after these they begin again. */
const marks: readonly Html[] = [
  html`<rect width="8" height="8" class="chart-ink"/>`,
  html`<path d="M0 8 8 0M-2 2 2-2M6 10 10 6" class="chart-line"/>`,
  html`<circle cx="4" cy="4" r="2" class="chart-ink"/>`,
  html`<path d="M0 4h8" class="chart-line"/>`,
  html`<path d="M4 0v8" class="chart-line"/>`,
  html`<path d="M0 0 8 8M8 0 0 8" class="chart-line"/>`,
  html`<rect x="1.5" y="1.5" width="5" height="5" class="chart-ink"/>`,
]

function pattern(id: string, at: number): Html {
  return html`<pattern id="${id}-p${at}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="chart-ground"/>${marks[at % marks.length]}</pattern>`
}
