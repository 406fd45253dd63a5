const digits = [...'零壹贰叁肆伍陆柒捌玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** Four digits in words; `needsZero` says that a zero belongs in front. */
function groupInWords(group: string): string {
  let words = '';
  [...group].forEach((digit, index) => {
    const place = places[group.length - 1 - index] ?? '';
    if (digit !== '0') words += `${digits[Number(digit)] ?? ''}${place}`;
    else if (words !== '' && !words.endsWith('零')) words += '零';
  });
  return words.replace(/零+$/u, '');
}

/** An amount of CNY (`1234.50`) in the capital figures of Chinese receipts: 壹仟贰佰叁拾肆元伍角整. Below 10 000 billion. */
export function moneyInWords(amount: string): string {
  const sign = amount.startsWith('-') ? '负' : '';
  const [whole = '0', cents = '00'] = amount.replace('-', '').split('.');
  const padded = whole.padStart(Math.ceil(whole.length / 4) * 4, '0');
  const parts = padded.match(/.{4}/gu) ?? [];
  let words = '';
  parts.forEach((part, index) => {
    const inWords = groupInWords(part);
    if (inWords === '') return;
    const isGap = words !== '' && (part.startsWith('0') || padded.slice(0, index * 4).endsWith('0000'));
    words += `${isGap ? '零' : ''}${inWords}${groups[parts.length - 1 - index] ?? ''}`;
  });
  const [jiao = '0', fen = '0'] = cents.padEnd(2, '0');
  const yuan = words === '' ? '' : `${words}元`;
  if (jiao === '0' && fen === '0') return `${sign}${yuan === '' ? '零元' : yuan}整`;
  const small = `${jiao === '0' ? (yuan === '' ? '' : '零') : `${digits[Number(jiao)] ?? ''}角`}${fen === '0' ? '整' : `${digits[Number(fen)] ?? ''}分`}`;
  return `${sign}${yuan}${small}`;
}
