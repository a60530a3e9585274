/** Reads a QR out of a photograph, where the browser can. */
interface Detector {
  detect(image: ImageBitmap): Promise<{ rawValue: string }[]>
}

type DetectorMaker = new (options: { formats: string[] }) => Detector

function maker(): DetectorMaker | undefined {
  return (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
}

export function canReadCodes(): boolean {
  return maker() !== undefined
}

export async function readQr(photograph: Blob): Promise<string | undefined> {
  const Maker = maker()
  if (!Maker) return undefined
  try {
    const found = await new Maker({ formats: ['qr_code'] }).detect(await createImageBitmap(photograph))
    return found[0]?.rawValue
  } catch {
    return undefined
  }
}
