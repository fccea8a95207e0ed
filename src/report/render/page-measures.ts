/** Measures of GB/T 9704-2012 for official papers on A4. Margins and page in millimetres, the rest in points. */
export const page = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 } as const

/** Points in a millimetre. */
export const pointsPerMm = 72 / 25.4

/** Width of the text: 156 mm. */
export const textWidth = (page.width - page.left - page.right) * pointsPerMm

/** Height of the text: 225 mm. */
export const textHeight = (page.height - page.top - page.bottom) * pointsPerMm

/** Type sizes: title 2号, body 3号, page number 4号; lines 28.95 pt apart give 22 of them on a page. */
export const typeSizes = { title: 22, body: 16, pageNumber: 14 } as const
export const linePitch = 28.95

/** From the foot of the text to the page number: 7 mm. */
export const pageNumberDrop = 7

/** Sizes that numbers in a table may be set in, the usual one first: 五号, 小五, 六号, 小六, 七号, 八号. */
export const tableSizes = [10.5, 9, 7.5, 6.5, 5.5, 5] as const
/** Heads and labels are never set smaller than 小五. */
export const leastHeadSize = 9

/** Free space at the left and at the right of a cell. */
export const cellSides = { label: 2.5, data: 1 } as const
