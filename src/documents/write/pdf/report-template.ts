/**
 * The Typst program that sets a report. It holds no word of any report: all text comes as data in `sys.inputs.report`
 * and is placed as text, never read as markup.
 */
export const reportTemplate = `
#let report = json(bytes(sys.inputs.report))
#let sizes = report.sizes
#let faces = report.faces
#let mm(length) = length * 1mm
#let pt(length) = length * 1pt

#set document(title: report.title, author: report.authors, keywords: report.keywords, date: if report.year != none {
  datetime(year: report.year, month: 12, day: 31)
})
#set text(
  font: faces.body, fallback: false, size: pt(sizes.body), lang: "zh", region: "cn", cjk-latin-spacing: none,
  top-edge: 0.88em, bottom-edge: -0.12em, hyphenate: false,
)
#let gap = pt(report.linePitch - sizes.body)
#set par(leading: gap, spacing: gap, justify: true, first-line-indent: (amount: 2em, all: true))
#set page(
  width: mm(report.page.width), height: mm(report.page.height),
  margin: (
    top: mm(report.page.top), right: mm(report.page.right), bottom: mm(report.page.bottom), left: mm(report.page.left),
  ),
  footer-descent: mm(report.pageNumberDrop),
  footer: context {
    set par(first-line-indent: 0em)
    set text(font: faces.pageNumber, size: pt(sizes.pageNumber))
    let number = counter(page).get().first()
    let mark = [— #number —]
    if calc.odd(number) { align(top + right, mark + h(1em)) } else { align(top + left, h(1em) + mark) }
  },
)
#set heading(numbering: none, outlined: true)
#show heading: it => block(above: gap, below: gap, sticky: true, {
  set text(weight: "regular", size: pt(sizes.body), font: if it.level == 1 { faces.section } else { faces.part })
  set par(first-line-indent: 0em)
  h(2em)
  it.body
})

#let paragraph(one) = {
  if one.startsPage { pagebreak(weak: true) }
  if one.keepWithNext and one.level == "section" { heading(level: 1, one.heading) }
  else if one.keepWithNext and one.level == "part" { heading(level: 2, one.heading) }
  else {
    let opening = if one.level == "section" { text(font: faces.section, one.heading) }
      else if one.level == "part" { text(font: faces.part, one.heading) }
      else { one.heading }
    let content = par(opening + one.rest)
    if one.keepWithNext { block(above: gap, below: gap, sticky: true, content) } else { content }
  }
}

#let lines(all) = all.map(line => [#line]).join(linebreak())

#let cell(grid-of, one, strut) = {
  let size = if one.head { grid-of.textSize } else { grid-of.dataSize }
  let content = text(size: pt(size), lines(one.lines))
  let side = if one.align == "left" { left } else { center }
  let body = if strut {
    // The empty box holds the row open to its least height.
    grid(columns: (0pt, 1fr), align: side + horizon, box(height: pt(grid-of.rowHeight - 4)), content)
  } else { content }
  table.cell(
    x: one.column, y: one.row, rowspan: one.rowSpan, colspan: one.colSpan,
    inset: (x: pt(one.sides), y: 2pt), align: side + horizon, body,
  )
}

#let table-of(one) = {
  set par(leading: pt(one.linePitch - one.textSize), justify: false, first-line-indent: 0em)
  set text(font: faces.table)
  let placed(rows) = rows.map(row => row.enumerate().map(((place, entry)) => cell(one, entry, entry.strut))).flatten()
  let head = if one.headRows > 0 { (table.header(repeat: true, ..placed(one.rows.slice(0, one.headRows))),) } else { () }
  let grid-of = table(
    columns: one.columnWidths.map(pt), stroke: 0.5pt, ..head, ..placed(one.rows.slice(one.headRows)),
  )
  block(above: gap * 0.6, below: gap * 1.2, if one.ownPage { grid-of } else {
    layout(room => {
      let height = measure(width: room.width, grid-of).height
      block(breakable: height > room.height, grid-of)
    })
  })
}

#{
  set par(first-line-indent: 0em, justify: false, leading: pt(sizes.title * 0.5))
  set text(font: faces.title, size: pt(sizes.title))
  align(center, block(below: pt(report.linePitch) + gap, lines(report.titleLines)))
}
#for block-of in report.blocks {
  if block-of.kind == "table" { table-of(block-of) } else { paragraph(block-of) }
}
`
