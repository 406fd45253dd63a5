import { Bold, Italic, List, type LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { usePick } from '../../texts/locale-provider.tsx';
import { useKitTexts } from '../../texts/use-texts.ts';
import { type FieldInputProps, textOf } from '../field-props.ts';
import '../field.css';

const tools: readonly { command: string; icon: LucideIcon; label: 'field.bold' | 'field.italic' | 'field.bullets' }[] = [
  { command: 'bold', icon: Bold, label: 'field.bold' },
  { command: 'italic', icon: Italic, label: 'field.italic' },
  { command: 'insertUnorderedList', icon: List, label: 'field.bullets' },
];

/** A few marks on the browser's own editing; pasted text comes without its looks, the server sanitises what is sent. */
export default function RichTextInput({ value, onChange, id, describedBy, field }: FieldInputProps) {
  const t = useKitTexts();
  const pick = usePick();
  const area = useRef<HTMLDivElement>(null);
  const first = useRef(textOf(value));
  useEffect(() => {
    const template = new DOMParser().parseFromString(first.current, 'text/html');
    template.querySelectorAll('script,style,iframe,object').forEach((node) => node.remove());
    template.querySelectorAll('*').forEach((node) => {
      for (const name of node.getAttributeNames()) if (name !== 'href') node.removeAttribute(name);
    });
    area.current?.replaceChildren(...template.body.childNodes);
  }, []);
  const changed = () => {
    const html = area.current?.innerHTML ?? '';
    onChange(area.current?.textContent?.trim() ? html : null);
  };
  return (
    <div className="rich-editor">
      <div className="rich-editor-tools">
        {tools.map(({ command, icon: Icon, label }) => (
          <button key={command} type="button" className="plain-button" aria-label={t(label)} onMouseDown={(e) => e.preventDefault()} onClick={() => { document.execCommand(command); changed(); }}>
            <Icon size={14} aria-hidden />
          </button>
        ))}
      </div>
      <div
        ref={area} id={id} className="rich-editor-area" contentEditable role="textbox" aria-label={pick(field.label)} aria-multiline aria-required={field.required === true}
        aria-describedby={describedBy} onInput={changed} suppressContentEditableWarning
        onPaste={(e) => { e.preventDefault(); document.execCommand('insertText', false, e.clipboardData.getData('text/plain')); }}
      />
    </div>
  );
}
