/** The Typst program that sets a letter in 信函格式. As in a report, all text comes as data and is never read as markup. */
export const letterTemplate = `
#let letter = json(bytes(sys.inputs.report))
#let sizes = letter.sizes
#let faces = letter.faces
#let head = letter.head
#let mm(length) = length * 1mm
#let pt(length) = length * 1pt
#let red = rgb(letter.red)

#set document(title: letter.title, author: letter.agency, keywords: letter.keywords, date: datetime(
  year: letter.day.at(0), month: letter.day.at(1), day: letter.day.at(2),
))
#set text(
  font: faces.body, fallback: false, size: pt(sizes.body), lang: "zh", region: "cn", cjk-latin-spacing: none,
  top-edge: 0.88em, bottom-edge: -0.12em, hyphenate: false,
)
#let gap = pt(letter.linePitch - sizes.body)
#let line-of(height) = rect(width: mm(head.lineWidth), height: pt(height), fill: red)
#let thick = line-of(letter.line.thick)
#let thin = line-of(letter.line.thin)
#let double(first, second) = stack(spacing: pt(letter.line.gap), first, second)
#let name-size = pt(letter.nameSize)
#let line-top = mm(head.nameTop + head.lineBelowName) + name-size

#set par(leading: gap, spacing: gap, justify: true, first-line-indent: (amount: 2em, all: true))
#set page(
  width: mm(letter.page.width), height: mm(letter.page.height),
  margin: (
    top: mm(letter.page.top), right: mm(letter.page.right), bottom: mm(letter.page.bottom), left: mm(letter.page.left),
  ),
  background: context {
    set par(first-line-indent: 0em)
    if letter.mark != none {
      place(top + center, dy: 14mm, box(stroke: 0.5pt, inset: 4pt, text(size: 10.5pt, letter.mark)))
    }
    if counter(page).get().first() == 1 {
    place(top + center, dy: mm(head.nameTop), text(font: faces.title, size: name-size, fill: red, letter.agency))
    place(top + center, dy: line-top, double(thick, thin))
    place(bottom + center, dy: -mm(head.lineFromFoot), double(thin, thick))
    }
  },
  footer-descent: mm(letter.pageNumberDrop),
  footer: context {
    set par(first-line-indent: 0em)
    set text(font: faces.pageNumber, size: pt(sizes.pageNumber))
    let number = counter(page).get().first()
    let mark = [— #number —]
    if number == 1 { none }
    else if calc.odd(number) { align(top + right, mark + h(1em)) }
    else { align(top + left, h(1em) + mark) }
  },
)

#let flush(content, side: left, after: 0em) = block(width: 100%, above: gap, below: gap, {
  set par(first-line-indent: 0em, justify: false)
  align(side, content + h(after))
})

#v(line-top + pt(letter.line.thick + letter.line.gap + letter.line.thin + letter.besideLine) - mm(letter.page.top))
#flush(side: right, if letter.numberLine == none { h(0pt) } else { letter.numberLine })
#v(2 * pt(letter.linePitch) + gap, weak: true)
#{
  set par(first-line-indent: 0em, justify: false, leading: pt(sizes.title * 0.5))
  set text(font: faces.title, size: pt(sizes.title))
  align(center, letter.title)
}
#v(pt(letter.linePitch) + gap, weak: true)
#flush(letter.addressee)
#let last = letter.body.len() - 1
#for (place-of, one) in letter.body.enumerate() {
  if place-of == last and letter.wholeEnd { block(above: gap, below: gap, sticky: true, breakable: false, par(one)) } else { par(one) }
}
#for (at, one) in letter.attachments.enumerate() {
  let above = if at == 0 { pt(letter.linePitch) + gap } else { gap }
  block(above: above, below: gap, sticky: true, breakable: false, {
    set par(first-line-indent: 0em, hanging-indent: one.hanging * 1em, justify: false)
    pad(left: (one.left - one.hanging) * 1em, par(one.text))
  })
}
#block(width: 100%, above: 2 * pt(letter.linePitch) + gap, below: gap, breakable: false, {
  flush(side: right, after: letter.indents.name * 1em, letter.agency)
  flush(side: right, after: letter.indents.date * 1em, letter.date)
  v(pt(letter.linePitch) + gap, weak: true)
  par(letter.note)
})
`
