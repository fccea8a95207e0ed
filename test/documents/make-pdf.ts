import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const fonts = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular', import.meta.url))

/** Typst markup as a pdf, on small pages so that things break over them. */
export function makePdf(markup: string): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] })
  const setting =
    '#set page(width: 160mm, height: 120mm, margin: 15mm, numbering: "— 1 —")\n#set text(font: "Noto Serif SC", size: 10pt, cjk-latin-spacing: none)\n#set par(first-line-indent: (amount: 2em, all: true), justify: true)\n'
  return new Uint8Array(compiler.pdf({ mainFileContent: setting + markup }))
}

const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

/**
 * A pdf of one page with these content operators; `trailer` adds entries to the trailer. `fonts` are objects from number 5
 * on, of which the first is font `/F`; `/Latin` is Helvetica in any case.
 */
export function makePlainPdf(operators: string, trailer = '', fonts: readonly string[] = [helvetica]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R /Latin ${5 + fonts.length} 0 R >> >> >>`,
    `<< /Length ${operators.length} >>\nstream\n${operators}\nendstream`,
    ...fonts,
    helvetica,
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.lastIndexOf('xref\n')}\n%%EOF\n`
  return new TextEncoder().encode(text)
}
