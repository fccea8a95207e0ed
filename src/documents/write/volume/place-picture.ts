import {
  concatTransformationMatrix,
  drawObject,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib'
import { pointsPerMm, page as sheet } from '../../../report/render/page-measures.ts'
import type { Picture } from './picture.ts'

/** A picture that was unpacked and stands in the document already. */
type Unpacked = Pick<Picture, 'width' | 'height' | 'orientation'> & { readonly unpacked: PDFRef }

/** Adds a page of A4, upright or across, with the picture as large as fits and the right way up. */
export function placePicture(volume: PDFDocument, picture: Picture | Unpacked): PDFPage {
  const { width, height, orientation } = picture
  const turned = orientation >= 5
  const [seenWidth, seenHeight] = turned ? [height, width] : [width, height]
  const [short, long] = [sheet.width * pointsPerMm, sheet.height * pointsPerMm]
  const size: [number, number] = seenWidth > seenHeight ? [long, short] : [short, long]
  const page = volume.addPage(size)
  const scale = Math.min(size[0] / seenWidth, size[1] / seenHeight)
  const [w, h] = [seenWidth * scale, seenHeight * scale]
  const [x, y] = [(size[0] - w) / 2, (size[1] - h) / 2]
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(w, 0, 0, h, x, y), uprightBy(orientation))
  if ('unpacked' in picture) page.pushOperators(drawObject(page.node.newXObject('Picture', picture.unpacked)))
  else {
    let below = height
    for (const strip of picture.strips) {
      below -= strip.rows
      const name = page.node.newXObject('Picture', stripObject(volume, picture, strip))
      page.pushOperators(
        pushGraphicsState(),
        concatTransformationMatrix(1, 0, 0, strip.rows / height, 0, below / height),
        drawObject(name),
        popGraphicsState(),
      )
    }
  }
  page.pushOperators(popGraphicsState())
  return page
}

/** Turns and mirrors the unit square as Exif and TIFF count the ways to hold a camera. */
function uprightBy(orientation: number): ReturnType<typeof concatTransformationMatrix> {
  switch (orientation) {
    case 2:
      return concatTransformationMatrix(-1, 0, 0, 1, 1, 0)
    case 3:
      return concatTransformationMatrix(-1, 0, 0, -1, 1, 1)
    case 4:
      return concatTransformationMatrix(1, 0, 0, -1, 0, 1)
    case 5:
      return concatTransformationMatrix(0, -1, -1, 0, 1, 1)
    case 6:
      return concatTransformationMatrix(0, -1, 1, 0, 0, 1)
    case 7:
      return concatTransformationMatrix(0, 1, 1, 0, 0, 0)
    case 8:
      return concatTransformationMatrix(0, 1, -1, 0, 1, 0)
    default:
      return concatTransformationMatrix(1, 0, 0, 1, 0, 0)
  }
}

function stripObject({ context }: PDFDocument, picture: Picture, strip: Picture['strips'][number]): PDFRef {
  const { width, colours, bits, inverted } = picture
  const dictionary = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: strip.rows,
    BitsPerComponent: bits,
    ...(strip.filter ? { Filter: strip.filter } : {}),
    ...(strip.parameters ? { DecodeParms: strip.parameters } : {}),
  }
  const stream = context.stream(strip.bytes, dictionary)
  if (typeof colours === 'string') {
    const space = { gray: 'DeviceGray', rgb: 'DeviceRGB', cmyk: 'DeviceCMYK' }[colours]
    stream.dict.set(PDFName.of('ColorSpace'), PDFName.of(space))
    const channels = { gray: 1, rgb: 3, cmyk: 4 }[colours]
    if (inverted) stream.dict.set(PDFName.of('Decode'), context.obj(Array(channels).fill([1, 0]).flat()))
  } else {
    const table = PDFHexString.of(Buffer.from(colours.palette).toString('hex'))
    const space = context.obj(['Indexed', 'DeviceRGB', colours.palette.length / 3 - 1])
    space.push(table)
    stream.dict.set(PDFName.of('ColorSpace'), space)
  }
  return context.register(stream)
}
