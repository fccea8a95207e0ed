/** The Typst program that sets a register. All text comes as data and is never read as markup. */
export const registerTemplate = `
#let register = json(bytes(sys.inputs.report))
#let sizes = register.sizes
#let faces = register.faces
#let pt(length) = length * 1pt
#let mm(length) = length * 1mm

#set document(title: register.title, author: register.agency, keywords: register.keywords, date: datetime(
  year: register.day.at(0), month: register.day.at(1), day: register.day.at(2),
))
#set text(
  font: faces.body, fallback: false, size: pt(12), lang: "zh", region: "cn", cjk-latin-spacing: none, hyphenate: false,
)
#set page(
  width: mm(register.page.width), height: mm(register.page.height),
  margin: (top: mm(30), right: mm(register.page.right), bottom: mm(28), left: mm(register.page.left)),
  footer: context {
    set text(font: faces.pageNumber, size: pt(10.5))
    align(center, [— #counter(page).get().first() / #counter(page).final().first() —])
  },
)

#align(center, text(font: faces.title, size: pt(sizes.title), register.title))
#v(6pt)
#align(center, register.agency)
#v(6pt)
#{
  set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 0.8em)
  par(register.lead)
}
#v(4pt)
#set text(size: pt(10.5))
#table(
  columns: register.widths.map(share => share * 1fr),
  align: center + horizon, inset: (x: 3pt, y: 6pt), stroke: 0.5pt,
  table.header(..register.heads.map(head => text(font: faces.section, head))),
  ..register.rows.flatten(),
)
#v(14pt)
#block(breakable: false, width: 100%, {
  set text(size: pt(12))
  grid(
    columns: (1fr, 1fr), row-gutter: 22pt,
    ..register.signatures.map(name => [#name：#box(width: 45mm, stroke: (bottom: 0.5pt), height: 0.9em)]),
  )
})
`
