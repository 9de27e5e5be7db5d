// How large an image is, read from the few bytes where PNG and GIF say it; other files have no size in pixels.

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height of a PNG or GIF; null for anything else, also for a file that lies about its type. */
export function imageSize(contentType: string, content: Uint8Array): PixelSize | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  if (contentType === 'image/png' && content.length >= 24 && view.getUint32(0) === 0x89504e47)
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (contentType === 'image/gif' && content.length >= 10 && view.getUint32(0) === 0x47494638)
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  return null;
}
