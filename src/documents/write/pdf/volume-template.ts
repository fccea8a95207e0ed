/**
 * The Typst program that sets what a volume prints of itself: cover, lists, sheets of the record, the list of digests and
 * the digits of page numbers. All text comes as data and is never read as markup.
 */
export const volumeTemplate = `
#let data = json(bytes(sys.inputs.report))
#let faces = data.faces
#let lines(all) = all.map(line => [#line]).join(linebreak())

#set document(title: data.title, author: data.agency, keywords: data.keywords, date: datetime(
  year: data.day.at(0), month: data.day.at(1), day: data.day.at(2),
))
#set text(
  font: faces.table, fallback: false, size: 12pt, lang: "zh", region: "cn", cjk-latin-spacing: none,
  top-edge: 0.88em, bottom-edge: -0.12em, hyphenate: false,
)
#set par(leading: 0.55em, spacing: 0.55em, justify: false)
#set page(paper: "a4", margin: (top: 30mm, bottom: 25mm, left: 25mm, right: 20mm), footer: if data.numbered {
  align(center, context text(font: faces.pageNumber, size: 10.5pt)[— #counter(page).get().first() / #counter(page).final().first() —])
})

#let heading-of(words, size: 20pt) = align(center, text(font: faces.title, size: size, lines(words)))
#let cell(one) = align(if one.center { center } else { left } + horizon, text(size: one.size * 1pt, lines(one.lines)))
// The last rows and what stands below the table stay on one page: an empty column holds them together.
#let apart(body, ..where) = table.cell(stroke: none, inset: 0pt, ..where, body)
#let grid-of(one, below) = {
  let columns = one.widths.len()
  let first = one.rows.len() - one.kept
  table(
    columns: one.widths.map(width => width * 1mm) + (0mm,), stroke: 0.5pt, inset: (x: 4pt, y: one.pad * 1pt),
    table.header(repeat: true, ..one.heads.map(words => align(center + horizon, text(font: faces.section, size: 10.5pt, words))), apart([])),
    ..one.rows.enumerate().map(((at, row)) => row.map(cell) + if at < first { (apart([]),) } else if at == first {
      (apart([], rowspan: one.kept + 1, breakable: false),)
    } else { () }).flatten(),
    ..if one.kept > 0 { (table.cell(stroke: none, inset: (x: 0pt, top: one.gap * 1mm, bottom: 0pt), colspan: columns, align: left, below),) },
  )
  if one.kept == 0 { v(one.gap * 1mm, weak: true); below }
}
#let pairs(rows) = rows.map(((label, words)) => (
  table.cell(align: center + horizon, text(font: faces.section, size: 11pt, lines(label))),
  table.cell(align: left + horizon, lines(words)),
)).flatten()
#let sheet(one) = {
  heading-of(one.title)
  v(8mm)
  for (place-of, section) in one.sections.enumerate() {
    if section.heading != none { block(above: 6mm, below: 3mm, sticky: true, text(font: faces.section, lines(section.heading))) }
    if section.rows.len() > 0 { table(columns: (36mm, 1fr), stroke: 0.5pt, inset: (x: 6pt, y: 7pt), ..pairs(section.rows)) }
  }
  if one.note != none { v(4mm); text(size: 11pt, lines(one.note)) }
}
#let cover(one) = {
  v(28mm)
  align(center, text(font: faces.title, size: 22pt, lines(one.agency)))
  v(10mm)
  heading-of(one.title, size: 32pt)
  v(24mm)
  align(center, block(width: 140mm, table(
    columns: (38mm, 1fr), stroke: 0.5pt, inset: (x: 8pt, y: 9pt), ..pairs(one.rows),
  )))
}

#for (place-of, part) in data.parts.enumerate() {
  if place-of > 0 { pagebreak() }
  if part.kind == "cover" { cover(part) }
  if part.kind == "sheet" { sheet(part) }
  if part.kind == "table" {
    heading-of(part.title)
    v(6mm)
    if part.rows-above.len() > 0 {
      table(columns: (30mm, 1fr), stroke: none, inset: (x: 2pt, y: 3pt), ..pairs(part.rows-above))
      v(3mm)
    }
    if part.lead != none {
      align(center, data.agency)
      v(2mm)
      par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 0.8em, lines(part.lead))
      v(3mm)
    }
    grid-of(part, {
      for note in part.notes { block(above: 4mm, text(size: 10.5pt, lines(note))) }
      if part.signature.len() > 0 { block(above: 12mm, width: 100%, breakable: false, align(right, lines(part.signature))) }
      if part.signers.len() > 0 {
        block(above: 8mm, breakable: false, width: 100%, grid(
          columns: (1fr, 1fr), row-gutter: 22pt,
          ..part.signers.map(name => [#name：#box(width: 45mm, stroke: (bottom: 0.5pt), height: 0.9em)]),
        ))
      }
    })
  }
  if part.kind == "digits" {
    set page(width: auto, height: auto, margin: 0pt)
    for digit in range(10) {
      if digit > 0 { pagebreak() }
      text(font: faces.pageNumber, size: 13pt, top-edge: 10pt, bottom-edge: -0.5pt, str(digit))
    }
  }
}
`
