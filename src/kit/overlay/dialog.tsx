import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useKitTexts } from '../texts/use-texts.ts';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: number;
  /** `side` slides in from the right, over the whole height. */
  readonly place?: 'centre' | 'side' | 'top';
  readonly isBare?: boolean;
  onClose(): void;
}

/** Opens and puts the focus where typing begins; on touch the keyboard would cover the dialog, so it stays on the dialog. */
function openDialog(dialog: HTMLDialogElement): void {
  dialog.showModal();
  const first = dialog.querySelector<HTMLElement>('[data-first] :is(input, textarea)')
    ?? dialog.querySelector<HTMLElement>('.dialog-body :is(input:not([type="hidden"]), textarea)');
  if (first && !window.matchMedia('(pointer: coarse)').matches) first.focus();
  else dialog.focus();
}

/**
 * A modal on the browser's own dialog: focus stays inside, Esc closes, focus returns to where it was.
 * Popups of Ant Design inside it must be drawn inside it: LookProvider's getPopupContainer sees to that.
 */
export function Dialog({ title, children, footer, width = 480, place = 'centre', isBare = false, onClose }: DialogProps) {
  const t = useKitTexts();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) openDialog(dialog);
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    const dialog = ref.current;
    // A press on the backdrop arrives at the dialog itself.
    const onPress = (event: MouseEvent) => {
      if (event.target === dialog) onClose();
    };
    dialog?.addEventListener('mousedown', onPress);
    return () => dialog?.removeEventListener('mousedown', onPress);
  }, [onClose]);
  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      className={`dialog dialog-${place}`}
      style={{ width }}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== ref.current) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-inner">
        <header className={isBare ? 'visually-hidden' : 'dialog-head'}>
          <h2 id={titleId}>{title}</h2>
          {!isBare && (
            <button type="button" className="plain-button" aria-label={t('action.close')} onClick={onClose}>
              <X size={16} aria-hidden />
            </button>
          )}
        </header>
        <div className="dialog-body">{children}</div>
        {footer && <footer className="dialog-foot">{footer}</footer>}
      </div>
    </dialog>
  );
}
