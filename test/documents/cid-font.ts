/** Objects for `makePlainPdf`: a font of several bytes a character that is named but not embedded, as 宋体 in old files. */
export function cidFont(encoding: string, ordering: string): string[] {
  const name = '/STSong-Light'
  const system = `<< /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >>`
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont ${name} /CIDSystemInfo ${system} /FontDescriptor 7 0 R >>`,
    `<< /Type /FontDescriptor /FontName ${name} /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >>`,
  ]
}
