import { ExternalLink, Paperclip } from 'lucide-react';
import { API_BASE } from '../api/api-client.ts';
import { isNamedRef, refId } from '../records/record-types.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import { useIsPhone } from '../tokens/media-query.ts';
import { readRichText } from './rich-text.tsx';

/** On a phone a tap dials; at a desk the number is for reading. */
export function PhoneValue({ phone }: { phone: string }) {
  const t = useKitTexts();
  const isPhone = useIsPhone();
  const spaced = phone.replace(/^\+86\s?/, '').replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1\u00a0$2\u00a0$3');
  if (!isPhone || phone.includes('*')) return <>{spaced}</>;
  return <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={t('field.call', { phone: spaced })}>{spaced}</a>;
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

export function FileValue({ value, isImage = false }: { value: unknown; isImage?: boolean }) {
  const id = refId(value);
  if (id === undefined) return null;
  const name = isNamedRef(value) ? value.name : id.slice(-8);
  const href = `${API_BASE}/files/${id}`;
  if (isImage) return <a href={`${href}?inline=1`} target="_blank" rel="noreferrer"><img className="value-image" src={`${href}?inline=1`} alt={name} loading="lazy" /></a>;
  return <a href={href} download={name}><Paperclip size={13} aria-hidden /> {name}</a>;
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
