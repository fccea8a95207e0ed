import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publicFileName } from './public-file-name.ts'

test('a name tells what the file is and leads nowhere', () => {
  const examples: readonly (readonly [string, string])[] = [
    ['附件1：申报表.docx', '附件1：申报表.docx'],
    ['../../etc/passwd', 'passwd.docx'],
    ['C:\\temp\\表.doc', '表.docx'],
    ['表\u202excod.exe', '表xcod.docx'],
    ['a\u0000b\u200b\r\nc.docx', 'abc.docx'],
    ['..', '附件.docx'],
    ['', '附件.docx'],
    ['.htaccess', 'htaccess.docx'],
    ['a.docx.html', 'a.docx.docx'],
    ['<script>"x"|?.docx', '_script__x___.docx'],
    ['长'.repeat(500), `${'长'.repeat(120)}.docx`],
  ]
  for (const [given, expected] of examples) assert.equal(publicFileName(given, 'docx'), expected, JSON.stringify(given))
})
