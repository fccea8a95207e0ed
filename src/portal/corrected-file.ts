import type { DownloadFormat } from './checker.ts'

const mediaTypes: Readonly<Record<DownloadFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A download. The name stands twice: in ASCII for old browsers, in full by RFC 8187. */
export function correctedFile(bytes: Uint8Array, format: DownloadFormat, name: string): Response {
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="report.${format}"; filename*=UTF-8''${full}`,
      'cache-control': 'no-store',
    },
  })
}
