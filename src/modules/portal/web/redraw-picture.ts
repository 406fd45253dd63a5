const EDGE = 1_600;
const QUALITY = 0.82;

/** Draws a picture anew, at most 1 600 pixels wide or high, as JPEG: smaller, and without where and when it was taken. Undefined when it cannot be drawn. */
export async function redrawPicture(file: Blob): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (picture === undefined) return undefined;
  const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => { canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', QUALITY); });
}
