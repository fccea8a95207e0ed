// Works at a challenge beside the page: derives keys from a counter until one begins as it must (ALTCHA, PBKDF2).

/** @typedef {{ algorithm: string, nonce: string, salt: string, cost: number, keyLength: number, keyPrefix: string }} Parameters */

self.addEventListener('message', async ({ data }) => {
  self.postMessage(await solution(data.parameters))
})

/** @param {Parameters} parameters */
async function solution({ algorithm, nonce, salt, cost, keyLength, keyPrefix }) {
  const hash = algorithm.replace(/^PBKDF2\//, '')
  const begun = performance.now()
  const head = bytesOf(nonce)
  const password = new Uint8Array(head.length + 4)
  password.set(head)
  const view = new DataView(password.buffer)
  for (let counter = 0; performance.now() - begun < 90_000; counter++) {
    view.setUint32(head.length, counter)
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const how = { name: 'PBKDF2', hash, salt: bytesOf(salt), iterations: cost }
    const derivedKey = hexOf(new Uint8Array(await crypto.subtle.deriveBits(how, key, keyLength * 8)))
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey, time: Math.round(performance.now() - begun) }
  }
  return null
}

/** @param {string} hex */
function bytesOf(hex) {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** @param {Uint8Array} bytes */
function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
