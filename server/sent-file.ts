/** A file within a body of JSON: its name, and its bytes as base64. The one way in which the API takes files of documents. */
import { z } from 'zod'
import { LARGEST_FILE, type GivenFile } from './files.ts'

/** What a body may have that brings a file of 10 MB, in bytes: base64 makes three of them four. */
export const LARGEST_BODY = Math.ceil(LARGEST_FILE / 3) * 4 + 1024 * 1024

export const sentFileSchema = z
  .strictObject({
    name: z
      .string('required')
      .min(1, 'required')
      .max(200, 'too-long')
      .meta({ description: 'What the file is called.' }),
    content: z
      .string('required')
      .min(1, 'required')
      .refine(isBase64, 'base64')
      .meta({ description: 'Its bytes, as base64 (RFC 4648, padded).', contentEncoding: 'base64' }),
  })
  .meta({ id: 'SentFile', description: 'At most 10 MB before it is written as base64.' })

export type SentFile = z.infer<typeof sentFileSchema>

export function givenFile({ name, content }: SentFile): GivenFile {
  return { name, bytes: Buffer.from(content, 'base64') }
}

/** Told by its length: a pattern over ten million signs would fill the stack, and what is no base64 is passed over. */
function isBase64(text: string): boolean {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  return text.length % 4 === 0 && Buffer.from(text, 'base64').length === (text.length / 4) * 3 - padding
}
