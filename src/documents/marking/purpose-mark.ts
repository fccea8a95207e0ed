import { inflateRawSync } from 'node:zlib'

/** Width and height of the drawn words, in pixels of one bit. */
export const purposeMarkSize = { width: 528, height: 48 } as const

/** 仅用于政府信息公开申请, drawn in Noto Sans SC (SIL Open Font License) at 44 pixels, one bit a pixel, packed: no font is needed to draw them. */
const packed = [
  '7daxjttGEAbgf28O3hQHbZtCIPMIKWVAPrrLaxyQFxCQRgHk3B5UXOdX8GukCII1VKQJnDcwBrjC7QZuWAja3MyS1JKiARcpUkSQCIJcfdLODG',
  'cX+P/1n3mZmWtWbwQA1/hWzilMh3RX7OxNwKnAerYuxtNE8F8hLLDUn/JyjG4smKBCvnmfUvImydGllEdGFapBMOw8SMZwJ3CdUpgV3g5ChQWA',
  'OqWjfMGOBcRGzl0jzoWg5xFLnVEWiCmMhV0hbCiQ765bXw3CGtdnIRDL5Cnkux63GoeqFMxUeKm/uISkxAYzEaosLEB+ItQpmpyin0vBmzgWbn',
  'SO6xmhEWEpQSwFB7S9EPJ4J87uy0KV89HHoQa2c8LWSULHwsp6E9ZTodJ/MhJ0Fq29FLa9YErhVt9jwQJGhK6iskCPWVihAsU6JXRx2OlE5gTv',
  'psJRhO1UaMk7Xwr18T6lSPMCTNhIugvBRBtsKLOZBduSX0DiYAchqfA5peg25zhQtN7ypeB+pVChrGoRHEx4SinWhWDZeYqjitLeUa/MIDitZH',
  'pMHx3MexEWpRCc5MbI8yUH6oTFSvI2FvYfFjAHRoWbLGgcyNcA5zFdLtY2JdysDE+Fh7cVzB8iXG+KSEpJvb4UsAJvUVYUPXrXCyiE/JkV4rMQ',
  'R4JdwvzFd4OQa1JKSrvEUFFrrcYVNvFCWMN8ZBahqGp5ruaFbQTSqKLsbzAfeDMV2pzwS+EVTwVqYf7k7SDkhUKKshe6euji0IQ5IfBKhEavd9',
  '1eC85fCnWYxkEKJ/D6LFC4kl4tfdLOCR7gGWE5CIc9L7TTxl7gURzcVHj3EEGBKxFW0gM/P7DTqbS90EXyhyzUvjf7Z3OvghuEJx+tl462lb5W',
  'CJ+y0ISx8C7tWxEWvWCepGt1fdLlZUkPrz7lOLzhoWupkI72KAIG4eC//zHgFnSSfnsWmiyYttUk90KdQv07yJ8FOnj8pGvrSZptITyqQLwbCa',
  '5FU18If7PWjDwchZBz4UKjAR4Ej1+ct4Vg94Mg6TgLt1lofB1EsB5Xcv0b6d/cC1IPdh9MZNy3eek8C7ssnODYgQ5Jthe63lJ87qooBHpePD3u',
  'pKiICyGvNS+lC6sgadANDbGJDmxPnXBFuunQ79lS2FhIJKU7vAC9P4mQN4geLMKxryik/OdgvGyEBuEuC6+B7y63cy/A1A5CsYdDIcDi+C9saf',
  '8B',
].join('')

let unpacked: Uint8Array | null = null

/** The rows of the drawn words, eight pixels a byte, the leftmost in the highest bit. */
export function purposeMarkRows(): Uint8Array {
  unpacked ??= new Uint8Array(inflateRawSync(Buffer.from(packed, 'base64')))
  return unpacked
}
