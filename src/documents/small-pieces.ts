/** As text, a piece of so many bytes stays below the 128 KB from which on V8 gives a string pages of its own, at forty times the cost. */
const most = 32 * 1024

/** Cuts bytes into pieces that are quickly decoded one by one; a character may lie across two of them. */
export function* smallPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += most) yield bytes.subarray(start, start + most)
}
