import { ExternalLink, Paperclip } from 'lucide-react';
import { API_BASE } from '../api/api-client.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { isNamedRef, type RecordData, refId, titleOf } from '../records/record-types.ts';
import { sayBytes } from '../texts/say-bytes.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import { useIsPhone } from '../tokens/media-query.ts';
import { tellDialled } from './dialled.ts';
import { PictureStrip } from './pictures/picture-strip.tsx';
import { readRichText } from './rich-text.tsx';
import type { StoredFile } from './pictures/stored-file.ts';

/** On a phone a tap dials; at a desk the number is for reading. */
export function PhoneValue({ phone, object, record }: { phone: string; object?: ObjectMeta; record?: RecordData | undefined }) {
  const t = useKitTexts();
  const isPhone = useIsPhone();
  const spaced = phone.replace(/^\+86\s?/, '').replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1\u00a0$2\u00a0$3');
  if (!isPhone || phone.includes('*')) return <>{spaced}</>;
  const tell = () => { if (object && record) tellDialled({ object: object.key, id: record.id, name: titleOf(object, record), record }); };
  return <a className="value-dial" href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={t('field.call', { phone: spaced })} onClick={(event) => { event.stopPropagation(); tell(); }}>{spaced}</a>;
}

export function EmailValue({ email }: { email: string }) {
  if (email.includes('*')) return <>{email}</>;
  return <a href={`mailto:${email}`} onClick={(e) => e.stopPropagation()}>{email}</a>;
}

/** Only web addresses become links: a `javascript:` address from a record must not run. */
export function UrlValue({ url }: { url: string }) {
  const t = useKitTexts();
  if (!/^https?:\/\//i.test(url)) return <>{url}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" title={t('field.openLink')} onClick={(e) => e.stopPropagation()}>
      {url.replace(/^https?:\/\//i, '').replace(/\/$/, '')} <ExternalLink size={12} aria-hidden />
    </a>
  );
}

const readFile = (value: unknown): StoredFile | undefined => {
  const id = refId(value);
  if (id === undefined) return undefined;
  const size = typeof value === 'object' && value !== null && 'size' in value && typeof value.size === 'number' ? { size: value.size } : {};
  return { id, name: isNamedRef(value) ? value.name : '', ...size };
};

/** A file by its name and size, a picture as a picture that opens large. */
export function FileValue({ value, isImage = false, isCell = false }: { value: unknown; isImage?: boolean; isCell?: boolean }) {
  const t = useKitTexts();
  const file = readFile(value);
  if (file === undefined) return null;
  const name = file.name || t('field.storedFile');
  if (isImage && !isCell) return <PictureStrip pictures={[{ id: file.id, name }]} />;
  const words = file.size === undefined || isCell ? name : t('field.filePart', { name, size: sayBytes(file.size) });
  return <a className="value-file" href={`${API_BASE}/files/${file.id}`} download={name} onClick={(event) => event.stopPropagation()}><Paperclip size={13} aria-hidden /> {words}</a>;
}

export const JsonValue = ({ value }: { value: unknown }) => <code className="value-code">{JSON.stringify(value)}</code>;

export function GeoValue({ value }: { value: unknown }) {
  if (typeof value !== 'object' || value === null || !('lat' in value) || !('lng' in value)) return null;
  return <>{Number(value.lat).toFixed(5)}, {Number(value.lng).toFixed(5)}</>;
}

export function RichTextValue({ html, isCell }: { html: string; isCell: boolean }) {
  const { text, nodes } = readRichText(html);
  return isCell ? <>{text}</> : <div className="value-rich">{nodes}</div>;
}
