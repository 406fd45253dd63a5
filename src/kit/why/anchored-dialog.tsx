import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react';
import './anchored-dialog.css';

interface AnchoredProps {
  /** The control that it belongs to; it opens beside it, and the focus goes back there. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly title: string;
  /** The title is read out, but the content shows it in its own way. */
  readonly isTitleHidden?: boolean;
  readonly width?: number;
  readonly children: ReactNode;
  onClose(): void;
}

const GAP = 6;
const EDGE = 8;

/** Below the control, above it where there is more room, never beyond the window. On a phone the style makes it a sheet. */
function place(dialog: HTMLDialogElement, anchor: HTMLElement): void {
  if (window.matchMedia('(max-width: 767px)').matches) {
    dialog.style.removeProperty('left');
    dialog.style.removeProperty('top');
    return;
  }
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = dialog;
  const below = at.bottom + GAP;
  const above = at.top - GAP - height;
  const top = below + height <= window.innerHeight - EDGE || above < EDGE ? below : above;
  dialog.style.left = `${Math.max(EDGE, Math.min(at.left, window.innerWidth - width - EDGE))}px`;
  dialog.style.top = `${Math.max(EDGE, Math.min(top, window.innerHeight - height - EDGE))}px`;
}

/** A small modal beside a control: focus stays inside, Esc and a press beside it close it, a bottom sheet at 767 px and below. */
export function AnchoredDialog({ anchor, title, isTitleHidden = false, width = 360, children, onClose }: AnchoredProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const back = anchor.current;
    if (!dialog.open) dialog.showModal();
    const first = dialog.querySelector<HTMLElement>('[data-first]') ?? dialog.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select');
    if (first && !window.matchMedia('(pointer: coarse)').matches) first.focus();
    else dialog.focus();
    const keep = () => { if (back) place(dialog, back); };
    keep();
    const observer = new ResizeObserver(keep);
    observer.observe(dialog);
    window.addEventListener('resize', keep);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', keep);
      dialog.close();
      back?.focus();
    };
  }, [anchor]);
  useEffect(() => {
    const dialog = ref.current;
    const onPress = (event: MouseEvent) => { if (event.target === dialog) onClose(); };
    dialog?.addEventListener('mousedown', onPress);
    return () => dialog?.removeEventListener('mousedown', onPress);
  }, [onClose]);
  return (
    <dialog
      ref={ref} tabIndex={-1} className="anchored" style={{ width }} aria-labelledby={titleId}
      onCancel={(event) => { if (event.target === ref.current) { event.preventDefault(); onClose(); } }}
    >
      <div className="anchored-inner">
        <h2 id={titleId} className={isTitleHidden ? 'visually-hidden' : 'anchored-title'}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
