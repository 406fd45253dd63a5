import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import SignaturePad from 'signature_pad';
import { newId } from '#kernel/ids.ts';
import { useAddresses } from '#kit/field/pictures/use-addresses.ts';
import { type OrderPhoto, SIGNATURE } from '../kept/kept-order.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';

interface BoxProps {
  readonly signature: OrderPhoto | undefined;
  onSigned(signature: OrderPhoto | undefined): void;
}

const HEIGHT = 180;

/** The canvas in the device's own pixels; the pen is black on white whatever the page's colours, because it is a paper. */
function Canvas({ onSigned }: Pick<BoxProps, 'onSigned'>) {
  const t = useFieldworkTexts();
  const ref = useRef<HTMLCanvasElement>(null);
  const tell = useRef(onSigned);
  tell.current = onSigned;
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const ratio = Math.max(window.devicePixelRatio, 1);
    canvas.width = canvas.offsetWidth * ratio;
    canvas.height = HEIGHT * ratio;
    canvas.getContext('2d')?.scale(ratio, ratio);
    const pad = new SignaturePad(canvas, { backgroundColor: 'white', penColor: 'black' });
    // A name has several strokes: it is taken when the pen has rested.
    let rest: ReturnType<typeof setTimeout> | undefined;
    const take = () => canvas.toBlob((blob) => { if (blob && !pad.isEmpty()) tell.current({ key: newId(), of: SIGNATURE, name: 'signature.png', blob, fileId: null }); }, 'image/png');
    pad.addEventListener('beginStroke', () => clearTimeout(rest));
    pad.addEventListener('endStroke', () => { rest = setTimeout(take, 1_200); });
    return () => {
      clearTimeout(rest);
      pad.off();
    };
  }, []);
  return <canvas ref={ref} className="order-canvas" height={HEIGHT} role="img" aria-label={t('order.sign')} />;
}

/** The customer's signature: written on the screen, then shown, to be written again where it went wrong. */
export function SignatureBox({ signature, onSigned }: BoxProps) {
  const t = useFieldworkTexts();
  const addresses = useAddresses(signature ? [signature] : none);
  if (!signature) return <><p className="small muted">{t('order.sign')}</p><Canvas onSigned={onSigned} /></>;
  return (
    <>
      <img className="order-signature" src={addresses.get(signature.key)} alt={t('order.signature')} />
      <Button onClick={() => onSigned(undefined)}>{t('order.again')}</Button>
    </>
  );
}
const none: readonly OrderPhoto[] = [];
