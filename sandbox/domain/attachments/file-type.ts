// Which media type a file has: what the upload says, otherwise what its extension is known for.
import { parseContentType } from '../../http/media-type.ts';

const BY_EXTENSION: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  pdf: 'application/pdf',
  zip: 'application/zip',
  png: 'image/png',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

/** The media type of a file; null when neither the header nor the name tells. */
export function typeOfFile(fileName: string, contentType: string | undefined): string | null {
  const told = contentType === undefined ? null : parseContentType(contentType);
  if (told !== null && told.essence !== 'application/binary') return told.essence;
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  const known = Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
  return known ?? told?.essence ?? null;
}
