import { generateKeyPairSync, sign } from 'node:crypto'

/** A fresh certificate of localhost that signs itself, for servers in tests, and its key; both as PEM. */
export function makeCertificate(): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = sequence(oid('2a8648ce3d040302'))
  const name = sequence(der(0x31, sequence(Buffer.concat([oid('550403'), der(0x0c, Buffer.from('localhost'))]))))
  const time = (year: number) => der(0x18, Buffer.from(`${year}0101000000Z`))
  const alternatives = sequence(
    Buffer.concat([der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1]))]),
  )
  const extension = (id: string, value: Buffer) => sequence(Buffer.concat([oid(id), der(0x04, value)]))
  const extensions = sequence(
    Buffer.concat([extension('551d11', alternatives), extension('551d13', sequence(der(0x01, Buffer.from([0xff]))))]),
  )
  const body = sequence(
    Buffer.concat([
      der(0xa0, der(0x02, Buffer.from([2]))),
      der(0x02, Buffer.from([1])),
      algorithm,
      name,
      sequence(Buffer.concat([time(2020), time(2120)])),
      name,
      publicKey.export({ type: 'spki', format: 'der' }),
      der(0xa3, extensions),
    ]),
  )
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]))
  const whole = sequence(Buffer.concat([body, algorithm, signature])).toString('base64')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${whole.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  }
}

const sequence = (content: Buffer) => der(0x30, content)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))

/** One value in DER: tag, length, content. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
