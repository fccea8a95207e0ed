import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSample, sampleFiles, samplesFolder } from './read-samples.ts'

const files = sampleFiles()
const LEAST_READ = 0.99

if (files.length === 0)
  test(`real reports are not at hand (GONGKAI_SAMPLES), nothing was read`, () => assert.equal(files.length, 0))

for (const file of files) {
  test(`${file}: no number is read that is not there`, async () => {
    const { expected, report, refused, cells, wrong, unread } = await readSample(file)
    if (expected.expect === 'refuse') {
      assert.notEqual(refused, null, `${samplesFolder}: must be refused`)
      return
    }
    assert.equal(refused, null)
    assert.ok(report)
    assert.deepEqual(wrong, [])
    if (expected.expect === 'full') assert.ok(unread.length <= cells * (1 - LEAST_READ), unread.join('\n'))
    // What is judged elsewhere may be unreadable, but never of another kind.
    assert.deepEqual(
      unread.filter((told) => !told.includes('read as unreadable')),
      [],
    )
    if (expected.year !== null) assert.equal(report.year, expected.year)
    if (report.agency !== null)
      assert.ok(isShortFor(report.agency, expected.agency ?? ''), `${report.agency} for ${expected.agency}`)
  })
}

/** 上海市科委 for 上海市科学技术委员会: its characters in their order. */
function isShortFor(name: string, full: string): boolean {
  let from = 0
  for (const character of name) {
    const at = full.indexOf(character, from)
    if (at < 0) return false
    from = at + 1
  }
  return true
}
