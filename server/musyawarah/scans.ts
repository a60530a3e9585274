/** What may come in of paper: a scan or a photograph of it. */
import { fileKindOf } from '../file-kinds.ts'
import { fileIssue, type FileIssue, type GivenFile } from '../files.ts'

const SCANS = ['pdf', 'jpeg', 'png', 'webp']

export function scanIssue(file: GivenFile): FileIssue | undefined {
  return fileIssue(file) ?? (SCANS.includes(fileKindOf(file.bytes) ?? '') ? undefined : 'file-kind')
}
