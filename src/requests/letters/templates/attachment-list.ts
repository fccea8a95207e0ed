/** A file's name as a letter lists it: without its ending, and without a mark behind it. */
function listedName(fileName: string): string {
  return fileName.trim().replace(/\.[A-Za-z0-9]{1,5}$/u, '')
}

/** 附件说明 (GB/T 9704-2012, 7.3.4): the names in their order, numbered where there are several. */
export function attachmentList(fileNames: readonly string[]): readonly string[] {
  const names = fileNames.map(listedName)
  return names.length < 2 ? names : names.map((name, at) => `${at + 1}. ${name}`)
}

/** What stands before the first of them. */
export const attachmentMark = '附件：'
