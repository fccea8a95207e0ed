/** What stands for a stored file: the digest of its bytes. */
export type FileReference = string
