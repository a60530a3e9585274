/** A posted form with a file: its typed fields and the file, if one was chosen. */
import type { GivenFile } from '#server/files.ts'

export async function postedStep(
  request: Request,
): Promise<{ values: Record<string, string>; file: GivenFile | undefined } | undefined> {
  if (request.method !== 'POST') return undefined
  const form = await request.formData()
  const values: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') values[name] = value.replaceAll('\0', '')
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return { values, file: undefined }
  return { values, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } }
}
