import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directionCharacter } from './direction-character.ts'

test('every character that turns the direction of text is told by its number, and no other', () => {
  const all = [0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069]
  for (const code of all)
    assert.equal(directionCharacter(`公开${String.fromCodePoint(code)}fdp`), `U+${code.toString(16).toUpperCase()}`)
  // Names in scripts that run the other way, joiners of emoji and rare characters need none of them.
  for (const text of ['张某', 'أحمد', 'ئەخمەت', '𠮷野家', '👨\u200d👩', 'a\nb', ''])
    assert.equal(directionCharacter(text), null)
})
