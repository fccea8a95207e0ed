import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeDocx, p, tbl, tc, tr } from '../../../test/documents/make-docx.ts'
import { readDocx } from '../docx/read-docx.ts'
import { packDocument, unpackDocument } from './packed-document.ts'

test('a document comes out of its packing as it went in', () => {
  const table = tbl(tr(tc('甲', '<w:gridSpan w:val="2"/>')), tr(tc(p('一') + p('二')), tc('')))
  const document = readDocx(makeDocx({ body: p('前') + table + p('后') }))
  const { format, text, blocks } = unpackDocument(packDocument(document))
  assert.deepEqual({ format, text, blocks }, document)
})
