/** What the QR codes of a PDF say, page by page: each picture is read as a phone would. */
import decodeQR from 'qr/decode.js'
import { extractImages, getDocumentProxy } from 'unpdf'

export async function codesIn(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const codes: string[] = []
  for (let page = 1; page <= pdf.numPages; page++) {
    for (const { data, width, height } of await extractImages(pdf, page)) codes.push(decodeQR({ data, width, height }))
  }
  return codes
}
