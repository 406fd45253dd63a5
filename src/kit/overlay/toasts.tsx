import { X } from 'lucide-react';
import { useKitTexts } from '../texts/use-texts.ts';
import { dismissToast, type Toast, useToasts } from './toast-store.ts';
import './toasts.css';

function ToastLine({ toast }: { toast: Toast }) {
  const t = useKitTexts();
  const { action } = toast;
  return (
    <div className={`toast toast-${toast.tone}`}>
      <span>{toast.text}</span>
      {action && (
        <button
          type="button"
          className="toast-action"
          onClick={() => {
            dismissToast(toast.id);
            void action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="toast-close" aria-label={t('action.close')} onClick={() => dismissToast(toast.id)}>
        <X size={14} aria-hidden />
      </button>
    </div>
  );
}

/** The live region of all short messages; stands once in the page. */
export function Toasts() {
  const toasts = useToasts();
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => <ToastLine key={toast.id} toast={toast} />)}
    </div>
  );
}
