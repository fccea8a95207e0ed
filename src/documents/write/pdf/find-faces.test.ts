import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { findFaces } from './find-faces.ts'

/** A compiler of a machine that has these families, and says of every other one that it is missing. */
function machineWith(...families: string[]): Pick<NodeCompiler, 'compile'> {
  const compile = ({ mainFileContent = '' }) => {
    const named = [...mainFileContent.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '')
    const missing = named.filter((family) => !families.includes(family))
    const shortDiagnostics = missing.map((family) => ({ message: `unknown font family: ${family.toLowerCase()}` }))
    return { takeWarnings: () => ({ shortDiagnostics }) }
  }
  return { compile: compile as unknown as NodeCompiler['compile'] }
}

test('a prescribed face that the machine has comes first, then the one that npm brings', () => {
  const faces = findFaces(machineWith('仿宋', '黑体', 'Noto Serif SC', 'Noto Sans SC'))
  assert.deepEqual(faces.body, ['仿宋', 'Noto Serif SC', 'Noto Sans SC'])
  assert.deepEqual(faces.section, ['黑体', 'Noto Sans SC', 'Noto Serif SC'])
  assert.deepEqual(faces.title, ['Noto Serif SC', 'Noto Sans SC'])
})

test('a larger edition of the face that npm brings serves only the characters that this one lacks', () => {
  const faces = findFaces(
    machineWith('SimSun', 'Noto Serif CJK SC', 'Noto Sans CJK SC', 'Noto Serif SC', 'Noto Sans SC'),
  )
  assert.deepEqual(faces.table, ['SimSun', 'Noto Serif SC', 'Noto Serif CJK SC', 'Noto Sans SC'])
  assert.deepEqual(faces.section, ['Noto Sans SC', 'Noto Sans CJK SC', 'Noto Serif SC'])
})
