import { cellSides, linePitch, page, pageNumberDrop, typeSizes } from '../../../report/render/page-measures.ts'
import { type TypefaceRole, typefaces } from '../../../report/render/typefaces.ts'

const family = (role: TypefaceRole) =>
  [typefaces[role].latin, typefaces[role].name, ...typefaces[role].alternatives]
    .filter((name) => name !== undefined)
    .map((name) => `"${name}"`)
    .concat(typefaces[role].kind === 'sans' ? 'sans-serif' : 'serif')
    .join(', ')

/** Points that a browser may lose when it turns shares of the width into whole pixels. */
const ROUNDING = 0.75

/** `— 1 —` in 4号宋体, 7 mm below the text. */
const pageNumber =
  `content: "— " counter(page) " —"; font: ${typeSizes.pageNumber}pt ${family('pageNumber')};` +
  ` vertical-align: top; padding-top: ${pageNumberDrop}mm;`

/** The style sheet of a report page: the look of an official paper on a wide screen and on A4, plain and large on a phone. */
export const reportCss = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { background: #eef0f2; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; color: #111; font: 1.125rem/1.85 ${family('body')}; }
main { max-width: ${page.width}mm; margin: 1.5rem auto; padding: 20mm 15mm; background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / 25%); }
h1, h2, h3 { font-weight: normal; margin: 0; }
h1 { font: normal 1.75rem/1.5 ${family('title')}; text-align: center; margin-bottom: 2rem; text-wrap: balance; }
h1 span { display: block; }
h2, h3, p { text-indent: 2em; margin: 0; overflow-wrap: anywhere; text-align: justify; }
h2 { font: normal 1.125rem/1.85 ${family('section')}; margin-top: .5rem; }
h3, .part { font-family: ${family('part')}; font-size: 1em; }
.scroll { overflow-x: auto; margin: .75rem 0 1rem; }
.scroll:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; min-width: var(--least-width);
  font: .8125rem/1.4 ${family('table')}; }
th, td { border: 1px solid #222; padding: .3em .15em; text-align: center; vertical-align: middle; font-weight: normal;
  overflow-wrap: anywhere; text-wrap: balance; }
th.left { text-align: left; padding-inline: .25em; text-wrap: wrap; }
td { font-variant-numeric: tabular-nums; }
th.vertical { writing-mode: vertical-rl; text-orientation: upright; letter-spacing: .2em; padding: 0; }
@media (max-width: 60rem) {
  html { background: #fff; }
  main { max-width: none; margin: 0; padding: 1.5rem 1rem 3rem; box-shadow: none; }
  h1 { font-size: 1.4rem; }
}
@media (max-width: 40rem) { #table-proactive { min-width: 0; } }
@page { size: A4; margin: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm; }
@page :right { @bottom-right { ${pageNumber} padding-right: ${typeSizes.pageNumber}pt; } }
@page :left { @bottom-left { ${pageNumber} padding-left: ${typeSizes.pageNumber}pt; } }
@media print {
  html { background: none; }
  body { font-size: ${typeSizes.body}pt; line-height: ${linePitch}pt; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  h1 { font-size: ${typeSizes.title}pt; margin-bottom: ${linePitch}pt; }
  h2 { font-size: ${typeSizes.body}pt; line-height: ${linePitch}pt; }
  h1, h2, h3 { break-after: avoid; }
  .new-page { break-before: page; }
  p { orphans: 2; widows: 2; }
  .scroll { overflow: visible; margin: 4pt 0 8pt; padding: 0 .5pt; }
  table { min-width: 0; font-size: var(--text-size); line-height: 1.25; }
  td:not(.corner) { font-size: var(--data-size); }
  th, td { padding: 1pt ${cellSides.data}pt; border-width: .5pt; height: var(--row-height); }
  th.left { padding-inline: ${cellSides.label - ROUNDING}pt; }
  tr { break-inside: avoid; }
  table { break-inside: avoid; }
}
`
  .replaceAll(/\n\s*/g, '\n')
  .trim()
