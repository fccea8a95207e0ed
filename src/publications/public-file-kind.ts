/** Kinds of files that may be public. No svg: it is a program as well as a picture. */
export type PublicFileKind = 'pdf' | 'docx' | 'xlsx' | 'csv' | 'png' | 'jpeg' | 'gif' | 'webp'

const pictures: readonly PublicFileKind[] = ['png', 'jpeg', 'gif', 'webp']

export function isPicture(kind: PublicFileKind): boolean {
  return pictures.includes(kind)
}

/** How the names of such files end, without the dot. */
export function publicExtension(kind: PublicFileKind): string {
  return kind === 'jpeg' ? 'jpg' : kind
}
