/** The longer side after shrinking, in pixels: enough to read a name plate, a tenth of what a telephone takes. */
export const LONGEST_SIDE = 1_600;
const QUALITY = 0.82;
/** Smaller files are sent as they are. */
const SMALL_BYTES = 300_000;

/** The size that fits, never larger than it is. */
export function fittingSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const part = Math.min(1, LONGEST_SIDE / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * part)), height: Math.max(1, Math.round(height * part)) };
}

/**
 * A picture for the way over a telephone's network: at most 1600 pixels long, upright, and without what the camera wrote
 * into it, its place included. What the browser cannot draw is sent as it is.
 */
export async function shrinkPicture(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const { width, height } = fittingSize(picture.width, picture.height);
    if (width === picture.width && file.size <= SMALL_BYTES && file.type !== 'image/jpeg') return file;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
    picture.close();
    const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/jpeg', QUALITY); });
    return blob ?? file;
  } catch {
    return file;
  }
}
